import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'

const options: OpenDialogOptions = {
  properties: ['openFile'],
  filters: [
    { name: 'PEM', extensions: ['pem', 'crt', 'cer'] },
    { name: '*', extensions: ['*'] },
  ],
}

/** The system's file dialog, above that window if it still lives; null when none was chosen. */
export async function chooseCaFile(window: BrowserWindow | null): Promise<string | null> {
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? null : (filePaths[0] ?? null)
}
