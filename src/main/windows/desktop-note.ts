import { Notification } from 'electron'

/** Shows a note of the operating system; does nothing where there are none. A click brings the window back. */
export function showDesktopNote(
  note: { readonly title: string; readonly body: string },
  onClick: () => void,
): void {
  if (!Notification.isSupported()) return
  const notification = new Notification(note)
  notification.on('click', onClick)
  notification.show()
}
