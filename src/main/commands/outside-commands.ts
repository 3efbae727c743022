import type { AppError } from '../../shared/app-error.ts'
import { changesState, waitsForSignIn } from '../../shared/commands/command-table.ts'
import type { Command } from '../../shared/commands/command.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import type { Notice, NoticeContent } from '../../shared/domain/notice.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { Door } from '../../shared/domain/truth-line.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Logger } from '../logging/logger.ts'
import type { CommandRunner } from './command-runner.ts'

export interface OutsideCommandsDeps {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly runner: Pick<CommandRunner, 'run'>
  readonly notify: (severity: Notice['severity'], content: NoticeContent) => void
  readonly log: Logger
}

/** More wait for the sign-in than anybody can mean. */
const mostWaiting = 10

/**
 * Commands from outside the program: the command line of this start or of another, and links. Nobody sees an answer there, so
 * a notice tells what became of them. The command line may come before the sign-in: what says how things are to be waits.
 */
export class OutsideCommands {
  readonly #deps: OutsideCommandsDeps
  #waiting: readonly Command[] = []
  #undo: () => void = () => undefined

  constructor(deps: OutsideCommandsDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#undo = this.#deps.desk.subscribe(() => this.#look())
  }

  dispose(): void {
    this.#undo()
    this.#waiting = []
  }

  /** Resolves when the command was answered, or waits. */
  async run(command: Command, door: Extract<Door, 'command-line' | 'deep-link'>): Promise<void> {
    const { desk, notify } = this.#deps
    const mayWait = door === 'command-line' && waitsForSignIn(command)
    if (mayWait && !isSignedIn(desk.snapshot.session) && this.#waiting.length < mostWaiting) {
      this.#waiting = [...this.#waiting, command]
      notify('info', tell(command, 'waits', null))
      return
    }
    await this.#runNow(command, door)
  }

  /** Tells that it was not even tried. */
  tellFailed(command: Command, error: AppError): void {
    this.#deps.notify('warning', tell(command, 'failed', error))
  }

  async #runNow(command: Command, door: Door): Promise<void> {
    const { runner, notify } = this.#deps
    const result = await runner.run(command, door)
    if (!result.ok) {
      if (result.error.code !== 'superseded') this.tellFailed(command, result.error)
    } else if (changesState(command) && command.name !== 'quit') {
      notify('success', tell(command, 'done', null))
    }
  }

  #look(): void {
    if (this.#waiting.length === 0 || this.#deps.desk.snapshot.session.phase !== 'online') return
    const due = this.#waiting
    this.#waiting = []
    void this.#runAll(due)
  }

  /** In the order in which they were asked for. */
  async #runAll(commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      try {
        await this.#runNow(command, 'command-line')
      } catch (error) {
        this.#deps.log.error('command of the command line failed', { command: command.name, error })
      }
    }
  }
}

function tell(
  command: Command,
  outcome: Extract<NoticeContent, { readonly kind: 'command' }>['outcome'],
  error: AppError | null,
): NoticeContent {
  return { kind: 'command', command: formatCommand(command), outcome, error }
}
