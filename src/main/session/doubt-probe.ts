import type { GatewayError } from '../gateway/gateway-error.ts'
import type { Cancel, Clock } from '../time/clock.ts'

/** A poll that is refused, or cut, is so at once; one that is open for this long may hang because nothing has happened. */
const probePauseMs = 300

/** Where more polls than this have run into their deadline since one was answered, only an answered poll proves anything. */
const latePollsLimit = 1

/**
 * The question beside an open poll. A poll without an event is answered after ten seconds; in doubt a question tells sooner
 * whether the session stands. At most one is planned or under way, and the fate of the poll makes it pointless.
 */
export class DoubtProbe {
  #cancel: Cancel = () => undefined
  /** The question whose answer is waited for; an answer to an older one says nothing about this poll. */
  #question: symbol | null = null
  #latePolls = 0
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Asks in a moment, unless the poll is answered before, or fails. `tell` gets null when the session stands. */
  plan(ask: () => Promise<GatewayError | null>, tell: (error: GatewayError | null) => void): void {
    this.drop()
    if (this.#latePolls > latePollsLimit) return
    this.#cancel = this.#clock.after(probePauseMs, () => void this.#ask(ask, tell))
  }

  /** The poll was answered, or a sign-in was. */
  pollAnswered(): void {
    this.#latePolls = 0
    this.drop()
  }

  pollFailed(error: GatewayError): void {
    if (error.kind === 'timed-out') this.#latePolls += 1
    this.drop()
  }

  /** What is planned is not asked, and what was asked is not listened to. */
  drop(): void {
    this.#cancel()
    this.#question = null
  }

  async #ask(
    ask: () => Promise<GatewayError | null>,
    tell: (error: GatewayError | null) => void,
  ): Promise<void> {
    const question = Symbol('question')
    this.#question = question
    const error = await ask()
    if (question === this.#question) tell(error)
  }
}
