import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { controlClient, type ControlClient } from './control-client.ts'

const runScript = fileURLToPath(new URL('../run.ts', import.meta.url))
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** A line a fixture app printed. */
export interface AppLine {
  readonly event?: string
  readonly [key: string]: unknown
}

/** A fixture app on the host, in a process of its own. */
export class RunningApp {
  readonly process: ChildProcess
  readonly lines: AppLine[] = []
  errors = ''
  readonly #waiting: {
    readonly matches: (line: AppLine) => boolean
    readonly resolve: (l: AppLine) => void
  }[] = []
  #lastId = 0
  /** Exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.process = spawn(process.execPath, [runScript, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, DISPLAY: '', ...env },
    })
    this.process.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString('utf8')))
    const output = createInterface({ input: this.process.stdout ?? process.stdin })
    output.on('line', (text) => this.#receive(text))
    this.exited = once(this.process, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  }

  /** The first line with this event, past or future. Rejects when the app ends without it. */
  event(name: string): Promise<AppLine> {
    return this.#line((line) => line.event === name)
  }

  /** The first group of the first match on standard error, past or future. Rejects when the app ends without one. */
  said(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.errors)?.[1]
        if (found !== undefined) resolve(found)
      }
      look()
      this.process.stderr?.on('data', look)
      void this.exited.then((how) => reject(new Error(`The app ended (${String(how)}):\n${this.errors}`)))
    })
  }

  /** Runs code in the app's main process with `shared` and `electron` in scope. */
  async run(code: string): Promise<unknown> {
    const id = ++this.#lastId
    this.process.stdin?.write(`${JSON.stringify({ id, code })}\n`)
    const answer = await this.#line((line) => line.id === id)
    if (typeof answer.error === 'string') throw new Error(answer.error)
    return answer.value
  }

  /** Runs an expression in the page of the app's first window. */
  page(expression: string): Promise<unknown> {
    return this.run(`return shared.window.webContents.executeJavaScript(${JSON.stringify(expression)})`)
  }

  events(): string[] {
    return this.lines.flatMap((line) => (line.event === undefined ? [] : [line.event]))
  }

  async stop(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.exited
  }

  #line(matches: (line: AppLine) => boolean): Promise<AppLine> {
    const past = this.lines.find(matches)
    if (past !== undefined) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ matches, resolve })
      void this.exited.then((how) => reject(new Error(`The app ended (${String(how)}):\n${this.errors}`)))
    })
  }

  #receive(text: string): void {
    if (!text.startsWith('{')) return
    const line = JSON.parse(text) as AppLine
    this.lines.push(line)
    for (const { matches, resolve } of this.#waiting) if (matches(line)) resolve(line)
  }
}

/** A folder for one test's user data. Removed with patience: helpers of the browser write until they notice its end. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'host-spec-'))
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }),
  }
}

/** Starts the probe app and waits until its first window has loaded. */
export async function launchProbe(userData: string, args: readonly string[] = []): Promise<RunningApp> {
  const app = new RunningApp([join(fixtures, 'probe'), '--headless', '--user-data-dir', userData, ...args])
  await app.event('ready')
  return app
}

/** Path of a fixture. */
export function fixturePath(name: string): string {
  return join(fixtures, name)
}

/** The probe app with a control port, and a client for it. */
export async function launchControlled(
  userData: string,
): Promise<{ readonly app: RunningApp; readonly base: string; readonly call: ControlClient }> {
  const app = await launchProbe(userData, ['--host-control-port', '0'])
  const base = await app.said(/control port (http:\/\/127\.0\.0\.1:\d+)\n/)
  return { app, base, call: controlClient(base) }
}
