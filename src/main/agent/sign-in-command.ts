import type { AppError } from '../../shared/app-error.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { err, type Result } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { isResting } from '../session/session-state.ts'
import type { Settings } from '../settings/settings.ts'
import type { DeskStore } from './desk-store.ts'
import { keepSettings, type KeepSettings } from './keep-settings.ts'

type SignInInput = ParsedInput<'session:sign-in'>

export interface SignInDeps extends KeepSettings {
  readonly store: DeskStore
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
 * until the agent signs out or the gateway refuses the password.
 */
export class SignInCommand {
  #typed: SignInInput | null = null
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
    const { session } = this.#deps.store.state
    const isOut = session.phase === 'ended' || session.phase === 'taken-over'
    if (!isOut || this.#typed === null) return err({ code: 'not-connected' })
    return this.signIn({ ...this.#typed, takeOver })
  }

  /** Nothing that was typed is known any more. */
  forget(): void {
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

/** After these the same password must not be sent again: accounts lock. */
function isPasswordTrouble({ reason }: AppError): boolean {
  return reason === 'wrong-credentials' || reason === 'password-expired' || reason === 'account-locked'
}
