import type { GatewayApi } from '../../src/main/gateway/gateway-api.ts'
import type { GatewayError } from '../../src/main/gateway/gateway-error.ts'
import type { GatewayEvent } from '../../src/main/gateway/gateway-event.ts'
import type { Clock } from '../../src/main/time/clock.ts'
import type { AgentState } from '../../src/shared/domain/agent.ts'

/** What a client's screen says. Most clients have one value and no doubt. */
export interface Shown {
  readonly isSignedIn: boolean
  readonly state: AgentState | null
  /** The screen says itself that this may not be so. */
  readonly isInDoubt: boolean
  /** The agent has been told that a call was offered and taken back. */
  readonly hasToldMissedCall: boolean
}

/** A client under trial, from the sign-in to its end. */
export interface Client {
  readonly shown: () => Shown
  readonly requests: () => number
  readonly dispose: () => Promise<void>
}

/** When a client asks again, and when it gives up: all in which the clients restated here differ. */
export interface Policy {
  readonly name: string
  /** Pause before the next poll. */
  readonly pauseMs: (answer: 'event' | 'empty' | 'failure') => number
  /** Called after each failure in a row; true = the client calls itself signed out. */
  readonly givesUp: (failures: number, silentMs: number) => boolean
  /** So many answers "wrong Guid" in a row are tolerated. */
  readonly toleratedGuidRefusals: number
}

const states: Partial<Record<GatewayEvent['type'], AgentState>> = {
  idle: 'idle',
  busy: 'busy',
  rest: 'rest',
  'wrap-up': 'wrap-up',
  occupied: 'talking',
  ringing: 'talking',
  talking: 'talking',
}

const isGuidRefused = (error: GatewayError): boolean =>
  error.kind === 'session-gone' && error.retcode === '000-003'

/**
 * A client that polls and shows the last event, as public clients do: what it shows is what it heard last, and nothing is
 * read back. It runs over the same client code as the desk, so that deadlines and decoding are no advantage to either.
 */
export class OneValueClient {
  #isSignedIn = true
  #state: AgentState | null = null
  #hasToldMissedCall = false
  #failures = 0
  #guidRefusals = 0
  #lastAnswerAt: number
  readonly #gateway: GatewayApi
  readonly #agentId: string
  readonly #clock: Clock
  readonly #policy: Policy
  readonly #stop = new AbortController()

  constructor(deps: { gateway: GatewayApi; agentId: string; clock: Clock; policy: Policy }) {
    this.#gateway = deps.gateway
    this.#agentId = deps.agentId
    this.#clock = deps.clock
    this.#policy = deps.policy
    this.#lastAnswerAt = deps.clock.now()
  }

  get shown(): Shown {
    return {
      isSignedIn: this.#isSignedIn,
      state: this.#isSignedIn ? this.#state : null,
      isInDoubt: false,
      hasToldMissedCall: this.#hasToldMissedCall,
    }
  }

  /** Polls until signed out, from here on by itself. */
  start(): void {
    void this.#round()
  }

  async dispose(): Promise<void> {
    this.#stop.abort()
    this.#isSignedIn = false
    await this.#gateway.dispose()
  }

  async #round(): Promise<void> {
    const answer = await this.#gateway.pollEvent(this.#agentId, this.#stop.signal)
    if (!this.#isSignedIn) return
    const outcome = answer.ok ? this.#heard(answer.value) : this.#failed(answer.error)
    if (outcome === null) return
    this.#clock.after(this.#policy.pauseMs(outcome), () => {
      if (this.#isSignedIn) void this.#round()
    })
  }

  #heard(event: GatewayEvent | null): 'event' | 'empty' | null {
    this.#failures = 0
    this.#guidRefusals = 0
    this.#lastAnswerAt = this.#clock.now()
    if (event === null) return 'empty'
    this.#state = states[event.type] ?? this.#state
    if (event.type === 'no-answer') this.#hasToldMissedCall = true
    if (event.type === 'shutdown') return this.#signOut()
    return 'event'
  }

  #failed(error: GatewayError): 'failure' | null {
    const silentMs = this.#clock.now() - this.#lastAnswerAt
    if (isGuidRefused(error)) {
      this.#guidRefusals += 1
      return this.#guidRefusals > this.#policy.toleratedGuidRefusals ? this.#signOut() : 'failure'
    }
    if (error.kind === 'session-gone') return this.#signOut()
    this.#failures += 1
    return this.#policy.givesUp(this.#failures, silentMs) ? this.#signOut() : 'failure'
  }

  #signOut(): null {
    this.#isSignedIn = false
    return null
  }
}
