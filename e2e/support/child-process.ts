import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..', '..')

/**
 * Stripping and compiling its modules is most of what a simulator does at its start, and every test starts one: with the
 * compiled ones kept, 450 ms of processor time instead of 690.
 */
const compileCache = join(projectRoot, 'node_modules', '.cache', 'e2e')

/** What takes longer hangs. Said with what the program printed, which the end of a test alone would not tell. */
const limitMs = 90_000

/** Settles as the promise does; when that takes too long the program is ended, and it is said what it was to be. */
export async function within<T>(
  { child, output }: Pick<StartedProgram, 'child' | 'output'>,
  aim: string,
  promise: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not ${aim} after ${limitMs / 1000} s:\n${output()}`))
      child.kill('SIGKILL')
    }, limitMs)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** A program under test: its output is kept, its first line of JSON is its ready line. */
export interface StartedProgram {
  readonly child: ChildProcess
  /** Everything printed so far, for the message of a failed test. */
  output(): string
  /** The parsed ready line; rejects when the program ends before, or hangs. */
  readonly ready: Promise<Readonly<Record<string, unknown>>>
  /** The first group of the first match in the output, awaited on standard error; rejects when the program ends without one. */
  printed(pattern: RegExp): Promise<string>
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts a script of the project on this Node. */
export function startScript(...args: readonly string[]): StartedProgram {
  return startProgram([process.execPath, ...args])
}

/** Starts a program in the project's folder. */
export function startProgram([program, ...args]: readonly [string, ...string[]]): StartedProgram {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  const output = (): string => printed.join('')
  const readyLine = new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(`${line}\n`)
      if (line.startsWith('{"ready":true')) resolve(JSON.parse(line) as Record<string, unknown>)
    })
    void ended.then((code) =>
      reject(new Error(`ended with ${String(code)} before it was ready:\n${output()}`)),
    )
  })
  const ready = within({ child, output }, 'ready', readyLine)
  // A program that is meant to fail is judged by `ended`; its missing ready line is no unhandled error.
  ready.catch(() => undefined)
  const find = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output())?.[1]
        if (found !== undefined) resolve(found)
      }
      look()
      child.stderr.on('data', look)
      void ended.then(() => reject(new Error(`ended without ${String(pattern)}:\n${output()}`)))
    })
  return { child, output, ready, printed: find, ended }
}

/** Asks a program to end and waits until it has. */
export async function stopProgram(
  program: StartedProgram,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill(signal)
  return within(program, 'ended', program.ended)
}
