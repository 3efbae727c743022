import type { AppError } from '../../shared/app-error.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Door } from '../../shared/domain/truth-line.ts'
import type { DesktopNote } from '../notifications/hidden-notices.ts'
import type { ToldFailures } from '../notifications/told-failures.ts'
import { failureText } from '../words/failure-text.ts'
import { nameCommand, type PresentWords } from '../words/words.ts'
import type { CommandRunner } from './command-runner.ts'

export interface ToldRunnerDeps {
  readonly runner: Pick<CommandRunner, 'run' | 'context'>
  readonly words: Pick<PresentWords, 'now'>
  /** Shows a note of the system: the window may be hidden. */
  readonly tell: (note: DesktopNote) => void
  /** Learns what was told, so that the notice of the desk does not say it again. */
  readonly toldFailures: Pick<ToldFailures, 'expect' | 'tell'>
}

/** Runs commands of doors where nobody sees an answer (tray, keys), and tells what did not work in a note of the system. */
export class ToldRunner {
  readonly #deps: ToldRunnerDeps

  constructor(deps: ToldRunnerDeps) {
    this.#deps = deps
  }

  /** Resolves when the command has been answered and a failure been told. */
  run(command: Command, door: Door): Promise<void> {
    const { toldFailures } = this.#deps
    const answered = this.#run(command, door)
    toldFailures.expect(answered)
    return answered
  }

  async #run(command: Command, door: Door): Promise<void> {
    const { runner, words, tell, toldFailures } = this.#deps
    const result = await runner.run(command, door)
    if (result.ok || result.error.code === 'superseded') return
    const action = nameCommand(command, words.now, runner.context)
    toldFailures.tell(result.error)
    tell({
      title: words.now.tray.failed.replace('{action}', () => action),
      body: this.#explain(command, result.error),
    })
  }

  #explain(command: Command, error: AppError): string {
    const { now } = this.#deps.words
    const isNothingThere = command.name === 'transfer-longest' && error.reason === 'nothing-found'
    return isNothingThere ? now.tray.nothingToTransfer : failureText(error, now)
  }
}
