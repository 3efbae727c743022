import type { AppError } from '../../shared/app-error.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { err, type Result } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { isResting, type SessionState } from '../session/session-state.ts'
import type { Settings } from '../settings/settings.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { keepSettings, type KeepSettings } from './keep-settings.ts'

type SignInInput = ParsedInput<'session:sign-in'>

/** How long the way back stays open once a session has ended: a shift. Who comes later types the password again. */
const wayBackMs = 8 * 60 * 60 * 1_000

export interface SignInDeps extends KeepSettings {
  readonly store: DeskStore
  readonly clock: Clock
  /** Makes a client for a gateway; fails when the CA file cannot be used. */
  readonly openGateway: (target: {
    readonly address: string
    readonly caFile: string
  }) => Promise<Result<GatewayApi, AppError>>
  /** Address given for this run only (command line, built-in demo): signing in there saves neither it nor the demo's agent. */
  readonly runOnly: { readonly gatewayAddress: string | null; readonly isDemo: boolean }
}

/**
 * Signs in, and back in. What was typed is kept in memory, and nowhere else, as long as it may be needed for the way back:
 * until the agent signs out, gives the way back up or lets it pass, or the gateway refuses the password (ADR 9).
 */
export class SignInCommand {
  #typed: SignInInput | null = null
  #cancelForget: Cancel = () => undefined
  readonly #deps: SignInDeps
  readonly #session: GatewaySession

  constructor(deps: SignInDeps, session: GatewaySession) {
    this.#deps = deps
    this.#session = session
  }

  async signIn(input: SignInInput): Promise<Result<null, AppError>> {
    if (!isResting(this.#session.state)) return err({ code: 'refused', reason: 'sign-in-in-progress' })
    const { settings, openGateway } = this.#deps
    const gateway = await openGateway({ address: input.gatewayAddress, caFile: input.caFile })
    if (!gateway.ok) return gateway
    const { wishes } = settings.current
    const signedIn = await this.#session.signIn(
      gateway.value,
      {
        agentId: input.agentId,
        password: input.password,
        phone: input.phone,
        isAlwaysOffHook: input.isAlwaysOffHook,
        autoIdle: input.isAlwaysOffHook && wishes.autoIdle,
        isLinked: wishes.isLinked,
      },
      input.takeOver,
    )
    if (signedIn.ok) {
      this.#remember(input)
      await this.#keepIdentity(input)
    } else if (isPasswordTrouble(signedIn.error)) this.forget()
    return signedIn
  }

  /**
   * Signs in as before the session ended. Only an explicit act of the agent comes here, and only `takeOver` ends another
   * session.
   */
  async return(takeOver: boolean): Promise<Result<null, AppError>> {
    this.forgetOld()
    if (lostAt(this.#session.state) === null || this.#typed === null) return err({ code: 'not-connected' })
    return this.signIn({ ...this.#typed, takeOver })
  }

  /** The session has changed: the time for the way back runs from its end, and a sign-in stops it. */
  sessionChanged(state: SessionState): void {
    this.#cancelForget()
    if (state.phase === 'signed-out') this.forget()
    const at = lostAt(state)
    if (at === null) return
    const leftMs = Math.max(0, at + wayBackMs - this.#deps.clock.now())
    this.#cancelForget = this.#deps.clock.after(leftMs, () => this.forget())
  }

  /** A timer stands still while the system sleeps: what it should have forgotten is forgotten now. */
  forgetOld(): void {
    const at = lostAt(this.#session.state)
    if (at !== null && this.#deps.clock.now() - at >= wayBackMs) this.forget()
  }

  /** The agent does not want to come back. False when there is no session that he could come back to. */
  giveUp(): boolean {
    if (lostAt(this.#session.state) === null) return false
    this.forget()
    return true
  }

  /** Nothing that was typed is known any more. */
  forget(): void {
    this.#cancelForget()
    this.#remember(null)
  }

  #remember(input: SignInInput | null): void {
    this.#typed = input
    const canReturn = input !== null
    this.#deps.store.update((state) => (state.canReturn === canReturn ? state : { ...state, canReturn }))
  }

  async #keepIdentity(input: SignInInput): Promise<void> {
    const { runOnly, store } = this.#deps
    const identity = {
      gatewayAddress: input.gatewayAddress,
      caFile: input.caFile,
      agentId: input.agentId,
      phone: input.phone,
      isAlwaysOffHook: input.isAlwaysOffHook,
    }
    store.update((state) => ({ ...state, signIn: { ...state.signIn, ...identity } }))
    const isRunOnly = input.gatewayAddress === runOnly.gatewayAddress
    if (isRunOnly && runOnly.isDemo) return
    const { gatewayAddress, caFile, ...person } = identity
    const change: Partial<Settings> = isRunOnly ? person : { ...person, gatewayAddress, caFile }
    await keepSettings(this.#deps, change)
  }
}

/** When the session ended that one can come back to; null = there is none. */
function lostAt(state: SessionState): number | null {
  return state.phase === 'ended' || state.phase === 'taken-over' ? state.ended.at : null
}

/** After these the same password must not be sent again: accounts lock. */
function isPasswordTrouble({ reason }: AppError): boolean {
  return reason === 'wrong-credentials' || reason === 'password-expired' || reason === 'account-locked'
}
