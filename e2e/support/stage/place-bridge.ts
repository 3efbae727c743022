import type { Answers, UnderWay } from './scene.ts'

/** What `placeBridge` gets; plain data, because it travels into the page. */
export interface BridgeProps {
  readonly answers: Answers
  readonly underWay: UnderWay
  readonly remembered: Readonly<Record<string, string>>
}

/**
 * Runs in the page before its own scripts, in place of the preload: puts a bridge on `window.deskside` that knows the
 * answers of one scene. It is sent as text, so it may use nothing from outside.
 */
export function placeBridge({ answers, underWay, remembered }: BridgeProps): void {
  for (const [key, value] of Object.entries(remembered)) sessionStorage.setItem(key, value)
  const known = new Map<string, unknown>(Object.entries(answers))
  const endless = new Map(Object.entries(underWay))
  const listeners = new Map<string, (payload: unknown) => void>()
  const subscribe = (name: string) => (listener: (payload: unknown) => void) => {
    listeners.set(name, listener)
    return () => listeners.delete(name)
  }
  const command = (name: string) => () => {
    const step = endless.get(name)
    if (step !== undefined) {
      if (step !== null) listeners.get(step.event)?.(step.payload)
      return new Promise(() => undefined)
    }
    if (known.has(name)) return Promise.resolve(known.get(name))
    if (!/^(get|read)/.test(name)) return Promise.resolve({ ok: true, value: null })
    console.error(`The scene has no answer to ${name}: give it one in e2e/support/stage/scene.ts.`)
    return Promise.resolve({ ok: false, error: { code: 'internal' } })
  }
  const bridge = new Proxy(
    {},
    {
      get: (_target, name) => {
        if (typeof name !== 'string') return undefined
        return name.startsWith('on') ? subscribe(name) : command(name)
      },
    },
  )
  // A second scene on the same page takes its place.
  Object.defineProperty(window, 'deskside', { value: bridge, configurable: true })
}
