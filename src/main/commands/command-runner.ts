import type { AppError } from '../../shared/app-error.ts'
import { isGuarded, unavailableReason } from '../../shared/commands/command-table.ts'
import {
  shownSwitch,
  type CommandContext,
  type CommandUnavailable,
} from '../../shared/commands/command-unavailable.ts'
import type { Command, SwitchOrder, WindowOrder } from '../../shared/commands/command.ts'
import { findQueue } from '../../shared/commands/find-queue.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import type { Door } from '../../shared/domain/truth-line.ts'
import { err, ok, unreachable, type Result } from '../../shared/result.ts'
import type { DeskService, Outcome } from '../agent/desk-service.ts'
import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { ChosenQueues } from './chosen-queues.ts'
import type { CommandGuard } from './command-guard.ts'

export interface CommandRunnerDeps {
  readonly desk: DeskService
  readonly preferences: Pick<PreferencesService, 'get' | 'snapshot' | 'change'>
  readonly chosen: Pick<ChosenQueues, 'hasAny' | 'choiceOf'>
  readonly guard: Pick<CommandGuard, 'isClosed'>
  /** Brings the window to the front and, unless it is `window`, shows that part of it. */
  readonly show: (part: Extract<Command, { readonly name: 'show' }>['part']) => void
  /** Quits, after a question where there is something to lose. */
  readonly quit: () => void
  /** True once the program has begun to end: nothing is asked for any more (RES-15). */
  readonly isEnding: () => boolean
  readonly journal: JournalPort
  readonly log: Logger
}

/** Keys reach Deskside while the agent looks elsewhere, or an instant after what he looked at has changed. */
const keyboardDoors: ReadonlySet<Door> = new Set(['shortcut', 'palette'])

/**
 * The one place where a command of the table becomes a call: for the tray, keys, the palette, the command line and links.
 * Answers when the gateway has answered; what follows is seen in the snapshot.
 */
export class CommandRunner {
  readonly #deps: CommandRunnerDeps

  constructor(deps: CommandRunnerDeps) {
    this.#deps = deps
  }

  /** What decides now whether commands can work. */
  get context(): CommandContext {
    const { desk, preferences, chosen } = this.#deps
    return {
      snapshot: desk.snapshot,
      preferences: preferences.snapshot.values,
      hasChosenQueues: chosen.hasAny,
    }
  }

  async run(command: Command, door: Door): Outcome {
    const { guard, isEnding, log } = this.#deps
    const text = formatCommand(command)
    if (isEnding()) {
      log.info('refused during the end', { command: text, door })
      return err({ code: 'superseded' })
    }
    if (keyboardDoors.has(door) && isGuarded(command) && guard.isClosed) {
      return this.#refuse(command, door, { code: 'refused', reason: 'just-changed' })
    }
    const reason = unavailableReason(command, this.context)
    if (reason !== null) return this.#refuse(command, door, refusalFor(reason))
    log.info('asked', { command: text, door })
    return this.#carryOut(command, door)
  }

  #refuse(command: Command, door: Door, error: AppError): Result<never, AppError> {
    const { journal } = this.#deps
    // The command never reaches the desk, which writes down what it is asked for.
    const refused = error.unavailable ?? error.reason ?? error.code
    journal.record({ kind: 'command', name: command.name, cause: door, details: { refused } })
    return err(error)
  }

  async #carryOut(command: Command, door: Door): Outcome {
    const { desk, chosen, show, quit } = this.#deps
    const { snapshot } = desk
    switch (command.name) {
      case 'state':
        return desk.setAgentState({ state: command.state, reason: command.reason }, door)
      case 'auto-idle':
        return desk.setAfterCall(wanted(command.to, shownSwitch(snapshot.afterCall)), door)
      case 'linkage':
        return desk.setLinkage(wanted(command.to, shownSwitch(snapshot.linkage)), door)
      case 'skills': {
        const choice = chosen.choiceOf(command.mode)
        return choice === null ? err(refusalFor('nothing-chosen')) : desk.signInToSkills(choice, door)
      }
      case 'skill-set':
        return this.#signInToSet(command.set, door)
      case 'transfer-longest': {
        const queue = findQueue(snapshot.queues, command.queue)
        if (queue === null) return err(refusalFor('no-such-queue'))
        const moved = await desk.transferLongestWaiting(queue.id, door)
        return moved.ok ? ok(null) : moved
      }
      case 'call':
        return desk.controlCall(command.action, door)
      case 'cancel-wish':
        return desk.cancelWish(command.wish, door)
      case 'sign-out':
        return desk.signOut({ force: false }, door)
      case 'show':
        show(command.part)
        return ok(null)
      case 'window':
        return this.#setWindow(command.mode)
      case 'quit':
        quit()
        return ok(null)
      default:
        return unreachable(command)
    }
  }

  async #signInToSet(name: string, door: Door): Outcome {
    const { desk, preferences } = this.#deps
    const set = preferences.get('skillSets').find((saved) => saved.name === name)
    if (set === undefined) return err(refusalFor('no-such-set'))
    // A set of no queues is a wish as well; the gateway knows it by another name.
    const { skillIds } = set
    return desk.signInToSkills(skillIds.length === 0 ? { mode: 'none' } : { mode: 'chosen', skillIds }, door)
  }

  #setWindow(mode: WindowOrder): Outcome {
    const { preferences } = this.#deps
    const present = preferences.get('windowMode')
    const windowMode = mode === 'toggle' ? (present === 'mini' ? 'full' : 'mini') : mode
    return preferences.change({ windowMode })
  }
}

function wanted(order: SwitchOrder, isOn: boolean | null): boolean {
  return order === 'toggle' ? isOn !== true : order === 'on'
}

/** The error for a command that cannot work now: the same reason as beside the control. */
export function refusalFor(reason: CommandUnavailable): AppError {
  if (reason === 'not-signed-in') return { code: 'not-connected' }
  return { code: 'refused', reason: 'not-now', unavailable: reason }
}
