import type { FromPage, PageConfig, ToPage } from '../ipc/wire.ts'
import { createContextBridge, createIpcRenderer, createPreloadProcess, refuseUnknown } from './preload-api.ts'
import { createWorldBridge } from './world-bridge.ts'

/** Takes a property off the global object, so that the preload's text cannot use it. */
function takeGlobal(name: string): unknown {
  const value: unknown = Reflect.get(globalThis, name)
  Reflect.deleteProperty(globalThis, name)
  return value
}

/**
 * The app's preload, wrapped as Electron wraps a sandboxed one. It is part of this script's text, not compiled here: a
 * page's Content Security Policy may forbid compiling strings.
 */
export type PreloadFunction = (
  require: (name: string) => unknown,
  process: object,
  exports: object,
  module: { exports: object },
  setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => number,
  clearImmediate: (id: number) => void,
) => void

function runPreload(preload: PreloadFunction, electron: object, process: object): void {
  const module = { exports: {} }
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    throw new Error(`module not found: ${name}`)
  }
  const setImmediate = (run: (...args: unknown[]) => void, ...args: unknown[]): number =>
    setTimeout(run, 0, ...args)
  preload(require, process, module.exports, module, setImmediate, (id) => clearTimeout(id))
}

/**
 * Electron ignores files dropped on a page that does not take them (`navigateOnDragDrop` is off); a browser would open
 * them in a tab of its own. A page that does take them has prevented the default before the event gets here.
 */
function ignoreDroppedFiles(): void {
  for (const type of ['dragover', 'drop'] as const) {
    window.addEventListener(type, (event) => {
      const { dataTransfer } = event
      if (event.defaultPrevented || dataTransfer?.types.includes('Files') !== true) return
      dataTransfer.dropEffect = 'none'
      event.preventDefault()
    })
  }
}

/**
 * Script of a top-level document in the preload's isolated world: joins the page's world, then runs the app's preload
 * with `require('electron')` before any script of the page.
 */
export function startPreloadWorld(config: PageConfig, preload: PreloadFunction | undefined): void {
  if (window !== window.top) return
  ignoreDroppedFiles()
  const rawPost = takeGlobal(config.bindingName) as (text: string) => void
  const post = (message: FromPage): void => rawPost(JSON.stringify(message))
  const { port1 } = new MessageChannel()
  window.dispatchEvent(new MessageEvent(config.handshake, { ports: [port1] }))
  const bridge = createWorldBridge(port1, 'preload', 'main')
  const ipc = createIpcRenderer(post)
  const asked = new Map<number, (granted: boolean) => void>()
  Object.defineProperty(globalThis, config.receiverName, {
    value: (text: string): void => {
      const message = JSON.parse(text) as ToPage
      if (message[0] !== 'permission') {
        ipc.receive(message)
        return
      }
      asked.get(message[1])?.(message[2])
      asked.delete(message[1])
    },
  })
  let lastId = 0
  const ask = (permission: string, details: unknown): Promise<boolean> =>
    new Promise((resolve) => {
      const id = ++lastId
      asked.set(id, resolve)
      post(['permission', id, permission, JSON.stringify(details)])
    })
  bridge.emit(['permissions', ask])
  if (preload === undefined) return
  const electron = refuseUnknown('electron', {
    contextBridge: createContextBridge(bridge),
    ipcRenderer: ipc.api,
  })
  try {
    runPreload(preload, electron, createPreloadProcess(config.process))
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    post(['preload-error', message, stack ?? ''])
    console.error(`Unable to load preload script: ${config.preloadPath}\n${stack ?? message}`)
  }
}
