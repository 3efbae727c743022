import type { Answers } from './scene.ts'

/** What `placeBridge` gets; plain data, because it travels into the page. */
export interface BridgeProps {
  readonly answers: Answers
  readonly remembered: Readonly<Record<string, string>>
}

/**
 * Runs in the page before its own scripts, in place of the preload: puts a bridge on `window.deskside` that knows the
 * answers of one scene. It is sent as text, so it may use nothing from outside.
 */
export function placeBridge({ answers, remembered }: BridgeProps): void {
  for (const [key, value] of Object.entries(remembered)) sessionStorage.setItem(key, value)
  const known = new Map<string, unknown>(Object.entries(answers))
  const command = (name: string) => () => {
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
        return name.startsWith('on') ? () => () => undefined : command(name)
      },
    },
  )
  Object.defineProperty(window, 'deskside', { value: bridge })
}
