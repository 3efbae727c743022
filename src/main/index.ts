import { randomUUID } from 'node:crypto'
import { app, powerMonitor, protocol } from 'electron'
import { compose, type Running } from './composition-root.ts'
import { applyChromiumSwitches } from './launch/chromium-switches.ts'
import { parseLaunch, type LaunchOptions } from './launch/launch-options.ts'
import { runningHost } from './launch/running-host.ts'
import { openJournal } from './journal/open-journal.ts'
import { OrderlyEnd } from './launch/orderly-end.ts'
import { ProgramJournal } from './launch/program-journal.ts'
import { describeSecondStart, followSecondStart, secondStartOf } from './launch/second-start.ts'
import { quitWithSystem } from './launch/system-end.ts'
import { prepareUserData } from './launch/user-data.ts'
import { createConsoleSink } from './logging/console-sink.ts'
import { createFileSink } from './logging/file-sink.ts'
import { reportUnhandled } from './logging/report-unhandled.ts'
import { ScopedLogger } from './logging/scoped-logger.ts'
import { Terminal } from './logging/terminal.ts'
import { appSchemePrivileges } from './protocol/app-origin.ts'
import { systemClock as clock } from './time/clock.ts'
import { setApplicationMenu } from './windows/application-menu.ts'
import { QuitIntent } from './windows/quit-intent.ts'

/*
 * What must happen before Electron is ready, in this order: command line, profile folder, single-instance lock (it is
 * per profile), sandbox, scheme. Then the composition root takes over.
 */

/** Signing out and stopping what runs. With writing journal and log and closing the windows it stays below five seconds. */
const endLimitMs = 4_000
const recordsLimitMs = 300

const toTerminal = new Terminal(process.stderr).writeLine
const newReference = (): string => randomUUID().slice(0, 8)

function start(launch: LaunchOptions): void {
  app.enableSandbox()
  setApplicationMenu(process.platform)
  protocol.registerSchemesAsPrivileged([appSchemePrivileges])
  if (process.platform === 'win32') app.setAppUserModelId('org.deskside.Deskside')

  const file = createFileSink(`${app.getPath('userData')}/logs`, clock, toTerminal)
  const log = new ScopedLogger('main', [file.sink, createConsoleSink(toTerminal, clock)])
  const journal = new ProgramJournal({
    open: (told) =>
      openJournal({
        folder: `${app.getPath('userData')}/journal`,
        clock,
        schedule: (run) => void setImmediate(run),
        ...told,
      }),
    log: log.scope('journal'),
  })
  reportUnhandled(process, log, newReference, (kind, reference) =>
    journal.record('unhandled-error', { cause: kind, details: { reference } }),
  )
  const version = app.getVersion()
  log.info('start', { version, platform: process.platform, node: process.versions.node })
  journal.record('start', { details: { version, host: runningHost(process.versions) } })

  const intent = new QuitIntent()
  const end = new OrderlyEnd(clock, log)
  const records = new OrderlyEnd(clock, log)
  records.add('journal', () => journal.end())
  let isOver = false
  const endAll = async (): Promise<void> => {
    await end.run(endLimitMs)
    await records.run(recordsLimitMs)
    await file.flush(recordsLimitMs)
    isOver = true
  }
  let running: Running | null = null
  // macOS hands a link over before the program is ready, and a second start does not wait for it either.
  const early: ((running: Running) => void)[] = []
  const whenRunning = (run: (running: Running) => void): void => {
    if (running === null) early.push(run)
    else run(running)
  }
  const openLink = (link: string): void => whenRunning((running) => running.openLink(link))
  const { command, link } = launch
  if (command !== null) whenRunning((running) => running.runCommand(command))
  if (link !== null) openLink(link)
  const hasLauncher = process.connected

  app.on('before-quit', (event) => {
    intent.declare('user')
    // Asked twice, it waits all the same: the journal is written after everything else has ended.
    if (isOver) return
    event.preventDefault()
    void endAll().then(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
  // Electron quits at the first signal of a kind and dies at the second, which a launcher that forwards signals sends
  // while the first is still being obeyed. Handlers set once it is ready replace its own.
  // A launcher may also say it by closing the channel it started us with, the only gentle way on Windows.
  void app.whenReady().then(() => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
    if (hasLauncher && !process.connected) app.quit()
    process.on('disconnect', () => app.quit())
    quitWithSystem({ app, power: powerMonitor })
  })
  app.on('activate', () => running?.reveal())
  app.on('open-url', (event, link) => {
    event.preventDefault()
    openLink(link)
  })
  app.on('second-instance', (_event, _argv, _cwd, data) => followSecondStart(data, whenRunning))

  compose({ mainFolder: import.meta.dirname, launch, log, intent, journal, end, newReference }).then(
    (composed) => {
      running = composed
      for (const run of early.splice(0)) run(composed)
    },
    async (error: unknown) => {
      // Quitting while starting tears down what is being built: no failure.
      if (end.hasBegun) return
      log.error('start failed', { error })
      toTerminal(`Deskside could not start: ${error instanceof Error ? error.message : String(error)}`)
      await endAll()
      app.exit(1)
    },
  )
}

/** A command line that cannot be followed: one line, and the code that scripts know it by. */
function refuse(problem: string): void {
  toTerminal(`deskside: ${problem}`)
  app.exit(2)
}

function begin(launch: LaunchOptions): void {
  const { userDataDir } = launch
  if (userDataDir !== null) {
    const folder = prepareUserData(userDataDir)
    if (!folder.ok) {
      refuse(folder.error)
      return
    }
    app.setPath('userData', folder.value)
  }
  if (runningHost(process.versions) === 'electron') {
    const problem = applyChromiumSwitches(launch, app.isPackaged, app.commandLine)
    if (problem !== null) toTerminal(`deskside: ${problem}`)
  }
  const wanted = secondStartOf(launch)
  if (app.requestSingleInstanceLock(wanted)) {
    start(launch)
    return
  }
  toTerminal(`Deskside is already running; ${describeSecondStart(wanted)}.`)
  app.quit()
}

const launch = parseLaunch(process.argv.slice(1), process.cwd())
if (launch.ok) begin(launch.value)
else refuse(launch.error)
