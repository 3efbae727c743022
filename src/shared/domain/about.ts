/** What support asks for first. */
export interface AboutView {
  readonly version: string
  readonly host: 'electron' | 'chromium'
  /** Null where there is none: no Electron on the trial host. */
  readonly electron: string | null
  readonly chromium: string | null
  readonly node: string
  /** Name, release and processor of the operating system. */
  readonly system: string
  readonly userData: string
}
