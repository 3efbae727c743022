import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import type { DialogDesk } from './dialog-desk.ts'

/** Dialogs take an optional parent window before their options. */
function optionsOf<T>(args: readonly [unknown, T?]): T {
  return (args[1] ?? args[0]) as T
}

/** Electron's `dialog`. Answers come from a small window, or from the control port where no window can be seen. */
export function createDialog(desk: DialogDesk): object {
  return {
    showMessageBox: async (...args: [unknown, MessageBoxOptions?]): Promise<MessageBoxReturnValue> => {
      const { message, detail = '', buttons = [], type = 'none', title = '', ...rest } = optionsOf(args)
      const answer = await desk.ask({
        kind: 'message',
        type,
        title,
        message,
        detail,
        buttons: buttons.length === 0 ? ['OK'] : buttons,
        checkboxLabel: rest.checkboxLabel ?? '',
        defaultPath: '',
      })
      const cancelled =
        rest.cancelId ??
        Math.max(
          0,
          buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
        )
      return {
        response: answer?.response ?? cancelled,
        checkboxChecked: answer?.checkboxChecked ?? rest.checkboxChecked ?? false,
      }
    },
    showErrorBox: (title: string, content: string): void => {
      console.error(`${title}\n${content}`)
      void desk.ask({
        kind: 'message',
        type: 'error',
        title,
        message: title,
        detail: content,
        buttons: ['OK'],
        checkboxLabel: '',
        defaultPath: '',
      })
    },
    showOpenDialog: async (...args: [unknown, OpenDialogOptions?]): Promise<OpenDialogReturnValue> => {
      const { title = 'Open', defaultPath = '', message = '' } = optionsOf(args)
      const answer = await desk.ask({
        kind: 'open',
        type: 'none',
        title,
        message,
        detail: '',
        buttons: ['Open', 'Cancel'],
        checkboxLabel: '',
        defaultPath,
      })
      const filePaths = answer?.filePaths ?? []
      return { canceled: filePaths.length === 0, filePaths }
    },
    showSaveDialog: async (...args: [unknown, SaveDialogOptions?]): Promise<SaveDialogReturnValue> => {
      const { title = 'Save', defaultPath = '', message = '' } = optionsOf(args)
      const answer = await desk.ask({
        kind: 'save',
        type: 'none',
        title,
        message,
        detail: '',
        buttons: ['Save', 'Cancel'],
        checkboxLabel: '',
        defaultPath,
      })
      const filePath = answer?.filePaths?.[0] ?? ''
      return { canceled: filePath === '', filePath }
    },
  }
}
