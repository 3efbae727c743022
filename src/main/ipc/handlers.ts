import type { AppError } from '../../shared/app-error.ts'
import type { Diagnostics } from '../../shared/domain/diagnostics.ts'
import { parseCommand } from '../../shared/commands/parse-command.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { DeskService, SupervisorService } from '../agent/desk-service.ts'
import type { CommandRunner } from '../commands/command-runner.ts'
import type { CommandsState } from '../commands/commands-state.ts'
import type { Journal } from '../journal/journal.ts'
import type { CommandHandlers } from './command-handlers.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { ShortcutKeeper } from '../shortcuts/shortcut-keeper.ts'
import type { RosterFile } from '../roster-export/roster-file.ts'
import { createAlertHandlers, type AlertServices } from './alert-handlers.ts'
import { createHelpHandlers, type HelpServices } from './help-handlers.ts'
import { toJournalFilter } from './journal-filter.ts'
import { fitAnswer } from './message-bounds.ts'
import type { Watches } from './watches.ts'

/** What the commands of a window reach. */
export interface HandlerServices {
  readonly desk: DeskService
  readonly supervisor: SupervisorService
  readonly watches: Watches
  readonly preferences: PreferencesService
  readonly journal: Pick<Journal, 'page'>
  readonly diagnostics: { read(): Diagnostics }
  readonly runner: Pick<CommandRunner, 'run'>
  readonly commands: Pick<CommandsState, 'snapshot'>
  readonly shortcuts: Pick<ShortcutKeeper, 'test' | 'record'>
  /** A page has asked for its first snapshot: it can be used. */
  readonly snapshotAsked: (windowId: number) => void
  /** Shows the system's file dialog above that window; null when the agent chose none. */
  readonly chooseCaFile: (windowId: number) => Promise<string | null>
  /** Saves the agents of a query where the person at that window wants them; null when he chose no file. */
  readonly saveRoster: RosterFile['save']
  /** Saves the journal where the agent of that window wants it; the path, or null when he chose none. */
  readonly saveJournal: (windowId: number) => Promise<Result<string | null, AppError>>
  /** First run, connection check, settings, About and the journal view. */
  readonly help: HelpServices
  /** Alerts, and the start with the computer. */
  readonly alerts: AlertServices
  readonly quit: () => void
}

/** The commands of the bridge, each handed to the service that knows it. */
export function createHandlers(services: HandlerServices): CommandHandlers {
  const { desk, supervisor, watches, preferences, journal, diagnostics } = services
  return {
    'desk:get-snapshot': async (_input, { windowId }) => {
      services.snapshotAsked(windowId)
      return ok(desk.snapshot)
    },
    'desk:watch': async ({ views }, { windowId }) => {
      watches.set(windowId, views)
      return ok(null)
    },
    'session:sign-in': async (input) => {
      await services.help.check.stop()
      return desk.signIn(input, 'window')
    },
    'session:return': async (input) => {
      await services.help.check.stop()
      return desk.returnToSession(input, 'window')
    },
    'session:sign-out': (input) => desk.signOut(input, 'window'),
    'wishes:cancel': ({ wish }) => desk.cancelWish(wish, 'window'),
    'absence:dismiss': async ({ id }) => {
      desk.dismissAbsence(id)
      return ok(null)
    },
    'agent:set-state': (request) => desk.setAgentState(request, 'window'),
    'call:control': ({ action }) => desk.controlCall(action, 'window'),
    'agent:set-after-call': ({ autoIdle }) => desk.setAfterCall(autoIdle, 'window'),
    'agent:set-linkage': ({ linked }) => desk.setLinkage(linked, 'window'),
    'skills:sign-in': ({ choice }) => desk.signInToSkills(choice, 'window'),
    'skills:refresh': () => desk.refreshSkills(),
    'waiting:refresh': () => desk.refreshWaiting(),
    'waiting:transfer': (input) => desk.transferWaitingCall(input, 'window'),
    'queues:get-snapshot': async () => ok(desk.queues),
    'queues:refresh': () => desk.refreshQueues(),
    'roster:get-snapshot': async () => ok(desk.roster),
    'roster:refresh': () => desk.refreshRoster(),
    'roster:export': ({ query, columns }, { windowId }) => services.saveRoster(windowId, query, columns),
    'supervisor:connect': (input) => supervisor.connect(input, 'window'),
    'supervisor:read-bindings': ({ skillId }) => supervisor.readBindings(skillId),
    'supervisor:unbind': (input) => supervisor.unbind(input, 'window'),
    'supervisor:unbind-all': (input) => supervisor.unbindAll(input, 'window'),
    'supervisor:undo': ({ receiptId }) => supervisor.undo(receiptId, 'window'),
    'supervisor:stop': ({ receiptId }) => supervisor.stop(receiptId, 'window'),
    'supervisor:read-report': ({ receiptId }) => supervisor.readReport(receiptId),
    'notices:dismiss': async ({ id }) => {
      desk.dismissNotice(id)
      return ok(null)
    },
    'journal:read': async (input) => ok(fitAnswer(await journal.page(toJournalFilter(input)))),
    'journal:save': (_input, { windowId }) => services.saveJournal(windowId),
    'diagnostics:read': async () => ok(diagnostics.read()),
    'settings:choose-ca-file': async (_input, { windowId }) => ok(await services.chooseCaFile(windowId)),
    'preferences:get-snapshot': async () => ok(preferences.snapshot),
    'preferences:change': (changes) => preferences.change(changes),
    'preferences:reset': ({ keys }) => preferences.reset(keys),
    'commands:get-snapshot': async () => ok(services.commands.snapshot),
    'shortcuts:test': async ({ accelerator }) => ok(await services.shortcuts.test(accelerator)),
    'shortcuts:record': async ({ isRecording }) => {
      services.shortcuts.record(isRecording)
      return ok(null)
    },
    'commands:run': async ({ text }) => {
      const command = parseCommand(text)
      if (command.ok) return services.runner.run(command.value, 'palette')
      return err({ code: 'invalid-input', field: 'input', problem: 'malformed' })
    },
    ...createHelpHandlers(services.help),
    ...createAlertHandlers(services.alerts),
    'app:quit': async () => {
      services.quit()
      return ok(null)
    },
  }
}
