import type { GatewayEvent } from '../gateway-event.ts'
import type { GatewayResult } from './gateway-result.ts'

/** Sign-in body (cec_07_1202), in our words. */
export interface SignInRequest {
  readonly agentId: string
  readonly password: string
  readonly phone: string
  /** false sends `releasephone: true`: the phone is hung up when a call ends. Always sent; the documents disagree on its default. */
  readonly isAlwaysOffHook: boolean
  readonly autoIdle: boolean
  readonly isLinked: boolean
}

/** Sign-in result; the only place where the gateway gives these values. */
export interface SignInAnswer {
  /** Milliseconds since 1970 as the gateway wrote it; identifies this sign-in in a shutdown event. Null if missing. */
  readonly loginTime: string | null
  readonly vdn: string | null
  readonly isPasswordChangeForced: boolean
  /** Days until the password expires; null = not said. */
  readonly passwordDaysLeft: number | null
}

/** Signing in, staying in, signing out (protocol 3). */
export interface SignInApi {
  signIn(request: SignInRequest): GatewayResult<SignInAnswer>
  /** Ends another sign-in of the same agent: only after the agent said so. */
  forceSignIn(request: SignInRequest): GatewayResult<SignInAnswer>
  signOut(agentId: string): GatewayResult<null>
  /** Also ends a call in progress. */
  forceSignOut(agentId: string): GatewayResult<null>
  /** The same with a cause of the customer's own, 1 to 255, for the platform's records (cec_07_1221). */
  forceSignOutWithReason(agentId: string, reason: number): GatewayResult<null>
  /** Lifts a forced password change as well. The texts of a refusal quote neither password. */
  changePassword(agentId: string, oldPassword: string, newPassword: string): GatewayResult<null>

  /** Waits for the next event up to the server's wait plus a margin; `null` = an answer without event. */
  pollEvent(agentId: string, signal: AbortSignal): GatewayResult<GatewayEvent | null>
  /** Keeps a sign-in in push mode alive (cec_07_1204); in polling mode the poll does that. */
  handshake(agentId: string): GatewayResult<null>
  /** The heartbeat of older releases. `loginTime` names the present sign-in; null = not said. */
  heartbeat(agentId: string): GatewayResult<{ readonly loginTime: string | null }>
}
