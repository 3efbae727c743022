import { dialog } from 'electron'
import type { QuitQuestion } from './confirm-quit.ts'

/** Asks in a dialog of the system; closing it means no, as does the Enter key. */
export async function askToQuit({ title, text, confirm, cancel }: QuitQuestion): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title,
    message: title,
    detail: text,
    buttons: [confirm, cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
