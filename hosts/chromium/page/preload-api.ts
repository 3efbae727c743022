import { decode, encode } from '../ipc/codec.ts'
import type { FromPage, PageConfig, ToPage } from '../ipc/wire.ts'
import type { WorldBridge } from './world-bridge.ts'

type Listener = (event: unknown, ...args: unknown[]) => void
interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Electron's `ipcRenderer`, as far as a sandboxed preload of this project needs it. */
export interface PreloadIpc {
  readonly api: object
  /** Hands over one message from Node. */
  receive(message: Exclude<ToPage, readonly ['permission', ...unknown[]]>): void
}

/** Properties the language or a debugger asks for on its own; asking them is no use of an API. */
const silent = new Set<PropertyKey>(['then', 'toJSON', 'constructor', '__esModule', 'default'])

/** Refuses what the host does not know, by name, instead of answering `undefined`. */
export function refuseUnknown<T extends object>(name: string, api: T): T {
  const refuse = (key: PropertyKey): never => {
    throw new Error(
      `Chromium host: ${name}.${String(key)} is not implemented (see hosts/chromium/README.md, "How to add an API")`,
    )
  }
  return new Proxy(api, {
    get: (target, key, receiver): unknown =>
      key in target || typeof key === 'symbol' || silent.has(key)
        ? Reflect.get(target, key, receiver)
        : refuse(key),
  })
}

/** Builds `ipcRenderer` over `post`. */
export function createIpcRenderer(post: (message: FromPage) => void): PreloadIpc {
  const listeners = new Map<string, { readonly call: Listener; readonly original: Listener }[]>()
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const add = (channel: string, call: Listener, original: Listener, atFront = false): void => {
    const present = listeners.get(channel) ?? []
    listeners.set(channel, atFront ? [{ call, original }, ...present] : [...present, { call, original }])
  }
  const remove = (channel: string, listener: Listener): void => {
    const present = listeners.get(channel) ?? []
    const index = present.findLastIndex((entry) => entry.original === listener)
    if (index !== -1) listeners.set(channel, present.toSpliced(index, 1))
  }
  const once = (channel: string, listener: Listener): void => {
    const call: Listener = (event, ...args) => {
      remove(channel, listener)
      listener(event, ...args)
    }
    add(channel, call, listener)
  }
  const api = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++lastId
        const text = encode(args)
        waiting.set(id, {
          resolve,
          reject: (error) => reject(new Error(`Error invoking remote method '${channel}': ${error.message}`)),
        })
        post(['invoke', id, channel, text])
      })
    },
    send(channel: string, ...args: unknown[]): void {
      post(['send', channel, encode(args)])
    },
    on(channel: string, listener: Listener): unknown {
      add(channel, listener, listener)
      return ipcRenderer
    },
    addListener(channel: string, listener: Listener): unknown {
      return api.on(channel, listener)
    },
    prependListener(channel: string, listener: Listener): unknown {
      add(channel, listener, listener, true)
      return ipcRenderer
    },
    once(channel: string, listener: Listener): unknown {
      once(channel, listener)
      return ipcRenderer
    },
    off(channel: string, listener: Listener): unknown {
      remove(channel, listener)
      return ipcRenderer
    },
    removeListener(channel: string, listener: Listener): unknown {
      return api.off(channel, listener)
    },
    removeAllListeners(channel?: string): unknown {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
    listeners: (channel: string): Listener[] => (listeners.get(channel) ?? []).map((entry) => entry.original),
    eventNames: (): string[] => [...listeners.keys()],
  }
  const ipcRenderer = refuseUnknown('ipcRenderer', api)
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id)
    waiting.delete(id)
    return found
  }
  return {
    api: ipcRenderer,
    receive(message) {
      switch (message[0]) {
        case 'result':
          settle(message[1])?.resolve(decode(message[2]))
          break
        case 'error':
          settle(message[1])?.reject(new Error(message[2]))
          break
        case 'message':
          for (const { call } of listeners.get(message[1]) ?? []) {
            call({ sender: ipcRenderer, ports: [] }, ...(decode(message[2]) as unknown[]))
          }
          break
        default:
          message satisfies never
      }
    },
  }
}

/** Builds `contextBridge`. */
export function createContextBridge(bridge: WorldBridge): object {
  return refuseUnknown('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      bridge.emit(['expose', key, api])
    },
  })
}

/** `process` as a sandboxed preload sees it. The environment is withheld: a preload has no business with it. */
export function createPreloadProcess(config: PageConfig['process']): object {
  const started = performance.now()
  return refuseUnknown('process', {
    ...config,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
    uptime: () => (performance.now() - started) / 1000,
    hrtime: () => {
      const ms = performance.now()
      return [Math.floor(ms / 1000), Math.round((ms % 1000) * 1e6)]
    },
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
      queueMicrotask(() => callback(...args)),
  })
}
