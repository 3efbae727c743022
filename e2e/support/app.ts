import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startProgram, stopProgram, type StartedProgram } from './child-process.ts'
import { control } from './control.ts'
import { appCommand, hasControlPort, needsControlPort } from './host.ts'

export interface TrayItem {
  readonly label?: string
  readonly type?: string
  readonly checked?: boolean
  readonly enabled?: boolean
  readonly sublabel?: string
  readonly submenu?: readonly TrayItem[]
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

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
    const [debuggingPort, controlPort] = [await freePort(), await freePort()]
    const program = startProgram([
      ...(await appCommand()),
      '--headless',
      ...['--user-data-dir', userData],
      ...['--remote-debugging-port', String(debuggingPort)],
      ...(hasControlPort ? ['--host-control-port', String(controlPort)] : []),
      ...options,
    ])
    await program.ready
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page === undefined) throw new Error(`the app shows no window:\n${program.output()}`)
    return new App({ userData, program, page, browser, control: `http://127.0.0.1:${controlPort}` })
  }

  /** Asks the host's control port. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    if (!hasControlPort) throw new Error(needsControlPort)
    return control<T>(this.#control, method, path, body)
  }

  async tray(): Promise<readonly TrayItem[]> {
    return (await this.control<{ readonly menu: readonly TrayItem[] }>('GET', '/tray')).menu
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
    await this.browser.close().catch(() => undefined)
    return code
  }
}

export async function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'deskside-e2e-'))
}

export async function removeProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
