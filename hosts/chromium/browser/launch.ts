import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection } from './cdp-connection.ts'
import type { BrowserCommand } from './find-browser.ts'
import { browserEnvironment } from './fonts.ts'

/** What decides the browser's command line. */
export interface LaunchOptions {
  readonly command: BrowserCommand
  /** Folder of the browser's own profile; made when missing. */
  readonly profileDir: string
  readonly headless: boolean
  /** A second door for Playwright and other DevTools clients, loopback only; `undefined` = none. */
  readonly remoteDebuggingPort: string | undefined
  readonly locale: string | undefined
  /** Switches the app added with `app.commandLine`, ready to be passed on. */
  readonly extraArgs: readonly string[]
}

/** A running browser. */
export interface RunningBrowser {
  readonly connection: CdpConnection
  readonly process: ChildProcess
  /** Asks the browser to end, and ends it after `graceMs`. Resolves when the process is gone. */
  close(graceMs?: number): Promise<void>
  /** Ends the browser and its children at once; for the `exit` handler, where nothing can be awaited. */
  kill(): void
}

/** The whole command line, without the program: pure, so that a spec can prove what is, and is not, on it. */
export function browserArgs(options: LaunchOptions): string[] {
  const { headless, remoteDebuggingPort: port, locale } = options
  return [
    '--remote-debugging-pipe',
    ...(port === undefined
      ? []
      : [`--remote-debugging-port=${port}`, '--remote-debugging-address=127.0.0.1']),
    `--user-data-dir=${options.profileDir}`,
    ...(headless ? ['--headless', '--disable-gpu'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--no-startup-window',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-breakpad',
    '--password-store=basic',
    '--use-mock-keychain',
    // A window that is covered or without focus must go on painting: desktop windows usually are.
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    // As in Electron, where a window plays its sounds although nobody has touched it yet.
    '--autoplay-policy=no-user-gesture-required',
    ...(locale === undefined ? [] : [`--lang=${locale}`, `--accept-lang=${locale}`]),
    ...options.command.args,
    ...options.extraArgs,
  ]
}

/** Ends a whole process group; on Windows, where there are none, the process. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // Gone between the check and the signal: what we wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Starts the browser. Rejects with its last words when it ends before the first answer. The browser gets a process group
 * of its own: Ctrl+C in a terminal must reach the app first, so that it can sign out while its window still lives.
 */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  const child = spawn(options.command.executablePath, browserArgs(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: await browserEnvironment(options.command),
  })
  let lastWords = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-2000)
  })
  const [, , , toBrowser, fromBrowser] = child.stdio
  const connection = new CdpConnection(fromBrowser as Readable, toBrowser as Writable)
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      reject(new Error(`The browser ended while starting (${String(code ?? signal)}): ${lastWords.trim()}`))
    })
  })
  failed.catch(() => undefined)
  // The pipe closes before the exit is known; the exit tells more.
  await connection.browser.send('Browser.getVersion').catch(() => failed)
  const close = async (graceMs = 1500): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    connection.browser.send('Browser.close').catch(() => undefined)
    const timer = setTimeout(() => killTree(child), graceMs)
    await gone
    clearTimeout(timer)
  }
  return { connection, process: child, close, kill: () => killTree(child) }
}
