import { types } from 'node:util'
import type { IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { decode, encode } from '../ipc/codec.ts'
import type { FromPage, ToPage } from '../ipc/wire.ts'
import type { IpcMain } from './ipc-main.ts'
import type { WebContents } from './web-contents.ts'
import type { WebFrameMain } from './web-frame-main.ts'

const fromPageSchema = v.union([
  v.tuple([v.literal('invoke'), v.number(), v.string(), v.string()]),
  v.tuple([v.literal('send'), v.string(), v.string()]),
  v.tuple([v.literal('preload-error'), v.string(), v.string()]),
  v.tuple([v.literal('permission'), v.number(), v.string(), v.string()]),
])

/** A message of the page, or `undefined` when it is none: the renderer is not trusted to speak the protocol. */
export function parseFromPage(text: string): FromPage | undefined {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return undefined
  }
  const result = v.safeParse(fromPageSchema, raw)
  return result.success ? result.output : undefined
}

/** Encodes on the Node side, where proxies can be told. Throws "An object could not be cloned." */
export function encodeForPage(value: unknown): string {
  return encode(value, types.isProxy)
}

/** The event handlers get: who sent the message. `senderFrame` is `null` once that document is gone. */
function createIpcEvent(contents: WebContents, frame: WebFrameMain | null): object {
  const isAlive = (): boolean => frame !== null && !frame.detached
  return {
    type: 'frame',
    sender: contents,
    processId: frame?.processId ?? -1,
    frameId: frame?.routingId ?? -1,
    ports: [],
    defaultPrevented: false,
    preventDefault: () => undefined,
    get senderFrame() {
      return isAlive() ? frame : null
    },
    reply: (channel: string, ...args: unknown[]) => {
      if (isAlive()) frame?.send(channel, ...args)
    },
  }
}

/** Arguments as sent; `undefined` when the text is not an encoded list. */
function decodeArgs(text: string): unknown[] | undefined {
  try {
    const decoded = decode(text)
    return Array.isArray(decoded) ? (decoded as unknown[]) : undefined
  } catch {
    return undefined
  }
}

/** Runs `ipcRenderer.invoke`: the first handler of frame, window and app, in this order, answers. */
export async function dispatchInvoke(
  contents: WebContents,
  frame: WebFrameMain | null,
  ipcMain: IpcMain,
  [, id, channel, args]: Extract<FromPage, readonly ['invoke', ...unknown[]]>,
): Promise<ToPage> {
  const event = createIpcEvent(contents, frame) as IpcMainInvokeEvent
  const target = [frame?.ipc, contents.ipc, ipcMain].find((ipc) => ipc?._handlerOf(channel) !== undefined)
  const handler = target?._handlerOf(channel)
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const decoded = decodeArgs(args)
    if (decoded === undefined) throw new Error('The arguments are malformed')
    const result: unknown = await handler(event, ...decoded)
    return ['result', id, encodeForPage(result)]
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    return ['error', id, String(error)]
  }
}

/** Runs `ipcRenderer.send`: every listener of frame, window and app hears it. */
export function dispatchSend(
  contents: WebContents,
  frame: WebFrameMain | null,
  ipcMain: IpcMain,
  [, channel, args]: Extract<FromPage, readonly ['send', ...unknown[]]>,
): void {
  const event = createIpcEvent(contents, frame)
  const decoded = decodeArgs(args)
  if (decoded === undefined) {
    console.error(`Chromium host: a page sent malformed arguments on '${channel}'`)
    return
  }
  contents.emit('ipc-message', event, channel, ...decoded)
  for (const ipc of [frame?.ipc, contents.ipc, ipcMain]) ipc?.emit(channel, event, ...decoded)
}
