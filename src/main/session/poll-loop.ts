import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { pollDelayMs } from './poll-delay.ts'
import type { SessionEffect } from './session-state.ts'

export interface PollListener {
  /** A poll was planned, and leaves now. */
  pollSent(): void
  pollAnswered(event: GatewayEvent | null, at: number): void
  /** A poll that had been given up was answered all the same; the event in the answer is told only this once. */
  pollAnsweredLate(event: GatewayEvent | null, at: number): void
  pollFailed(error: GatewayError, at: number): void
}

/**
 * The event poll of one session after another: at most one is planned or open, and nothing is told of a session that was
 * left. Whether and when to go on is not decided here: each answer is told, and the next poll has to be planned.
 */
export class PollLoop {
  #gateway: GatewayApi | null = null
  #agentId = ''
  #lastContactAt = 0
  /** The poll that is planned or open. */
  #abort: AbortController | null = null
  #cancelPlan: Cancel = () => undefined
  readonly #clock: Clock
  readonly #random: () => number
  readonly #listener: PollListener

  constructor(deps: { clock: Clock; random: () => number; listener: PollListener }) {
    this.#clock = deps.clock
    this.#random = deps.random
    this.#listener = deps.listener
  }

  /** When a poll was last answered, or the sign-in was: the sign of life that counts on both sides. */
  get lastContactAt(): number {
    return this.#lastContactAt
  }

  /** From here on polls are sent for this sign-in. */
  enter(gateway: GatewayApi, agentId: string): void {
    this.#gateway = gateway
    this.#agentId = agentId
    this.#lastContactAt = this.#clock.now()
  }

  /** Plans the next poll after the pause for its reason. One that is planned or open is given up and aborted. */
  plan(effect: Extract<SessionEffect, { readonly type: 'poll' }>): void {
    this.#stop()
    const gateway = this.#gateway
    if (gateway === null) return
    const abort = new AbortController()
    this.#abort = abort
    this.#cancelPlan = this.#clock.after(
      pollDelayMs(effect, this.#random),
      () => void this.#poll(gateway, abort),
    )
  }

  /**
   * Gives up the poll that is planned or open without aborting it, for its connection is about to be dropped: an answer
   * that has arrived already can still be read, and an abort would lose the event in it.
   */
  giveUp(): void {
    this.#abort = null
    this.#cancelPlan()
  }

  /** The session is over: aborts the poll; nothing is sent or told any more. */
  leave(): void {
    this.#gateway = null
    this.#stop()
  }

  #stop(): void {
    this.#abort?.abort()
    this.giveUp()
  }

  async #poll(gateway: GatewayApi, abort: AbortController): Promise<void> {
    this.#listener.pollSent()
    const answer = await gateway.pollEvent(this.#agentId, abort.signal)
    if (gateway !== this.#gateway) return
    const at = this.#clock.now()
    const isGivenUp = abort !== this.#abort
    if (!answer.ok) {
      // The end of the session is true however late it is read; and with it the client has forgotten the Guid, so that
      // whatever asked next would be refused for another reason, and the agent told a wrong one.
      if (!isGivenUp || answer.error.kind === 'session-gone') this.#listener.pollFailed(answer.error, at)
      return
    }
    // A late answer may have come before a sleep: it is no sign of life of this moment.
    if (isGivenUp) {
      this.#listener.pollAnsweredLate(answer.value, at)
      return
    }
    this.#lastContactAt = at
    this.#listener.pollAnswered(answer.value, at)
  }
}
