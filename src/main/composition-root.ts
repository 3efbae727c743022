import { randomUUID } from 'node:crypto'
import { release, type } from 'node:os'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  globalShortcut,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import { ok } from '../shared/result.ts'
import type { Command } from '../shared/commands/command.ts'
import { createDesk } from './agent/create-desk.ts'
import { followQueueRules } from './agent/follow-queue-rules.ts'
import { ChosenQueues } from './commands/chosen-queues.ts'
import { CommandGuard } from './commands/command-guard.ts'
import { CommandRunner } from './commands/command-runner.ts'
import { CommandsState } from './commands/commands-state.ts'
import { OutsideCommands } from './commands/outside-commands.ts'
import { ShownPartSender } from './commands/shown-part-sender.ts'
import { ToldRunner } from './commands/told-runner.ts'
import { ConnectionCheck } from './connection-check/connection-check.ts'
import { reportText } from './connection-check/report-text.ts'
import { DemoStarter } from './demo/demo-starter.ts'
import { forkDemo } from './demo/fork-demo.ts'
import { GatewaySwitch } from './demo/gateway-switch.ts'
import { About } from './diagnostics/about.ts'
import { combineObservers } from './diagnostics/combine-observers.ts'
import { JournalExchanges } from './diagnostics/journal-exchanges.ts'
import { RequestCounter } from './diagnostics/request-counter.ts'
import { Broadcaster } from './ipc/broadcaster.ts'
import { createHandlers } from './ipc/handlers.ts'
import { CommandRouter } from './ipc/router.ts'
import { Watches } from './ipc/watches.ts'
import { SupportFile } from './journal/support-file.ts'
import { findEntries } from './journal/find-entries.ts'
import { chooseTarget, demoTarget } from './launch/choose-target.ts'
import type { LaunchOptions } from './launch/launch-options.ts'
import { openGateway, openManagement } from './launch/open-clients.ts'
import type { OrderlyEnd } from './launch/orderly-end.ts'
import type { ProgramJournal } from './launch/program-journal.ts'
import { programPaths } from './launch/program-paths.ts'
import { runningHost } from './launch/running-host.ts'
import { LinkDesk } from './links/link-desk.ts'
import { linkQuestion } from './links/link-question.ts'
import { linkScheme } from './links/read-link.ts'
import { ReadySignal } from './launch/ready-line.ts'
import type { Logger } from './logging/logger.ts'
import { Terminal } from './logging/terminal.ts'
import { chooseLoginItem } from './login/choose-login-item.ts'
import { LoginKeeper } from './login/login-keeper.ts'
import { AlertDesk } from './notifications/alert-desk.ts'
import { alertKindOf } from './notifications/alert-kind.ts'
import { alertNote, moreOf, testNote } from './notifications/alert-note.ts'
import { DeskAlerts } from './notifications/desk-alerts.ts'
import { HiddenNotices } from './notifications/hidden-notices.ts'
import { absenceText } from './notifications/note-text.ts'
import { ToldFailures } from './notifications/told-failures.ts'
import { GapWatch } from './power/gap-watch.ts'
import { PreferencesKeeper } from './preferences/preferences.ts'
import { appEntry, appScheme } from './protocol/app-origin.ts'
import { createAppProtocol } from './protocol/app-protocol.ts'
import { RosterFile } from './roster-export/roster-file.ts'
import { guardApp } from './security/guard-app.ts'
import { ownOriginOf } from './security/own-origin.ts'
import { createElectronStoreWriter } from './settings/electron-store-writer.ts'
import { openSettings } from './settings/settings-file.ts'
import { systemClock as clock } from './time/clock.ts'
import { endWithSession } from './supervisor/end-with-session.ts'
import { ShortcutKeeper } from './shortcuts/shortcut-keeper.ts'
import { createElectronTray } from './tray/electron-tray.ts'
import { TrayController } from './tray/tray-controller.ts'
import { askToQuit } from './windows/ask-to-quit.ts'
import { chooseCaFile } from './windows/choose-ca-file.ts'
import { chooseSavePath } from './windows/choose-save-path.ts'
import { createConfirmedQuit } from './windows/confirm-quit.ts'
import { showDesktopNote } from './windows/desktop-note.ts'
import { electronScreens } from './windows/electron-screens.ts'
import { explainOnce } from './windows/explain-once.ts'
import { followTheme } from './windows/follow-theme.ts'
import type { QuitIntent } from './windows/quit-intent.ts'
import { WindowManager } from './windows/window-manager.ts'
import { windowOptions } from './windows/window-options.ts'
import { WindowPlacer } from './windows/window-placer.ts'
import { WindowVisibility } from './windows/window-visibility.ts'
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
  /** Runs a command of a command line, after the sign-in if it needs one. */
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
  const paths = programPaths(mainFolder, app.getAppPath())
  const host = runningHost(process.versions)
  // Only an unpackaged program listens to the variable: it must not redirect an installed one (BLD-11).
  const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const address = developmentServer ?? appEntry
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
    end.add('demo gateway', () => started.dispose())
    return started
  })
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
  const rosterFile = new RosterFile({
    desk,
    words: () => words.now,
    journal,
    clock,
    choosePath: (windowId, name) =>
      chooseSavePath(windows.find(windowId), join(app.getPath('documents'), name), 'csv'),
    log: log.scope('roster'),
  })
  const supportFile = new SupportFile({
    journal,
    program: { version: app.getVersion(), host, system: `${type()} ${release()} ${process.arch}` },
    clock,
    choosePath: (windowId, name) =>
      chooseSavePath(windows.find(windowId), join(app.getPath('documents'), name), 'txt'),
    log: log.scope('journal'),
  })
  const preferences = new PreferencesKeeper({
    settings,
    fromCommandLine: {
      ...(launch.language === null ? {} : { language: launch.language }),
      ...(launch.startsHidden ? { startsHidden: true } : {}),
    },
    log: log.scope('preferences'),
  })
  const words = new PresentWords({ preferences, systemLocale: () => app.getLocale() })
  const chosen = new ChosenQueues(desk)
  chosen.start()
  end.add('chosen queues', () => chosen.dispose())
  const guard = new CommandGuard({ desk, clock, guardMs: () => preferences.get('guardMs') })
  guard.start()
  end.add('guard', () => guard.dispose())
  const shownPart = new ShownPartSender({ reveal: () => reveal(), receivers: () => windows.receivers })
  const runner: CommandRunner = new CommandRunner({
    desk,
    preferences,
    chosen,
    guard,
    show: (part) => shownPart.show(part),
    quit: createConfirmedQuit({
      snapshot: () => desk.snapshot,
      ask: askToQuit,
      quit: () => app.quit(),
      texts: () => words.now.tray.quitInCall,
      log: log.scope('commands'),
    }),
    isEnding: () => end.hasBegun,
    journal,
    log: log.scope('commands'),
  })
  const toldFailures = new ToldFailures()
  const toldRunner = new ToldRunner({
    runner,
    words,
    tell: (note) => showDesktopNote(note, () => reveal()),
    toldFailures,
  })
  const shortcuts = new ShortcutKeeper({
    port: globalShortcut,
    preferences,
    desk,
    run: (command) =>
      void toldRunner
        .run(command, 'shortcut')
        .catch((error: unknown) => log.error('shortcut failed', { command: command.name, error })),
    clock,
    isMac: process.platform === 'darwin',
    log: log.scope('shortcuts'),
  })
  const commands = new CommandsState({
    desk,
    chosen,
    guard,
    shortcuts,
    isWayland: process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland',
  })
  commands.start()
  end.add('commands', () => commands.dispose())
  const check = new ConnectionCheck({
    desk,
    now: () => clock.now(),
    journal,
    tell: (report) => {
      for (const receiver of windows.receivers)
        if (receiver.isLive()) receiver.send('connection:progress', report)
    },
  })
  end.add('connection check', () => check.dispose())
  const gateways = new GatewaySwitch({
    desk,
    useTarget,
    settings,
    preferences,
    initial: target.value,
    startDemo: async () => {
      const ready = await demo.ready()
      return ready.ok ? ok(demoTarget(ready.value, launch.managementAddress)) : ready
    },
    log: log.scope('gateway'),
  })
  gateways.start()
  end.add('gateway switch', () => gateways.dispose())
  const system = `${type()} ${release()} ${process.arch}`
  const about = new About({
    facts: { version: app.getVersion(), host, system, userData },
    versions: process.versions,
    diagnostics,
    openPath: (path) => shell.openPath(path),
    log: log.scope('about'),
  })
  const outside = new OutsideCommands({
    desk,
    runner,
    notify: (severity, content) => store.notify(severity, content),
    log: log.scope('commands'),
  })
  outside.start()
  end.add('outside commands', () => outside.dispose())
  const links = new LinkDesk({
    run: (command) => outside.run(command, 'deep-link'),
    tellFailed: (command, error) => outside.tellFailed(command, error),
    changedAt: () => guard.changedAt,
    tellNotUnderstood: () => store.notify('warning', { kind: 'link-not-understood' }),
    question: (command) => linkQuestion(command, words.now, runner.context),
    ask: askToQuit,
    clock,
    journal,
    log: log.scope('links'),
  })
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  else if (launch.registersLinks)
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, [app.getAppPath()])
  const login = new LoginKeeper({
    item: chooseLoginItem({
      app,
      platform: process.platform,
      env: process.env,
      program: app.getPath('exe'),
    }),
    preferences,
    log: log.scope('login'),
  })
  login.start()
  end.add('login', () => login.dispose())
  const watches = new Watches(desk)
  const router = new CommandRouter({
    handlers: createHandlers({
      desk,
      supervisor,
      watches,
      preferences,
      journal,
      diagnostics,
      runner,
      commands,
      shortcuts,
      snapshotAsked: (windowId) => {
        ready.snapshotAsked()
        shownPart.windowReady(windowId)
      },
      chooseCaFile: (windowId) => chooseCaFile(windows.find(windowId)),
      saveJournal: (windowId) => supportFile.save(windowId),
      saveRoster: (windowId, query, columns) => rosterFile.save(windowId, query, columns),
      alerts: {
        testNote: (kind) => showDesktopNote(testNote(kind, words.now), () => reveal()),
        loginStart: () => login.view(),
      },
      help: {
        check: {
          run: (input) => check.run(input),
          cancel: () => check.cancel(),
          stop: () => check.stop(),
          text: () =>
            check.report === null
              ? null
              : reportText(check.report, `Version ${app.getVersion()}, host ${host}, ${system}`),
        },
        gateways,
        about,
        journal: { find: (ids) => findEntries(journal, ids) },
        copy: (text) => clipboard.writeText(text),
      },
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
  const placer = new WindowPlacer<BrowserWindow>({
    screens: electronScreens(screen),
    settings,
    preferences,
    clock,
    reveal: () => reveal(),
    log: log.scope('window'),
  })
  placer.start()
  end.add('places of windows', () => placer.dispose())
  const windows: WindowManager<BrowserWindow> = new WindowManager<BrowserWindow>({
    createWindow: (isHidden) => {
      const window = new BrowserWindow(
        windowOptions({
          preload: paths.preload,
          icon: paths.appIcon,
          isDark: nativeTheme.shouldUseDarkColors,
          hasDevTools: !app.isPackaged,
          place: placer.nextPlace(),
          isHidden,
        }),
      )
      placer.attach(window)
      return window
    },
    address,
    router,
    watches,
    clock,
    log: log.scope('window'),
    // The Chromium host has no screen of its own when headless, and its page must count as visible to keep working.
    showsWindows: !launch.isHeadless || host === 'chromium',
    loaded: () => ready.windowLoaded(),
    crashed: (reason) => programJournal.record('window-crashed', { cause: reason }),
    visibility: () => visibility,
  })
  const openWindow = (): void => {
    windows.open().catch((error: unknown) => log.error('window could not be opened', { error }))
  }
  const visibility: WindowVisibility<BrowserWindow> = new WindowVisibility<BrowserWindow>({
    windows: () => windows.windows,
    openWindow,
    intent,
    hasTray: () => tray.isPresent,
    explainHidden: explainOnce(preferences, () => showDesktopNote(words.now.tray.stillRunning, reveal)),
  })
  const reveal = (): void => visibility.reveal()
  const tray: TrayController = new TrayController({
    desk,
    createTray: (onClick) => createElectronTray(paths.resources, onClick),
    openWindow: reveal,
    context: () => runner.context,
    run: (command) => toldRunner.run(command, 'tray'),
    words,
    clock,
    log: log.scope('tray'),
  })
  const broadcaster = new Broadcaster({
    desk,
    preferences,
    commands,
    receivers: () => windows.receivers,
    isWatching: (id, view) => watches.has(id, view),
    defer: queueMicrotask,
  })
  broadcaster.start()
  end.add('broadcaster', () => broadcaster.dispose())
  const alertDesk = new AlertDesk({
    preferences,
    clock,
    isFocused: () => windows.windows.some((window) => window.isFocused()),
    showNote: (note, onClick) => void showDesktopNote(note, onClick),
    playSound: (sound) => windows.receivers.find((one) => one.isLive())?.send('alert:play', sound),
    show: (part) => shownPart.show(part),
    moreOf: (kind, count) => moreOf(kind, count, words.now),
  })
  end.add('alerts', () => alertDesk.dispose())
  const deskAlerts = new DeskAlerts({
    desk,
    clock,
    words: () => words.now,
    raise: (alert) => alertDesk.raise(alert),
  })
  deskAlerts.start()
  end.add('alerts of the desk', () => deskAlerts.dispose())
  const hiddenNotices = new HiddenNotices({
    desk,
    isAnyWindowVisible: () => windows.windows.some((window) => window.isVisible() && !window.isMinimized()),
    noteFor: (content) => alertNote(content, words.now),
    noteForAbsence: (report) => absenceText(report, words.now),
    wasTold: (error) => toldFailures.wasTold(error),
    alertKindOf,
    raise: (kind, note) => alertDesk.raise({ kind, note, subject: null }),
    show: (note) => showDesktopNote(note, reveal),
  })
  hiddenNotices.start()
  end.add('notices', () => hiddenNotices.dispose())
  const gaps: GapWatch = new GapWatch({ power: powerMonitor, clock, desk })
  gaps.start()
  end.add('gaps', () => gaps.dispose())
  tray.start()
  shortcuts.start()
  end.add('shortcuts', () => shortcuts.dispose())
  end.add('tray', () => tray.dispose())
  // Added last, so that it ends first: window and tray show the sign-out.
  end.add('desk', () => desk.dispose())
  // Without a tray nobody would find it again.
  await windows.open(preferences.get('startsHidden') && tray.isPresent)

  return {
    reveal,
    openWindow,
    runCommand: (command) =>
      void outside
        .run(command, 'command-line')
        .catch((error: unknown) => log.error('command failed', { command: command.name, error })),
    openLink: (link) => void links.open(link).catch((error: unknown) => log.error('link failed', { error })),
    tellSecondStart: () => store.notify('info', { kind: 'second-start' }),
  }
}
