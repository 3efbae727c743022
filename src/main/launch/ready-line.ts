/** What a script that starts Deskside learns when it can be used. */
export interface ReadyReport {
  readonly host: 'electron' | 'chromium'
  readonly gateway: string
  readonly userData: string
  /** Control address of the built-in demo; null with a real gateway, and in a packaged program. */
  readonly control: string | null
}

/** The one line of JSON, without its end. */
export function formatReadyLine(report: ReadyReport): string {
  const { host, gateway, userData, control } = report
  return JSON.stringify({ ready: true, host, gateway, userData, ...(control === null ? {} : { control }) })
}

/**
 * Prints the ready line once, when the first window has loaded and its page has asked for a snapshot: only then does a
 * click have an effect.
 */
export class ReadySignal {
  readonly #print: (line: string) => void
  readonly #report: () => ReadyReport
  #hasLoaded = false
  #hasAsked = false
  #isPrinted = false

  constructor(report: () => ReadyReport, print: (line: string) => void) {
    this.#report = report
    this.#print = print
  }

  windowLoaded(): void {
    this.#hasLoaded = true
    this.#check()
  }

  snapshotAsked(): void {
    this.#hasAsked = true
    this.#check()
  }

  #check(): void {
    if (this.#isPrinted || !this.#hasLoaded || !this.#hasAsked) return
    this.#isPrinted = true
    this.#print(formatReadyLine(this.#report()))
  }
}
