import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { describeTransition, isTransition } from './describe-transition.ts'
import { PollLoop } from './poll-loop.ts'
import { reduceSession } from './reduce-session.ts'
import type { JournalPort, SessionListener, SessionLog } from './session-ports.ts'
import {
  isActive,
  signedOut,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-state.ts'
import { verifySession } from './verify-session.ts'

/** An event of the gap comes at once; after this long without one there is none left. */
const drainPauseMs = 300

/** A poll that is refused, or cut, is so at once; one that is open for this long may hang because nothing has happened. */
const probePauseMs = 300

export interface SessionDriverDeps {
  readonly clock: Clock
  readonly random: () => number
  readonly listener: SessionListener
  readonly log: SessionLog
  readonly journal: JournalPort
  /** The session is over, or its connections are dropped: what waits to be sent again must not be. */
  readonly interrupted: () => void
}

/**
 * Drives the session machine: applies events, tells owner and journal, and turns effects into polls, queries and closed
 * connections, whose outcomes are events again. Outcomes of a session that was left are not listened to.
 */
export class SessionDriver {
  #state: SessionState = signedOut
  #gateway: GatewayApi | null = null
  #cancelDrain: Cancel = () => undefined
  #cancelProbe: Cancel = () => undefined
  /** The question beside the open poll; an answer to an older one says nothing about this poll. */
  #probe: symbol | null = null
  /** Polls that ran into their deadline since one was answered. */
  #latePolls = 0
  readonly #polls: PollLoop
  readonly #deps: SessionDriverDeps

  constructor(deps: SessionDriverDeps) {
    this.#deps = deps
    this.#polls = new PollLoop({
      clock: deps.clock,
      random: deps.random,
      listener: {
        pollSent: () => this.#planProbe(),
        pollAnswered: (event, at) => {
          this.#dropProbe()
          this.#latePolls = 0
          if (event !== null) deps.listener.gatewayEvent(event, at)
          this.apply({ type: 'poll-answered', at, event })
        },
        pollAnsweredLate: (event, at) => {
          if (event === null) return
          deps.listener.gatewayEvent(event, at)
          this.apply({ type: 'late-event', at, event })
        },
        pollFailed: (error, at) => {
          this.#dropProbe()
          if (error.kind === 'timed-out') this.#latePolls += 1
          this.apply({ type: 'poll-failed', at, error, lastContactAt: this.#polls.lastContactAt })
        },
      },
    })
  }

  get state(): SessionState {
    return this.#state
  }

  /** When a poll was last answered, or the sign-in was. */
  get lastContactAt(): number {
    return this.#polls.lastContactAt
  }

  /** The connection of the session that stands or is being signed in; null = there is none. */
  get gateway(): GatewayApi | null {
    return this.#gateway
  }

  /** Whom the gateway counts as signed in, as far as anybody knows: while signing out as well. */
  get signedInAgent(): string | null {
    const state = this.#state
    if (isActive(state)) return state.agentId
    return state.phase === 'signing-out' ? state.from.agentId : null
  }

  /** A sign-in begins over this connection; it is closed with the session. */
  own(gateway: GatewayApi): void {
    this.#gateway = gateway
  }

  /** The gateway accepted the sign-in of this agent. */
  enter(gateway: GatewayApi, agentId: string): void {
    this.#latePolls = 0
    this.#polls.enter(gateway, agentId)
  }

  apply(event: SessionEvent): void {
    const previous = this.#state
    const { state, effects } = reduceSession(previous, event)
    this.#state = state
    if (isTransition(state, previous)) {
      this.#deps.log.info('session', { from: previous.phase, to: state.phase, event: event.type })
      this.#deps.journal.record(describeTransition(state, previous, event))
    }
    if (state !== previous) this.#deps.listener.sessionChanged(state, previous)
    for (const effect of effects) this.#perform(effect)
  }

  requestFailed(error: GatewayError): void {
    const { lastContactAt } = this.#polls
    this.apply({ type: 'request-failed', at: this.#deps.clock.now(), error, lastContactAt })
  }

  /** The end that nothing follows, from whichever phase the session is in. Resolves when the connections are closed. */
  async end(): Promise<void> {
    const gateway = this.#gateway
    const at = this.#deps.clock.now()
    this.apply({ type: 'sign-in-failed', at, error: { kind: 'aborted', wasSent: true } })
    this.apply({ type: 'sign-out-asked', at, cause: 'signed-out-at-quit' })
    this.apply({ type: 'sign-out-done', at })
    await gateway?.dispose()
  }

  #perform(effect: SessionEffect): void {
    const gateway = this.#gateway
    if (gateway === null) return
    switch (effect.type) {
      case 'poll':
        this.#polls.plan(effect)
        return
      case 'verify':
        void this.#verify(gateway, effect.attempt)
        return
      case 'await-drain':
        this.#cancelDrain()
        this.#cancelDrain = this.#deps.clock.after(drainPauseMs, () =>
          this.apply({ type: 'drained', at: this.#deps.clock.now(), attempt: effect.attempt }),
        )
        return
      case 'catch-up':
        this.#cancelDrain()
        void this.#catchUp(gateway, effect.attempt)
        return
      case 'close':
        void this.#close(gateway)
    }
  }

  /** In doubt a poll that hangs may mean that nothing has happened: a question beside it tells sooner than its answer. */
  #planProbe(): void {
    this.#dropProbe()
    const state = this.#state.phase === 'signing-out' ? this.#state.from : this.#state
    const gateway = this.#gateway
    if (state.phase !== 'doubtful' || gateway === null) return
    // Where polls run into their deadline again and again, only an answered poll proves anything.
    if (this.#latePolls > 1) return
    const { agentId, attempt } = state
    this.#cancelProbe = this.#deps.clock.after(
      probePauseMs,
      () => void this.#askBeside(gateway, agentId, attempt),
    )
  }

  async #askBeside(gateway: GatewayApi, agentId: string, attempt: number): Promise<void> {
    const probe = Symbol('probe')
    this.#probe = probe
    const error = await verifySession(gateway, agentId)
    if (probe !== this.#probe) return
    if (error === null) this.apply({ type: 'verified', at: this.#deps.clock.now(), attempt })
  }

  #dropProbe(): void {
    this.#cancelProbe()
    this.#probe = null
  }

  async #verify(gateway: GatewayApi, attempt: number): Promise<void> {
    this.#deps.interrupted()
    this.#cancelDrain()
    this.#dropProbe()
    this.#polls.giveUp()
    await gateway.dropConnections()
    const agentId = this.signedInAgent
    if (agentId === null || gateway !== this.#gateway || !this.#isVerifying(attempt)) return
    const error = await verifySession(gateway, agentId)
    if (gateway !== this.#gateway) return
    const at = this.#deps.clock.now()
    if (error === null) this.apply({ type: 'verified', at, attempt })
    else {
      const { lastContactAt } = this.#polls
      this.apply({ type: 'verify-failed', at, attempt, error, lastContactAt })
    }
  }

  /** False when another gap was found before the connections of this one were dropped. */
  #isVerifying(attempt: number): boolean {
    const state = this.#state.phase === 'signing-out' ? this.#state.from : this.#state
    return state.phase === 'recovering' && state.attempt === attempt
  }

  async #catchUp(gateway: GatewayApi, attempt: number): Promise<void> {
    const result = await this.#deps.listener.catchUp()
    if (gateway !== this.#gateway) return
    const at = this.#deps.clock.now()
    if (result.ok) this.apply({ type: 'caught-up', at, attempt })
    else this.apply({ type: 'catch-up-failed', at, attempt, error: result.error })
  }

  async #close(gateway: GatewayApi): Promise<void> {
    this.#gateway = null
    this.#deps.interrupted()
    this.#cancelDrain()
    this.#dropProbe()
    this.#polls.leave()
    await gateway.dispose()
  }
}
