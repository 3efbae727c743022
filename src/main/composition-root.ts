import { randomUUID } from 'node:crypto'
import { release, type } from 'node:os'
import { join } from 'node:path'
import { app, ipcMain, nativeTheme, powerMonitor, protocol, session, shell } from 'electron'
import type { Command } from '../shared/commands/command.ts'
import { createDesk } from './agent/create-desk.ts'
import { followQueueRules } from './agent/follow-queue-rules.ts'
import type { Common, WindowsAccess } from './compose/common.ts'
import { composeAlerts, composeAlertServices } from './compose/compose-alerts.ts'
import { composeDoors } from './compose/compose-doors.ts'
import { composeHelp } from './compose/compose-help.ts'
import { composeWindows, type Windows } from './compose/compose-windows.ts'
import { DemoStarter } from './demo/demo-starter.ts'
import { forkDemo } from './demo/fork-demo.ts'
import { combineObservers } from './diagnostics/combine-observers.ts'
import { JournalExchanges } from './diagnostics/journal-exchanges.ts'
import { RequestCounter } from './diagnostics/request-counter.ts'
import { Broadcaster } from './ipc/broadcaster.ts'
import { createHandlers } from './ipc/handlers.ts'
import { CommandRouter } from './ipc/router.ts'
import { Watches } from './ipc/watches.ts'
import { SupportFile } from './journal/support-file.ts'
import { chooseTarget } from './launch/choose-target.ts'
import type { LaunchOptions } from './launch/launch-options.ts'
import { openGateway, openManagement } from './launch/open-clients.ts'
import type { OrderlyEnd } from './launch/orderly-end.ts'
import type { ProgramJournal } from './launch/program-journal.ts'
import { pageAddress } from './launch/page-address.ts'
import { programPaths } from './launch/program-paths.ts'
import { runningHost } from './launch/running-host.ts'
import { ReadySignal } from './launch/ready-line.ts'
import type { Logger } from './logging/logger.ts'
import { Terminal } from './logging/terminal.ts'
import { GapWatch } from './power/gap-watch.ts'
import { PreferencesKeeper } from './preferences/preferences.ts'
import { appScheme } from './protocol/app-origin.ts'
import { createAppProtocol } from './protocol/app-protocol.ts'
import { RosterFile } from './roster-export/roster-file.ts'
import { guardApp } from './security/guard-app.ts'
import { ownOriginOf } from './security/own-origin.ts'
import { createElectronStoreWriter } from './settings/electron-store-writer.ts'
import { openSettings } from './settings/settings-file.ts'
import { systemClock as clock } from './time/clock.ts'
import { endWithSession } from './supervisor/end-with-session.ts'
import { createElectronTray } from './tray/electron-tray.ts'
import { TrayController } from './tray/tray-controller.ts'
import { chooseCaFile } from './windows/choose-ca-file.ts'
import { chooseSavePath } from './windows/choose-save-path.ts'
import { followTheme } from './windows/follow-theme.ts'
import type { QuitIntent } from './windows/quit-intent.ts'
import { PresentWords } from './words/words.ts'

/** What `index.ts` has made before Electron was ready. */
export interface Beginning {
  /** Folder of the built entry; this module may be bundled elsewhere. */
  readonly mainFolder: string
  readonly launch: LaunchOptions
  readonly log: Logger
  readonly intent: QuitIntent
  readonly journal: ProgramJournal
  /** Everything started here is registered with it. */
  readonly end: OrderlyEnd
  readonly newReference: () => string
}

/** What the rest of the program can ask once it runs. */
export interface Running {
  /** Brings the window to the front. */
  reveal(): void
  openWindow(): void
  /** Runs a command of a command line, after the sign-in if it waits for one. */
  runCommand(command: Command): void
  openLink(link: string): void
  /** Tells the agent that Deskside was started once more. */
  tellSecondStart(): void
}

/**
 * Builds every service once, in the order of their dependencies, and starts them. Rejects when the program cannot run:
 * whatever was started by then is registered with `end`.
 */
export async function compose({
  mainFolder,
  launch,
  log,
  intent,
  journal: programJournal,
  end,
  newReference,
}: Beginning): Promise<Running> {
  const userData = app.getPath('userData')
  const paths = programPaths(mainFolder, app.getAppPath(), process.platform)
  const host = runningHost(process.versions)
  const address = pageAddress(app.isPackaged, process.env)
  const own = ownOriginOf(address)

  const openedSettings = openSettings({
    directory: userData,
    now: () => clock.now(),
    createWriter: createElectronStoreWriter,
  })
  const journal = await programJournal.opened
  await Promise.all([app.whenReady(), openedSettings])
  const { store: settings, damaged } = await openedSettings
  // electron-store opens a channel for renderers, past the router: nothing here needs it.
  ipcMain.removeAllListeners('electron-store-get-data')

  guardApp(
    { app, session: session.defaultSession, openExternal: (link) => shell.openExternal(link) },
    own,
    log.scope('security'),
  )
  protocol.handle(appScheme, createAppProtocol(paths.renderer, log.scope('protocol')))

  const demo = new DemoStarter(() => {
    const control = app.isPackaged ? 'without-control' : 'with-control'
    const started = forkDemo(paths.demoProcess, join(userData, 'demo-gateway'), control, clock)
    void started.ended.then((code) => log.info('the demo gateway has ended', { code }))
    return started
  })
  // Now, however late it starts: the desk signs out there before it ends.
  end.add('demo gateway', () => demo.dispose())
  const target = await chooseTarget(launch, settings.current, () => demo.ready())
  if (!target.ok) throw new Error(`The demo gateway could not be started: ${target.error}`)

  const diagnostics = new RequestCounter({ clock, isJournalKept: () => journal.isKept })
  const observation = {
    observer: combineObservers(
      // First: what an answer says of the time before a gap must not be told as if it were of now.
      { exchanged: () => gaps.look() },
      diagnostics,
      new JournalExchanges(journal),
    ),
    now: () => clock.now(),
  }
  const { desk, supervisor, store, useTarget } = createDesk({
    app: { version: app.getVersion(), host, locale: app.getLocale() },
    run: target.value.run,
    demo: target.value.demo,
    settings,
    clock,
    random: Math.random,
    log: log.scope('session'),
    newId: randomUUID,
    schedule: (run) => void setImmediate(run),
    journal,
    openGateway: (gateway) => openGateway(gateway, observation),
    openManagement: (management) =>
      openManagement({ ...management, caFile: store.snapshot.signIn.caFile }, observation),
  })
  end.add('supervisor', () => supervisor.dispose())
  end.add('supervisor at sign-out', endWithSession(desk, supervisor))
  if (damaged !== null) {
    log.error('settings were kept aside', { ...damaged })
    store.notify('warning', { kind: 'settings-damaged', keptAs: damaged.keptAs })
  }
  programJournal.watchDisk({
    lost: () => store.notify('warning', { kind: 'journal-not-kept' }),
    keptAgain: () => store.retract(({ kind }) => kind === 'journal-not-kept'),
  })

  const ready = new ReadySignal(
    () => ({ host, gateway: desk.snapshot.signIn.gatewayAddress, userData, control: target.value.control }),
    new Terminal(process.stdout).writeLine,
  )
  const preferences = new PreferencesKeeper({
    settings,
    fromCommandLine: {
      ...(launch.language === null ? {} : { language: launch.language }),
      ...(launch.startsHidden ? { startsHidden: true } : {}),
    },
    log: log.scope('preferences'),
  })
  const words = new PresentWords({ preferences, systemLocale: () => app.getLocale() })
  const common: Common = { launch, desk, store, settings, preferences, words, journal, clock, log, end }
  const access: WindowsAccess = {
    reveal: () => windows.reveal(),
    receivers: () => windows.manager.receivers,
  }
  const doors = composeDoors(common, access)
  const program = { version: app.getVersion(), host, system: `${type()} ${release()} ${process.arch}` }
  const help = composeHelp(common, {
    windows: access,
    demo,
    initial: target.value,
    useTarget,
    diagnostics,
    program,
    userData,
  })
  const choosePath = (windowId: number, name: string, extension: 'csv' | 'txt'): Promise<string | null> =>
    chooseSavePath(windows.manager.find(windowId), join(app.getPath('documents'), name), extension)
  const rosterFile = new RosterFile({
    desk,
    words: () => words.now,
    journal,
    clock,
    choosePath: (windowId, name) => choosePath(windowId, name, 'csv'),
    log: log.scope('roster'),
  })
  const supportFile = new SupportFile({
    journal,
    program,
    clock,
    choosePath: (windowId, name) => choosePath(windowId, name, 'txt'),
    log: log.scope('journal'),
  })
  const watches = new Watches(desk)
  const router = new CommandRouter({
    handlers: createHandlers({
      desk,
      supervisor,
      watches,
      preferences,
      journal,
      diagnostics,
      runner: doors.runner,
      commands: doors.commands,
      shortcuts: doors.shortcuts,
      snapshotAsked: (windowId) => {
        ready.snapshotAsked()
        doors.shownPart.windowReady(windowId)
      },
      chooseCaFile: (windowId) => chooseCaFile(windows.manager.find(windowId)),
      saveJournal: (windowId) => supportFile.save(windowId),
      saveRoster: (windowId, query, columns) => rosterFile.save(windowId, query, columns),
      alerts: composeAlertServices(common, access),
      help,
      quit: () => app.quit(),
    }),
    own,
    log: log.scope('ipc'),
    clock,
    newReference,
    checksOutputs: !app.isPackaged,
    isEnding: () => end.hasBegun,
  })
  end.add('queue rules', followQueueRules(preferences, desk))
  end.add('theme', followTheme(preferences, nativeTheme))
  const windows: Windows = composeWindows(common, {
    paths,
    address,
    router,
    watches,
    intent,
    isPackaged: app.isPackaged,
    // The Chromium host has no screen of its own when headless, and its page must count as visible to keep working.
    showsWindows: !launch.isHeadless || host === 'chromium',
    hasTray: () => tray.isPresent,
    loaded: () => ready.windowLoaded(),
    crashed: (reason) => programJournal.record('window-crashed', { cause: reason }),
  })
  const tray: TrayController = new TrayController({
    desk,
    createTray: (onClick) => createElectronTray(paths.resources, onClick),
    openWindow: windows.reveal,
    context: () => doors.runner.context,
    run: (command) => doors.toldRunner.run(command, 'tray'),
    words,
    clock,
    log: log.scope('tray'),
  })
  const broadcaster = new Broadcaster({
    desk,
    preferences,
    commands: doors.commands,
    receivers: access.receivers,
    isWatching: (id, view) => watches.has(id, view),
    defer: queueMicrotask,
  })
  broadcaster.start()
  end.add('broadcaster', () => broadcaster.dispose())
  composeAlerts(common, { ...access, windows: () => windows.manager.windows, doors })
  const gaps: GapWatch = new GapWatch({ power: powerMonitor, clock, desk })
  gaps.start()
  end.add('gaps', () => gaps.dispose())
  tray.start()
  doors.shortcuts.start()
  end.add('shortcuts', () => doors.shortcuts.dispose())
  end.add('tray', () => tray.dispose())
  // Added last, so that it ends first: window and tray show the sign-out.
  end.add('desk', () => desk.dispose())
  // Without a tray nobody would find it again.
  await windows.manager.open(preferences.get('startsHidden') && tray.isPresent)

  return {
    reveal: windows.reveal,
    openWindow: windows.openWindow,
    runCommand: doors.runFromCommandLine,
    openLink: doors.openLink,
    tellSecondStart: () => store.notify('info', { kind: 'second-start' }),
  }
}
