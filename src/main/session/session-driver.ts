import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { describeTransition, isTransition } from './describe-transition.ts'
import { DoubtProbe } from './doubt-probe.ts'
import { PollLoop } from './poll-loop.ts'
import { reduceSession } from './reduce-session.ts'
import type { JournalPort, SessionListener, SessionLog } from './session-ports.ts'
import {
  activePart,
  signedOut,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-state.ts'
import { verifySession } from './verify-session.ts'

/** An event of the gap comes at once; after this long without one there is none left. */
const drainPauseMs = 300

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
  readonly #polls: PollLoop
  readonly #probe: DoubtProbe
  readonly #deps: SessionDriverDeps

  constructor(deps: SessionDriverDeps) {
    this.#deps = deps
    this.#probe = new DoubtProbe(deps.clock)
    this.#polls = new PollLoop({
      clock: deps.clock,
      random: deps.random,
      listener: {
        pollSent: () => this.#planProbe(),
        pollAnswered: (event, at) => {
          this.#probe.pollAnswered()
          if (event !== null) deps.listener.gatewayEvent(event, at)
          this.apply({ type: 'poll-answered', at, event })
        },
        pollAnsweredLate: (event, at) => {
          if (event === null) return
          deps.listener.gatewayEvent(event, at)
          this.apply({ type: 'late-event', at, event })
        },
        pollFailed: (error, at) => {
          this.#probe.pollFailed(error)
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
    return activePart(this.#state)?.agentId ?? null
  }

  /** A sign-in begins over this connection; it is closed with the session. */
  own(gateway: GatewayApi): void {
    this.#gateway = gateway
  }

  /** The gateway accepted the sign-in of this agent. */
  enter(gateway: GatewayApi, agentId: string): void {
    this.#probe.pollAnswered()
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

  #planProbe(): void {
    const state = activePart(this.#state)
    const gateway = this.#gateway
    if (state?.phase !== 'doubtful' || gateway === null) return
    const { agentId, attempt } = state
    this.#probe.plan(
      () => verifySession(gateway, agentId),
      (error) => {
        if (error === null) this.apply({ type: 'verified', at: this.#deps.clock.now(), attempt })
        else this.requestFailed(error)
      },
    )
  }

  async #verify(gateway: GatewayApi, attempt: number): Promise<void> {
    this.#deps.interrupted()
    this.#cancelDrain()
    this.#probe.drop()
    this.#polls.giveUp()
    await gateway.dropConnections()
    const state = activePart(this.#state)
    // Another gap may have been found before the connections of this one were dropped.
    if (state?.attempt !== attempt || gateway !== this.#gateway) return
    const error = await verifySession(gateway, state.agentId)
    if (gateway !== this.#gateway) return
    const at = this.#deps.clock.now()
    if (error === null) this.apply({ type: 'verified', at, attempt })
    else {
      const { lastContactAt } = this.#polls
      this.apply({ type: 'verify-failed', at, attempt, error, lastContactAt })
    }
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
    this.#probe.drop()
    this.#polls.leave()
    await gateway.dispose()
  }
}
