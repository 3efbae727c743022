import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { parseLaunch, type LaunchOptions } from '../src/main/launch/launch-options.ts'
import { systemClock } from '../src/main/time/clock.ts'
import { electronProgram, installElectron } from './start/electron-program.ts'
import { isBuildFresh } from './start/build-freshness.ts'
import { endApp } from './start/end-app.ts'
import { hasDisplay } from './start/has-display.ts'
import { onNpmEnd } from './start/npm-end.ts'

/*
 * `npm start`: builds when needed, chooses the host, and passes everything else on. Standard output belongs to the app's
 * ready line; whatever this script has to say goes to standard error.
 */

const root = join(import.meta.dirname, '..')
const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Runs a program to its end with its output on standard error; resolves with its exit code. */
function runQuietly(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function build(): Promise<boolean> {
  if (await isBuildFresh(root)) return true
  say('Building Deskside…')
  const code = await runQuietly([
    join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
  ])
  if (code !== 0) say('The build failed.')
  return code === 0
}

/** The program to start and what precedes the options; null when the wanted host cannot be had. */
async function chooseProgram(host: LaunchOptions['host']): Promise<readonly [string, ...string[]] | null> {
  const chromium = [process.execPath, join(root, 'hosts', 'chromium', 'run.ts'), root] as const
  if (host === 'chromium') return chromium
  const electron = (await electronProgram(root, process.env)) ?? (await installElectron(root))
  if (electron !== null) return [electron, root]
  if (host === 'electron') {
    say('Electron is not installed here and could not be downloaded. Try --host chromium.')
    return null
  }
  say('Electron is not installed here: Deskside runs in Chromium instead, which is for trial and tests only.')
  return chromium
}

/** Starts the app and becomes it: signals go in, its exit code comes out. */
function become([program, ...args]: readonly [string, ...string[]]): void {
  // Nothing is said over the channel; the app ends when it closes, which it does with this process, however that ends.
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const end = (signal: NodeJS.Signals): void => endApp(child, signal, process.platform, systemClock)
  // Ctrl+C reaches the app by itself as well; it takes the second signal for an echo of the first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  onNpmEnd(() => end('SIGTERM'))
  child.once('error', (error) => {
    say(`Deskside could not be started: ${error.message}`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    process.exit(code ?? (signal === null ? 1 : 128 + constants.signals[signal]))
  })
}

async function start(argv: readonly string[]): Promise<void> {
  const launch = parseLaunch(argv, process.cwd())
  if (!launch.ok) {
    say(`deskside: ${launch.error}`)
    process.exitCode = 2
    return
  }
  const { host, isHeadless } = launch.value
  const mustHide = !isHeadless && !hasDisplay(process.env, process.platform)
  if (mustHide) say('There is no display: Deskside runs without a visible window (--headless).')
  const program = (await build()) ? await chooseProgram(host) : null
  if (program === null) {
    process.exitCode = 1
    return
  }
  become([...program, ...argv, ...(mustHide ? ['--headless'] : [])])
}

await start(process.argv.slice(2))
