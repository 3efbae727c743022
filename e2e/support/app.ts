import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startProgram, stopProgram, within, type StartedProgram } from './child-process.ts'
import { control } from './control.ts'
import { appCommand, hasControlPort, host, needsControlPort } from './host.ts'

export interface TrayItem {
  readonly label?: string
  readonly type?: string
  readonly checked?: boolean
  readonly enabled?: boolean
  readonly sublabel?: string
  readonly submenu?: readonly TrayItem[]
}

/** Where Chromium writes the debugging port it took: beside the settings in Electron, in a folder of its own on our host. */
const portFile = (userData: string): string =>
  join(userData, ...(host === 'chromium' ? ['chromium-profile'] : []), 'DevToolsActivePort')

/** The built app on the chosen host, as a person has it in front of them. */
export class App {
  readonly userData: string
  readonly program: StartedProgram
  readonly page: Page
  readonly browser: Browser
  readonly #control: string

  private constructor(parts: {
    userData: string
    program: StartedProgram
    page: Page
    browser: Browser
    control: string
  }) {
    this.userData = parts.userData
    this.program = parts.program
    this.page = parts.page
    this.browser = parts.browser
    this.#control = parts.control
  }

  /** Starts the app and waits until it says that it is ready. The caller owns the profile folder. */
  static async start(userData: string, ...options: readonly string[]): Promise<App> {
    // Left behind by an earlier start, it would name a port that is somebody else's by now.
    await rm(portFile(userData), { force: true })
    const program = startProgram([
      ...(await appCommand()),
      '--headless',
      ...['--user-data-dir', userData],
      ...['--remote-debugging-port', '0'],
      ...(hasControlPort ? ['--host-control-port', '0'] : []),
      ...options,
    ])
    await program.ready
    const [debuggingPort = ''] = (await readFile(portFile(userData), 'utf8')).split('\n')
    const control = hasControlPort ? await program.printed(/control port (http:\/\/\S+)\n/) : ''
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page === undefined) throw new Error(`the app shows no window:\n${program.output()}`)
    return new App({ userData, program, page, browser, control })
  }

  /** Asks the host's control port. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    if (!hasControlPort) throw new Error(needsControlPort)
    return control<T>(this.#control, method, path, body)
  }

  async tray(): Promise<readonly TrayItem[]> {
    return this.control<readonly TrayItem[]>('GET', '/tray')
  }

  async clickTray(...path: readonly string[]): Promise<void> {
    await this.control('POST', '/tray/click', { path })
  }

  /** One entry of the tray menu by its path. */
  async trayItem(...path: readonly string[]): Promise<TrayItem> {
    let items = await this.tray()
    let found: TrayItem | undefined
    for (const label of path) {
      found = items.find((item) => item.label === label)
      items = found?.submenu ?? []
    }
    if (found === undefined) throw new Error(`no tray item ${path.join(' > ')}`)
    return found
  }

  /** Every page of the app, the first window's first. */
  get pages(): readonly Page[] {
    return this.browser.contexts().flatMap((context) => context.pages())
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const code = await stopProgram(this.program, signal)
    await within(
      this.program,
      'let go of by the test',
      this.browser.close().catch(() => undefined),
    )
    return code
  }
}

export async function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'deskside-e2e-'))
}

export async function removeProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
