import type { AppError } from '../../shared/app-error.ts'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { GapCause, SessionEndCause } from '../../shared/domain/session.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayApi, GatewayResult, SignInRequest } from '../gateway/gateway-api.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { pollDelayMs } from './poll-delay.ts'
import { endCauseOf, isSilence } from './end-cause.ts'
import { reduceSession } from './reduce-session.ts'
import {
  isActive,
  isResting,
  signedOut,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-state.ts'

/** What the session tells its owner; called synchronously, in order. */
export interface SessionListener {
  sessionChanged(state: SessionState, previous: SessionState): void
  gatewayEvent(event: GatewayEvent, at: number): void
  /**
   * Asked after a gap, when its events have been told: reads everything anew. Fails only with the silence of the gateway;
   * what it refuses to tell is left out.
   */
  catchUp(): Promise<Result<null, GatewayError>>
}

/** Where what happens is written down. */
export interface JournalPort {
  record(entry: NewJournalEntry): void
}

export interface SessionLog {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** One request under a session. Gets the gateway and the agent ID of the session it runs in. */
export type SessionRequest<T> = (gateway: GatewayApi, agentId: string) => GatewayResult<T>

/** Nothing was sent: there is no session. */
const notConnected: GatewayError = { kind: 'aborted', wasSent: false }
/** It was sent, and the answer belongs to a session that has ended meanwhile. */
const tooLate: GatewayError = { kind: 'aborted', wasSent: true }

/** Pause of one to two seconds between tries during a switch-over (error table, 000-004). */
const switchOver = { tries: 6, minPauseMs: 1_000, spreadMs: 1_000 } as const

/** An event of the gap comes at once; after this long without one there is none left. */
const drainPauseMs = 300

/** At quit: how long an orderly sign-out may take before the forced one is tried, and the forced one before giving up. */
const quitStepMs = 1_500

/**
 * Drives the session machine: turns its effects into polls and closed connections, and the gateway's answers into its
 * events. Commands of the agent go one after another; queries and the poll run beside them. Work that belongs to a
 * session that has ended comes back as `aborted`, whatever the gateway answers to it later.
 */
export class GatewaySession {
  #state: SessionState = signedOut
  #gateway: GatewayApi | null = null
  #pollAbort = new AbortController()
  #cancelPoll: Cancel = () => undefined
  #cancelDrain: Cancel = () => undefined
  /** When a poll was last answered: the sign of life that counts on both sides. */
  #lastContactAt = 0
  /** Tail of the command queue; settles always. */
  #commands: Promise<unknown> = Promise.resolve()
  #signingIn: Promise<unknown> = Promise.resolve()
  #signingOut: Promise<unknown> = Promise.resolve()
  #isDisposed = false
  readonly #clock: Clock
  readonly #random: () => number
  readonly #listener: SessionListener
  readonly #log: SessionLog
  readonly #journal: JournalPort

  constructor(deps: {
    clock: Clock
    random: () => number
    listener: SessionListener
    log: SessionLog
    journal: JournalPort
  }) {
    this.#journal = deps.journal
    this.#clock = deps.clock
    this.#random = deps.random
    this.#listener = deps.listener
    this.#log = deps.log
  }

  get state(): SessionState {
    return this.#state
  }

  /**
   * Signs in over `gateway`, which the session owns from here on. Takes over another sign-in of the agent only when told
   * to. Fails without side effects while another session stands.
   */
  async signIn(
    gateway: GatewayApi,
    request: SignInRequest,
    takeOver: boolean,
  ): Promise<Result<null, AppError>> {
    if (!isResting(this.#state) || this.#isDisposed) {
      await gateway.dispose()
      return err({ code: 'refused', reason: 'sign-in-in-progress' })
    }
    this.#gateway = gateway
    // What the last session still waits for must not hold this one up.
    this.#commands = Promise.resolve()
    this.#apply({ type: 'sign-in-asked', at: this.#clock.now(), agentId: request.agentId })
    const answering = takeOver ? gateway.forceSignIn(request) : gateway.signIn(request)
    this.#signingIn = answering
    const answer = await answering
    const at = this.#clock.now()
    if (!answer.ok) {
      this.#apply({ type: 'sign-in-failed', at, error: answer.error })
      return err(toSignInError(answer.error))
    }
    this.#lastContactAt = at
    this.#apply({
      type: 'sign-in-accepted',
      at,
      isAlwaysOffHook: request.isAlwaysOffHook,
      answer: answer.value,
    })
    return ok(null)
  }

  /**
   * Signs out; with `force` also ends a call. Waits for a command under way; commands behind it are not sent any more. A
   * refusal leaves the session online. When no answer comes the session is closed all the same, and the result says that
   * the gateway did not confirm it.
   */
  async signOut(force: boolean, cause: SessionEndCause): Promise<Result<null, AppError>> {
    await this.#signingIn
    const gateway = this.#gateway
    if (!isActive(this.#state) || gateway === null) return err({ code: 'not-connected' })
    this.#apply({ type: 'sign-out-asked', at: this.#clock.now(), cause })
    const run = this.#commands.then(() => this.#sendSignOut(gateway, force))
    this.#signingOut = run
    return run
  }

  /** The program did not run, or the system slept: nothing is known since `from`. Without a session nothing happens. */
  gapFound(from: number, cause: Exclude<GapCause, 'no-answer'>): void {
    this.#apply({ type: 'gap-found', at: this.#clock.now(), from, cause })
  }

  /** Sends a command after all commands before it have been answered. Nothing is sent while the session is in doubt. */
  command<T>(request: SessionRequest<T>): Promise<Result<T, GatewayError>> {
    const gateway = this.#gateway
    const run = this.#commands.then(() => this.#send(request, gateway, (state) => state.phase === 'online'))
    this.#commands = run
    return run
  }

  /** Sends a query at once; queries never change anything, so they need not wait for commands. */
  query<T>(request: SessionRequest<T>): Promise<Result<T, GatewayError>> {
    return this.#send(request, this.#gateway, isActive)
  }

  /**
   * Signs out if signed in and closes everything; refuses sign-ins from here on. An orderly sign-out that is refused, or
   * not answered soon, is followed by a forced one: nobody is there any more to take calls. `isInCall` saves the try.
   */
  async dispose(isInCall = false): Promise<void> {
    this.#isDisposed = true
    await this.#within(quitStepMs, this.#signingIn)
    await this.#within(quitStepMs, this.#signingOut)
    if (isActive(this.#state) && !isInCall) {
      await this.#within(quitStepMs, this.signOut(false, 'signed-out-at-quit'))
    }
    const agentId = signedInAgent(this.#state)
    if (agentId !== null && this.#gateway !== null) {
      const forced = await this.#within(quitStepMs, this.#gateway.forceSignOut(agentId))
      if (forced?.ok !== true) this.#log.warn('sign-out at quit was not confirmed')
      this.#endAtQuit()
    }
    await this.#close()
  }

  async #sendSignOut(gateway: GatewayApi, force: boolean): Promise<Result<null, AppError>> {
    const { state } = this
    // Ended meanwhile, by the gateway or at quit: there is nothing to sign out.
    if (gateway !== this.#gateway || state.phase !== 'signing-out') return ok(null)
    const { agentId } = state.from
    const answer = await (force ? gateway.forceSignOut(agentId) : gateway.signOut(agentId))
    if (gateway !== this.#gateway) return ok(null)
    const at = this.#clock.now()
    if (answer.ok || endCauseOf(answer.error, 0) !== null) {
      this.#apply({ type: 'sign-out-done', at })
      return ok(null)
    }
    if (answer.error.kind === 'refused') {
      this.#apply({ type: 'sign-out-refused', at })
      return err(toAppError(answer.error))
    }
    this.#log.warn('sign-out was not confirmed', { kind: answer.error.kind })
    this.#apply({ type: 'sign-out-done', at })
    return err(toAppError(answer.error))
  }

  /** The end that nothing follows, from whichever phase the session is in. */
  #endAtQuit(): void {
    const at = this.#clock.now()
    this.#apply({ type: 'sign-out-asked', at, cause: 'signed-out-at-quit' })
    this.#apply({ type: 'sign-out-done', at })
  }

  /** What comes first: the value, or null when the time is over. */
  #within<T>(limitMs: number, work: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(limitMs, () => resolve(null))
      work.then(
        (value) => {
          cancel()
          resolve(value)
        },
        (error: unknown) => {
          cancel()
          reject(error instanceof Error ? error : new Error(String(error)))
        },
      )
    })
  }

  async #send<T>(
    request: SessionRequest<T>,
    gateway: GatewayApi | null,
    mayRun: (state: SessionState) => boolean,
  ): Promise<Result<T, GatewayError>> {
    const { state } = this
    if (gateway === null || gateway !== this.#gateway || !isActive(state) || !mayRun(state)) {
      return err(notConnected)
    }
    const answer = await this.#sendThroughSwitchOver(request, gateway, state.agentId)
    if (gateway !== this.#gateway) return err(tooLate)
    if (!answer.ok) this.#failed('request-failed', answer.error)
    return answer
  }

  /**
   * While the agent is moved to another server the gateway carries nothing out and says so (000-004, 105-002, 105-003);
   * the same request is then sent again, a few times.
   */
  async #sendThroughSwitchOver<T>(
    request: SessionRequest<T>,
    gateway: GatewayApi,
    agentId: string,
  ): Promise<Result<T, GatewayError>> {
    for (let tries = 1; ; tries += 1) {
      const answer = await request(gateway, agentId)
      const isMoving = !answer.ok && answer.error.kind === 'switch-over'
      if (!isMoving || tries === switchOver.tries || gateway !== this.#gateway) return answer
      const pauseMs = switchOver.minPauseMs + this.#random() * switchOver.spreadMs
      await new Promise<void>((resolve) => this.#clock.after(pauseMs, resolve))
    }
  }

  #failed(type: 'request-failed' | 'poll-failed', error: GatewayError): void {
    this.#apply({ type, at: this.#clock.now(), error, lastContactAt: this.#lastContactAt })
  }

  #apply(event: SessionEvent): void {
    const previous = this.#state
    const { state, effects } = reduceSession(previous, event)
    this.#state = state
    if (state.phase !== previous.phase) this.#note(state, previous, event)
    if (state !== previous) this.#listener.sessionChanged(state, previous)
    for (const effect of effects) this.#perform(effect)
  }

  #note(state: SessionState, previous: SessionState, event: SessionEvent): void {
    const { phase } = state
    this.#log.info('session', { from: previous.phase, to: phase, event: event.type })
    const ended = isResting(state) ? (state.ended?.cause ?? null) : null
    const error = 'error' in event ? event.error : null
    this.#journal.record({
      kind: 'transition',
      name: phase,
      cause: ended ?? event.type,
      details: {
        from: previous.phase,
        ...(error === null ? {} : { error: error.kind }),
        ...(error !== null && 'retcode' in error ? { retcode: error.retcode } : {}),
      },
    })
  }

  #perform(effect: SessionEffect): void {
    const gateway = this.#gateway
    switch (effect.type) {
      case 'poll': {
        if (gateway === null) return
        this.#stopPoll()
        const signal = this.#pollAbort.signal
        this.#cancelPoll = this.#clock.after(
          pollDelayMs(effect, this.#random),
          () => void this.#poll(gateway, signal),
        )
        return
      }
      case 'verify':
        this.#stopPoll()
        if (gateway !== null) void this.#verify(gateway, effect.attempt)
        return
      case 'await-drain':
        this.#cancelDrain()
        this.#cancelDrain = this.#clock.after(drainPauseMs, () =>
          this.#apply({ type: 'drained', at: this.#clock.now(), attempt: effect.attempt }),
        )
        return
      case 'catch-up':
        this.#cancelDrain()
        if (gateway !== null) void this.#catchUp(gateway, effect.attempt)
        return
      case 'close':
        void this.#close()
    }
  }

  async #poll(gateway: GatewayApi, signal: AbortSignal): Promise<void> {
    const agentId = signedInAgent(this.#state)
    if (agentId === null) return
    const answer = await gateway.pollEvent(agentId, signal)
    // An answer that came before the poll was given up counts; its event will not come again.
    if (gateway !== this.#gateway || (signal.aborted && !answer.ok)) return
    const at = this.#clock.now()
    if (!answer.ok) {
      this.#failed('poll-failed', answer.error)
      return
    }
    this.#lastContactAt = at
    if (answer.value !== null) this.#listener.gatewayEvent(answer.value, at)
    if (signal.aborted && answer.value?.type !== 'shutdown') return
    this.#apply({ type: 'poll-answered', at, event: answer.value })
  }

  /** Asks for the configured queues: a query that a gone session is documented to be refused (cec_07_1206). */
  async #verify(gateway: GatewayApi, attempt: number): Promise<void> {
    await gateway.dropConnections()
    const agentId = signedInAgent(this.#state)
    if (agentId === null || gateway !== this.#gateway) return
    const answer = await gateway.configuredSkills(agentId)
    if (gateway !== this.#gateway) return
    const at = this.#clock.now()
    const lastContactAt = this.#lastContactAt
    const isOver = !answer.ok && endCauseOf(answer.error, at - lastContactAt) !== null
    if (!answer.ok && (isOver || isSilence(answer.error))) {
      this.#apply({ type: 'verify-failed', at, attempt, error: answer.error, lastContactAt })
    } else this.#apply({ type: 'verified', at, attempt })
  }

  async #catchUp(gateway: GatewayApi, attempt: number): Promise<void> {
    const result = await this.#listener.catchUp()
    if (gateway !== this.#gateway) return
    const at = this.#clock.now()
    if (result.ok) this.#apply({ type: 'caught-up', at, attempt })
    else this.#apply({ type: 'catch-up-failed', at, attempt, error: result.error })
  }

  /** Gives up the poll under way or planned. */
  #stopPoll(): void {
    this.#cancelPoll()
    this.#cancelPoll = () => undefined
    this.#pollAbort.abort()
    this.#pollAbort = new AbortController()
  }

  async #close(): Promise<void> {
    const gateway = this.#gateway
    this.#gateway = null
    this.#cancelDrain()
    this.#stopPoll()
    await gateway?.dispose()
  }
}

function signedInAgent(state: SessionState): string | null {
  if (isActive(state)) return state.agentId
  return state.phase === 'signing-out' ? state.from.agentId : null
}

/** Before a session exists nothing can be "gone"; such an answer to a sign-in is a refusal like others. */
function toSignInError(error: GatewayError): AppError {
  if (error.kind === 'session-gone' || error.kind === 'sign-in-again') {
    return { code: 'refused', reason: 'platform-unavailable', retcode: error.retcode }
  }
  return toAppError(error)
}
