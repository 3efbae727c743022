import type { AgentState } from '../../shared/domain/agent.ts'
import type { SkillQueue } from '../../shared/domain/skills.ts'
import type { WaitingCall } from '../../shared/domain/waiting.ts'
import type { Result } from '../../shared/result.ts'
import type { GatewayError } from './gateway-error.ts'
import type { GatewayEvent } from './gateway-event.ts'

/** The outcome of one gateway call. */
export type GatewayResult<T> = Promise<Result<T, GatewayError>>

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

/** Raw roster of one queue; `agents` carries an agent once per queue he is signed in to (cec_07_0416). */
export interface RosterQueueAnswer {
  readonly skillId: number
  readonly mediaType: number | null
  readonly agents: readonly {
    readonly agentId: string
    readonly name: string
    readonly state: AgentState
    readonly stateSeconds: number | null
    readonly signedInAt: number | null
  }[]
}

export interface QueueFigures {
  readonly skillId: number
  readonly waitingCalls: number
  readonly longestWaitSeconds: number
  readonly agentsOn: number
  readonly agentsFree: number
}

/**
 * One agent's view of the gateway: typed methods, no policy. It keeps the Guid (adopting every `Set-GUID`), sends what
 * it is told once, never repeats by itself, and never throws: every failure is a `GatewayError`.
 * Commands and queries share one connection pool; the event poll has its own (protocol 2.7).
 */
export interface GatewayApi {
  signIn(request: SignInRequest): GatewayResult<SignInAnswer>
  /** Ends another sign-in of the same agent: only after the agent said so. */
  forceSignIn(request: SignInRequest): GatewayResult<SignInAnswer>
  signOut(agentId: string): GatewayResult<null>
  /** Also ends a call in progress. */
  forceSignOut(agentId: string): GatewayResult<null>
  /** Waits for the next event up to the server's wait plus a margin; `null` = an answer without event. */
  pollEvent(agentId: string, signal: AbortSignal): GatewayResult<GatewayEvent | null>

  agentStatus(agentId: string): GatewayResult<{ readonly state: AgentState; readonly isInCall: boolean }>
  sayIdle(agentId: string): GatewayResult<null>
  sayBusy(agentId: string): GatewayResult<null>
  cancelBusy(agentId: string): GatewayResult<null>
  enterWrapUp(agentId: string): GatewayResult<null>
  cancelWrapUp(agentId: string): GatewayResult<null>
  rest(agentId: string, seconds: number, cause: number): GatewayResult<null>
  cancelRest(agentId: string): GatewayResult<null>

  setAutoIdle(agentId: string, autoIdle: boolean): GatewayResult<null>
  /**
   * Replaces the queues the agent is signed in to. `all` sends no skill list; a list, even an empty one, is always sent
   * (docs/adr). The linkage flag goes with every reset.
   */
  resetSkills(
    agentId: string,
    skills: { readonly mode: 'all' } | { readonly mode: 'list'; readonly skillIds: readonly number[] },
    isLinked: boolean,
  ): GatewayResult<null>
  configuredSkills(agentId: string): GatewayResult<readonly SkillQueue[]>
  vdnSkills(agentId: string): GatewayResult<readonly SkillQueue[]>

  waitingCalls(agentId: string, skillId: number): GatewayResult<readonly WaitingCall[]>
  queueFigures(agentId: string, skillIds: readonly number[]): GatewayResult<readonly QueueFigures[]>
  transferWaitingCall(agentId: string, callId: string, toSkillId: number): GatewayResult<null>
  onlineAgents(agentId: string): GatewayResult<readonly RosterQueueAnswer[]>

  /** Drops every connection at once, for instance after sleep; the next request opens new ones. */
  dropConnections(): Promise<void>
  /** Aborts what is under way and closes the connections for good. */
  dispose(): Promise<void>
}
