import type { Task } from './agenda.ts'
import type { Call } from './call.ts'
import type { Session } from './session.ts'
import type { DayStatistics } from './statistics.ts'
import type { AgentTraits } from './traits.ts'

/** How far a call has come at the agent: the platform states 2 to 5 (cec_07_0581, table 2). */
export type CallPhase = 'pre-occupied' | 'occupied' | 'answering' | 'talking'

/** What an agent is doing. */
export type AgentState =
  | { readonly name: 'idle' }
  | { readonly name: 'busy'; readonly reason: number }
  | { readonly name: 'rest'; readonly reason: number }
  | { readonly name: 'work' }
  | { readonly name: 'talking'; readonly phase: CallPhase; readonly callid: string }

/** A wish made during a call or a wrap-up; it takes effect when that has ended (protocol 6.1). */
export type Note =
  | { readonly name: 'busy'; readonly reason: number }
  | { readonly name: 'rest'; readonly reason: number; readonly durationMs: number }
  | { readonly name: 'work' }

/** Weights of an agent in a queue; a higher `agentWeight` is served first. */
export interface Binding {
  readonly agentWeight: number
  readonly skillWeight: number
}

/** `failed`: asked for, and the phone cannot do it. */
export type Linkage = 'off' | 'linked' | 'failed'

/** An agent who is signed in. */
export interface Presence {
  /** Null for a colleague whom the world itself signed in. */
  readonly session: Session | null
  readonly loginTimeMs: number
  phone: string
  /** Non-always-off-hook: the phone rings and is hung up for each call (protocol 11.1). */
  readonly releasePhone: boolean
  /** Signed in to: CTI server, WebM, MailM, as three letters T or F. */
  readonly mediaType: string
  readonly skills: Set<number>
  state: AgentState
  stateSinceMs: number
  autoAnswer: boolean
  autoEnterIdle: boolean
  linkage: Linkage
  note: Note | null
  /** A rest may need approval; true from when it was given until the rest begins. */
  isRestApproved: boolean
  /** When the rest is over; null when the agent does not rest. */
  restEndsMs: number | null
  /** Calls beside the one in hand: on hold, or in a conference with it. */
  otherCalls: readonly Call[]
  /** The call that left the desk last. */
  lastCall: Call | null
  /** What the agent did before he dialled: if his own phone is not lifted, nothing has changed. */
  stateBeforeDial: AgentState
  /** Meaning up to the customer, 0 to 65534; null for none. */
  customState: number | null
  isPhoneOnline: boolean
  /** What ends the present state by itself: wrap-up limit or end of rest. */
  stateTask: Task | null
}

/** An agent as configured, signed in or not. */
export interface Agent {
  readonly id: string
  readonly name: string
  password: string
  readonly phone: string
  readonly account: string
  readonly bindings: Map<number, Binding>
  /** What is special about the account, the person and the phone. */
  traits: AgentTraits
  /** Counters of the day; null until something was counted. */
  statistics: DayStatistics | null
  presence: Presence | null
}

/** No calls without a phone, and none until a password that must be changed is changed (cec_07_1202). */
export const mayTakeCalls = (agent: Agent, presence: Presence): boolean =>
  presence.phone !== '' && !agent.traits.mustChangePassword

/** A rest that was asked for and has not begun. */
const PRE_REST = 9

/** Table 1 of the error and status pages (cec_07_0581). */
export function tableOneStatus(presence: Presence | null): number {
  if (presence === null) return 2
  if (presence.note?.name === 'rest') return PRE_REST
  switch (presence.state.name) {
    case 'idle':
      return 4
    case 'busy':
      return 3
    case 'work':
      return 5
    case 'rest':
      return 8
    case 'talking':
      return 7
  }
}

const CTI_OF_PHASE: Readonly<Record<CallPhase, number>> = {
  'pre-occupied': 2,
  occupied: 3,
  answering: 4,
  talking: 5,
}

/** Table 2 of the same pages: the state on the platform. */
export function tableTwoStatus(presence: Presence | null): number {
  if (presence === null) return 0
  switch (presence.state.name) {
    case 'idle':
      return 1
    case 'busy':
      return 7
    case 'work':
      return 6
    case 'rest':
      return 8
    case 'talking':
      return CTI_OF_PHASE[presence.state.phase]
  }
}

/** Reason of the present state, 0 when it has none. */
export function stateReason(presence: Presence): number {
  const { state } = presence
  return state.name === 'busy' || state.name === 'rest' ? state.reason : 0
}
