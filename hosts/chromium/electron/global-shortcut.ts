import { normaliseAccelerator } from './accelerator.ts'

/** A combination that somebody has, as the control port shows it. */
export interface ShortcutView {
  readonly accelerator: string
  readonly holder: 'app' | 'another program'
}

interface Registration {
  /** As the app wrote it. */
  readonly accelerator: string
  readonly callback: () => void
}

/** Electron's `globalShortcut`: registered here, pressed, and taken by other programs, through the control port. */
export class GlobalShortcut {
  readonly #registered = new Map<string, Registration>()
  readonly #occupied = new Map<string, string>()
  readonly #isReady: () => boolean
  #suspended = false

  constructor(isReady: () => boolean) {
    this.#isReady = isReady
  }

  /** False when the combination is taken, by the app itself or by another program. Throws when it is none. */
  register(accelerator: string, callback: () => void): boolean {
    const key = normaliseAccelerator(accelerator)
    this.#assertReady()
    if (typeof callback !== 'function') throw new TypeError('Error processing argument at index 1')
    if (this.#suspended || this.#registered.has(key) || this.#occupied.has(key)) return false
    this.#registered.set(key, { accelerator, callback })
    return true
  }

  /** All or none, as in Electron: when one of them is taken, those before it are given back. */
  registerAll(accelerators: readonly string[], callback: () => void): void {
    accelerators.forEach(normaliseAccelerator)
    const done: string[] = []
    for (const accelerator of accelerators) {
      if (this.register(accelerator, callback)) {
        done.push(accelerator)
        continue
      }
      for (const earlier of done) this.unregister(earlier)
      return
    }
  }

  isRegistered(accelerator: string): boolean {
    return this.#registered.has(normaliseAccelerator(accelerator))
  }

  unregister(accelerator: string): void {
    const key = normaliseAccelerator(accelerator)
    this.#assertReady()
    this.#registered.delete(key)
  }

  unregisterAll(): void {
    this.#assertReady()
    this.#registered.clear()
  }

  setSuspended(suspended: boolean): void {
    this.#assertReady()
    this.#suspended = suspended
  }

  isSuspended(): boolean {
    return this.#suspended
  }

  /** For the control port only. */
  _list(): ShortcutView[] {
    const held = [...this.#registered.values()].map(({ accelerator }) => accelerator)
    return [
      ...held.map((accelerator) => ({ accelerator, holder: 'app' as const })),
      ...[...this.#occupied.values()].map((accelerator) => ({
        accelerator,
        holder: 'another program' as const,
      })),
    ]
  }

  /** For the control port only: false when the app does not hear of it. */
  _press(accelerator: string): boolean {
    const found = this.#registered.get(normaliseAccelerator(accelerator))
    if (found === undefined || this.#suspended) return false
    found.callback()
    return true
  }

  /** For the control port only: another program takes a combination. False when somebody has it already. */
  _occupy(accelerator: string): boolean {
    const key = normaliseAccelerator(accelerator)
    if (this.#registered.has(key) || this.#occupied.has(key)) return false
    this.#occupied.set(key, accelerator)
    return true
  }

  /** For the control port only: false when no other program has it. */
  _release(accelerator: string): boolean {
    return this.#occupied.delete(normaliseAccelerator(accelerator))
  }

  #assertReady(): void {
    if (!this.#isReady()) throw new Error('globalShortcut cannot be used before the app is ready')
  }
}
