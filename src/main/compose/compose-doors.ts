import { app, globalShortcut } from 'electron'
import type { Command } from '../../shared/commands/command.ts'
import { ChosenQueues } from '../commands/chosen-queues.ts'
import { CommandGuard } from '../commands/command-guard.ts'
import { CommandRunner } from '../commands/command-runner.ts'
import { CommandsState } from '../commands/commands-state.ts'
import { OutsideCommands } from '../commands/outside-commands.ts'
import { ShownPartSender } from '../commands/shown-part-sender.ts'
import { ToldRunner } from '../commands/told-runner.ts'
import { LinkDesk } from '../links/link-desk.ts'
import { linkQuestion } from '../links/link-question.ts'
import { linkScheme } from '../links/read-link.ts'
import { ToldFailures } from '../notifications/told-failures.ts'
import { ShortcutKeeper } from '../shortcuts/shortcut-keeper.ts'
import { askToQuit } from '../windows/ask-to-quit.ts'
import { createConfirmedQuit } from '../windows/confirm-quit.ts'
import { showDesktopNote } from '../windows/desktop-note.ts'
import type { Common, WindowsAccess } from './common.ts'

/** The runner behind every door, and the doors that are no window and no tray. */
export interface Doors {
  readonly runner: CommandRunner
  /** For doors where nobody sees an answer. */
  readonly toldRunner: ToldRunner
  readonly toldFailures: ToldFailures
  readonly commands: CommandsState
  readonly shortcuts: ShortcutKeeper
  readonly shownPart: ShownPartSender
  /** Runs a command of a command line, after the sign-in if it waits for one. */
  readonly runFromCommandLine: (command: Command) => void
  readonly openLink: (link: string) => void
}

/** Builds the doors. The keys that work everywhere are registered later, by `shortcuts.start()`. */
export function composeDoors(common: Common, windows: WindowsAccess): Doors {
  const { desk, store, preferences, words, journal, clock, log, end, launch } = common
  const chosen = new ChosenQueues(desk)
  chosen.start()
  end.add('chosen queues', () => chosen.dispose())
  const guard = new CommandGuard({ desk, clock, guardMs: () => preferences.get('guardMs') })
  guard.start()
  end.add('guard', () => guard.dispose())
  const shownPart = new ShownPartSender(windows)
  const runner = new CommandRunner({
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
  const tell = (note: { readonly title: string; readonly body: string }): void =>
    void showDesktopNote(note, windows.reveal)
  const toldRunner = new ToldRunner({ runner, words, tell, toldFailures })
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
  return {
    runner,
    toldRunner,
    toldFailures,
    commands,
    shortcuts,
    shownPart,
    runFromCommandLine: (command) =>
      void outside
        .run(command, 'command-line')
        .catch((error: unknown) => log.error('command failed', { command: command.name, error })),
    openLink: (link) => void links.open(link).catch((error: unknown) => log.error('link failed', { error })),
  }
}
