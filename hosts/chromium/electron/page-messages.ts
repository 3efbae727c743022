import type { ToPage } from '../ipc/wire.ts'
import { createEvent } from './event.ts'
import { dispatchInvoke, dispatchSend, parseFromPage } from './ipc-dispatch.ts'
import type { WebContents } from './web-contents.ts'
import type { WebFrameMain } from './web-frame-main.ts'
import type { WindowServices } from './window-services.ts'

/** Whom the messages of a page concern. */
export interface MessageReceiver {
  readonly contents: WebContents
  readonly services: WindowServices
  readonly preloadPath: string
  readonly deliver: (frame: WebFrameMain, message: ToPage) => void
}

/** What a page says of its own wish; a page that says nonsense says nothing. */
function parseDetails(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}

async function answerPermission(
  { contents, services, deliver }: MessageReceiver,
  frame: WebFrameMain | null,
  id: number,
  permission: string,
  details: string,
): Promise<void> {
  if (frame === null) return
  const extra = parseDetails(details)
  const granted = await services.permissions.request(contents, permission, frame.url, extra)
  deliver(frame, ['permission', id, granted])
}

/** Acts on one message of a page. `frame` is the document that sent it, `null` when it is gone already. */
export function receiveMessage(receiver: MessageReceiver, frame: WebFrameMain | null, text: string): void {
  const { contents, services, deliver } = receiver
  const message = parseFromPage(text)
  if (message === undefined) {
    console.error('Chromium host: a page sent a malformed message')
    return
  }
  switch (message[0]) {
    case 'invoke':
      void dispatchInvoke(contents, frame, services.ipcMain, message).then((answer) => {
        if (frame !== null) deliver(frame, answer)
      })
      break
    case 'send':
      dispatchSend(contents, frame, services.ipcMain, message)
      break
    case 'preload-error': {
      const error = Object.assign(new Error(message[1]), { stack: message[2] })
      contents.emit('preload-error', createEvent(), receiver.preloadPath, error)
      break
    }
    case 'permission':
      void answerPermission(receiver, frame, message[1], message[2], message[3])
      break
    default:
      message satisfies never
  }
}
