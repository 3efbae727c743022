import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron'

/** The system's save dialog, above that window if it still lives; null when the agent chose nothing. */
export async function chooseSavePath(
  window: BrowserWindow | null,
  proposedPath: string,
  extension: 'txt' | 'csv',
): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath: proposedPath,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  }
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === '' ? null : filePath
}
