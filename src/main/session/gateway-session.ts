import type { AppError } from '../../shared/app-error.ts'
import type { GapCause, SessionEndCause } from '../../shared/domain/session.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayApi, SignInRequest } from '../gateway/gateway-api.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { Clock } from '../time/clock.ts'
import { CommandQueue } from './command-queue.ts'
import { endCauseOf } from './end-cause.ts'
import { SessionDriver } from './session-driver.ts'
import type { JournalPort, SessionListener, SessionLog, SessionRequest } from './session-ports.ts'
import { isActive, isResting, type SessionState } from './session-state.ts'
import { toSignInError } from './sign-in-error.ts'
import { SwitchOver } from './switch-over.ts'
import { within } from './within.ts'

export type { JournalPort, SessionListener, SessionLog, SessionRequest } from './session-ports.ts'

/** Nothing was sent, or nothing of what was sent was carried out. */
const notSent: GatewayError = { kind: 'aborted', wasSent: false }
/** It was sent, and the answer belongs to a session that has ended meanwhile. */
const tooLate: GatewayError = { kind: 'aborted', wasSent: true }

/** At quit: how long an orderly sign-out may take before the forced one is tried, and the forced one before giving up. */
const quitStepMs = 1_500

/**
 * The gateway session as the desk uses it: sign-in, commands, queries, sign-out. Commands of the agent go one after
 * another; queries and the poll run beside them. Work that belongs to a session that has ended comes back as `aborted`,
 * whatever the gateway answers to it later.
 */
export class GatewaySession {
  readonly #driver: SessionDriver
  readonly #commands = new CommandQueue()
  readonly #switchOver: SwitchOver
  readonly #clock: Clock
  readonly #log: SessionLog
  #signingIn: Promise<unknown> = Promise.resolve()
  #signingOut: Promise<unknown> = Promise.resolve()
  #isDisposed = false

  constructor(deps: {
    clock: Clock
    random: () => number
    listener: SessionListener
    log: SessionLog
    journal: JournalPort
  }) {
    this.#clock = deps.clock
    this.#log = deps.log
    this.#switchOver = new SwitchOver(deps)
    this.#driver = new SessionDriver({ ...deps, interrupted: () => this.#switchOver.giveUp() })
  }

  get state(): SessionState {
    return this.#driver.state
  }

  /** When a poll was last answered, or the sign-in was. */
  get lastContactAt(): number {
    return this.#driver.lastContactAt
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
    if (!isResting(this.state) || this.#isDisposed) {
      await gateway.dispose()
      return err({ code: 'refused', reason: 'sign-in-in-progress' })
    }
    const driver = this.#driver
    this.#commands.startAnew()
    driver.own(gateway)
    driver.apply({ type: 'sign-in-asked', at: this.#clock.now(), agentId: request.agentId })
    const answering = takeOver ? gateway.forceSignIn(request) : gateway.signIn(request)
    this.#signingIn = answering
    const answer = await answering
    // Closed at quit meanwhile.
    if (gateway !== driver.gateway) return err(toAppError(tooLate))
    const at = this.#clock.now()
    if (!answer.ok) {
      driver.apply({ type: 'sign-in-failed', at, error: answer.error })
      return err(toSignInError(answer.error))
    }
    driver.enter(gateway, request.agentId)
    const { isAlwaysOffHook } = request
    driver.apply({ type: 'sign-in-accepted', at, isAlwaysOffHook, answer: answer.value })
    return ok(null)
  }

  /**
   * Signs out; with `force` also ends a call. Waits for a command under way; commands behind it are not sent any more. A
   * refusal leaves the session as it was. When no answer comes the session is closed all the same, and the result says
   * that the gateway did not confirm it.
   */
  async signOut(force: boolean, cause: SessionEndCause): Promise<Result<null, AppError>> {
    await this.#signingIn
    const { gateway } = this.#driver
    if (!isActive(this.state) || gateway === null) return err({ code: 'not-connected' })
    // A command that waits for the end of a switch-over would hold the sign-out up for as long.
    this.#switchOver.giveUp()
    this.#driver.apply({ type: 'sign-out-asked', at: this.#clock.now(), cause })
    const run = this.#commands.run(() => this.#sendSignOut(gateway, force))
    this.#signingOut = run
    return run
  }

  /** The program did not run, or the system slept: nothing is known since `from`. Without a session nothing happens. */
  gapFound(from: number, cause: Exclude<GapCause, 'no-answer'>): void {
    this.#driver.apply({ type: 'gap-found', at: this.#clock.now(), from, cause })
  }

  /** Sends a command after all commands before it have been answered. Nothing is sent while the session is in doubt. */
  command<T>(request: SessionRequest<T>): Promise<Result<T, GatewayError>> {
    const { gateway } = this.#driver
    return this.#commands.run(() => this.#send(request, gateway, (state) => state.phase === 'online'))
  }

  /** Sends a query at once; queries never change anything, so they need not wait for commands. */
  async query<T>(request: SessionRequest<T>): Promise<Result<T, GatewayError>> {
    // Until a poll is answered nothing else would be; asking would only load a gateway in trouble.
    if (this.state.phase === 'doubtful') return err({ kind: 'unreachable', detail: 'NO_ANSWER' })
    return this.#send(request, this.#driver.gateway, isActive)
  }

  /**
   * Signs out if signed in and closes everything; refuses sign-ins from here on. An orderly sign-out that is refused, or
   * not answered soon, is followed by a forced one: nobody is there any more to take calls. `isInCall` saves the try.
   */
  async dispose(isInCall = false): Promise<void> {
    this.#isDisposed = true
    await within(this.#clock, quitStepMs, this.#signingIn)
    await within(this.#clock, quitStepMs, this.#signingOut)
    if (isActive(this.state) && !isInCall) {
      await within(this.#clock, quitStepMs, this.signOut(false, 'signed-out-at-quit'))
    }
    const { gateway, signedInAgent } = this.#driver
    if (signedInAgent !== null && gateway !== null) {
      const forced = await within(this.#clock, quitStepMs, gateway.forceSignOut(signedInAgent))
      if (forced?.ok !== true) this.#log.warn('sign-out at quit was not confirmed')
    }
    await this.#driver.end()
  }

  async #sendSignOut(gateway: GatewayApi, force: boolean): Promise<Result<null, AppError>> {
    const driver = this.#driver
    const { signedInAgent: agentId } = driver
    // Ended meanwhile, by the gateway or at quit: there is nothing to sign out.
    if (gateway !== driver.gateway || agentId === null) return ok(null)
    const answer =
      (await this.#switchOver.send(
        () => (force ? gateway.forceSignOut(agentId) : gateway.signOut(agentId)),
        () => true,
      )) ?? err(notSent)
    if (gateway !== driver.gateway) return ok(null)
    const at = this.#clock.now()
    const isDone = answer.ok || endCauseOf(answer.error, 0) !== null
    if (!answer.ok && answer.error.kind === 'refused') driver.apply({ type: 'sign-out-refused', at })
    else driver.apply({ type: 'sign-out-done', at })
    if (isDone) return ok(null)
    if (answer.error.kind !== 'refused') {
      this.#log.warn('sign-out was not confirmed', { kind: answer.error.kind })
    }
    return err(toAppError(answer.error))
  }

  async #send<T>(
    request: SessionRequest<T>,
    gateway: GatewayApi | null,
    mayRun: (state: SessionState) => boolean,
  ): Promise<Result<T, GatewayError>> {
    const driver = this.#driver
    const { signedInAgent: agentId, state } = driver
    if (gateway === null || gateway !== driver.gateway || agentId === null || !mayRun(state)) {
      return err(notSent)
    }
    const answer = await this.#switchOver.send(
      () => request(gateway, agentId),
      // A doubt may have begun in the pause: what a command was about may be gone.
      () => mayRun(driver.state),
    )
    if (answer === null) return err(notSent)
    if (gateway !== driver.gateway) return err(tooLate)
    if (!answer.ok) driver.requestFailed(answer.error)
    return answer
  }
}
