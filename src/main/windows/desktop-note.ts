import { Notification } from 'electron'

/** Without a reference a note is collected, and nobody hears its click. */
const shown = new Set<Notification>()
/** Systems that never say that a note was closed must not keep them all. */
const maxShown = 20

/**
 * Shows a note of the operating system, without the system's sound: Deskside has its own. A click does what is given.
 * False where there are no notes.
 */
export function showDesktopNote(
  note: { readonly title: string; readonly body: string },
  onClick: () => void,
): boolean {
  if (!Notification.isSupported()) return false
  const notification = new Notification({ title: note.title, body: note.body, silent: true })
  shown.add(notification)
  const [oldest] = shown
  if (shown.size > maxShown && oldest !== undefined) shown.delete(oldest)
  const forget = (): void => void shown.delete(notification)
  notification.on('click', () => {
    forget()
    onClick()
  })
  notification.on('close', forget)
  notification.show()
  return true
}
