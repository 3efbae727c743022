const modifiers = new Set([
  ...[
    'command',
    'cmd',
    'control',
    'ctrl',
    'commandorcontrol',
    'cmdorctrl',
    'alt',
    'option',
    'altgr',
    'shift',
  ],
  ...['super', 'meta'],
])

/** The same combination is the same string, whatever the order and the case of its parts. */
function normalise(accelerator: string): string {
  const parts = accelerator.split('+').map((part) => part.trim().toLowerCase())
  const keys = parts.filter((part) => !modifiers.has(part))
  if (keys.length !== 1 || keys[0] === '') throw new TypeError(`Invalid accelerator: ${accelerator}`)
  return [...parts.filter((part) => modifiers.has(part)).sort(), ...keys].join('+')
}

/** Electron's `globalShortcut`: registered here, pressed through the control port. */
export class GlobalShortcut {
  private readonly callbacks = new Map<string, () => void>()

  register(accelerator: string, callback: () => void): boolean {
    const key = normalise(accelerator)
    if (this.callbacks.has(key)) return false
    this.callbacks.set(key, callback)
    return true
  }

  registerAll(accelerators: readonly string[], callback: () => void): void {
    for (const accelerator of accelerators) this.register(accelerator, callback)
  }

  isRegistered(accelerator: string): boolean {
    return this.callbacks.has(normalise(accelerator))
  }

  unregister(accelerator: string): void {
    this.callbacks.delete(normalise(accelerator))
  }

  unregisterAll(): void {
    this.callbacks.clear()
  }

  /** For the control port only: false when nothing is registered for it. */
  _press(accelerator: string): boolean {
    const callback = this.callbacks.get(normalise(accelerator))
    callback?.()
    return callback !== undefined
  }
}
