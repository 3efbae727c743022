import { switchValue } from '../host/options.ts'

/** `app.commandLine`: the app's switches, and those it adds for Chromium before the browser starts. */
export class CommandLine {
  readonly #args: readonly string[]
  readonly #appended = new Map<string, string>()
  readonly #removed = new Set<string>()
  readonly #plain: string[] = []

  constructor(args: readonly string[]) {
    this.#args = args
  }

  appendSwitch(name: string, value = ''): void {
    this.#removed.delete(name)
    this.#appended.set(name, value)
  }

  appendArgument(value: string): void {
    this.#plain.push(value)
  }

  hasSwitch(name: string): boolean {
    if (this.#removed.has(name)) return false
    return this.#appended.has(name) || switchValue(this.#args, name) !== undefined
  }

  getSwitchValue(name: string): string {
    if (this.#removed.has(name)) return ''
    return this.#appended.get(name) ?? switchValue(this.#args, name) ?? ''
  }

  removeSwitch(name: string): void {
    this.#appended.delete(name)
    this.#removed.add(name)
  }

  /** For the host only: what Chromium gets. */
  _forBrowser(): string[] {
    const switches = [...this.#appended].map(([name, value]) =>
      value === '' ? `--${name}` : `--${name}=${value}`,
    )
    return [...switches, ...this.#plain]
  }
}
