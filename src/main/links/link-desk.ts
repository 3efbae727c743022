import type { AppError } from '../../shared/app-error.ts'
import { changesState, isGuarded } from '../../shared/commands/command-table.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Logger } from '../logging/logger.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { QuitQuestion } from '../windows/confirm-quit.ts'
import { readLink } from './read-link.ts'

export interface LinkDeskDeps {
  /** Runs the command at the door of links and tells what became of it. */
  readonly run: (command: Command) => Promise<void>
  /** Tells why a command was not run. */
  readonly tellFailed: (command: Command, error: AppError) => void
  /** When the agent's state or call last changed by itself; null = not in this run. */
  readonly changedAt: () => number | null
  /** Tells that a link was opened which is no command. */
  readonly tellNotUnderstood: () => void
  /** The question for a command, in the present language. */
  readonly question: (command: Command) => QuitQuestion
  /** Shows the question; true = allowed. Closing it means no. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>
  readonly clock: Pick<Clock, 'now'>
  readonly journal: JournalPort
  readonly log: Logger
}

/** So many links are followed in so long a time; a page could open them without end. */
const mostLinks = 20
const withinMs = 10_000

/**
 * Follows links. What changes something is asked first, in words, with "no" as the usual answer; while a question is open no
 * other link is followed, so that questions do not pile up.
 */
export class LinkDesk {
  readonly #deps: LinkDeskDeps
  #followedAt: readonly number[] = []
  #isAsking = false
  #areTooManyTold = false

  constructor(deps: LinkDeskDeps) {
    this.#deps = deps
  }

  /** Resolves when the link was followed or turned down. */
  async open(link: string): Promise<void> {
    const { tellNotUnderstood, log } = this.#deps
    if (this.#isAsking || !this.#mayFollow()) {
      this.#turnDown()
      return
    }
    this.#areTooManyTold = false
    const command = readLink(link)
    if (!command.ok) {
      // What was in it is not written down: anybody may have written it.
      log.warn('link not understood', { problem: command.error.kind })
      tellNotUnderstood()
      return
    }
    if (await this.#isAllowed(command.value)) await this.#deps.run(command.value)
  }

  async #isAllowed(command: Command): Promise<boolean> {
    if (!changesState(command)) return true
    const { ask, question, changedAt, tellFailed } = this.#deps
    const before = changedAt()
    this.#isAsking = true
    try {
      if (!(await ask(question(command)))) {
        this.#noteRefusal(command, 'not-allowed')
        return false
      }
      // Somebody sits there and says yes: that is no page opening links without end.
      this.#followedAt = []
    } finally {
      this.#isAsking = false
    }
    // What was allowed was meant for the call or state of the moment in which it was asked.
    if (!isGuarded(command) || changedAt() === before) return true
    this.#noteRefusal(command, 'just-changed')
    tellFailed(command, { code: 'refused', reason: 'just-changed' })
    return false
  }

  #noteRefusal(command: Command, refused: string): void {
    this.#deps.journal.record({
      kind: 'command',
      name: command.name,
      cause: 'deep-link',
      details: { refused },
    })
  }

  /** One line for a page that opens links without end, not one for each. */
  #turnDown(): void {
    if (this.#areTooManyTold) return
    this.#areTooManyTold = true
    this.#deps.log.warn('links turned down', {
      why: this.#isAsking ? 'a question is open' : 'too many links',
    })
  }

  #mayFollow(): boolean {
    const now = this.#deps.clock.now()
    const recent = this.#followedAt.filter((at) => now - at < withinMs)
    if (recent.length >= mostLinks) {
      this.#followedAt = recent
      return false
    }
    this.#followedAt = [...recent, now]
    return true
  }
}
