import type { AbsenceReport } from './absence.ts'
import type { AfterCallRule } from './after-call-rule.ts'
import type { AgentState, RequestableState, RestReason } from './agent.ts'
import type { CallView } from './call.ts'
import type { LinkedPhone } from './linked-phone.ts'
import type { Notice } from './notice.ts'
import type { QueuedCalls } from './queues.ts'
import type { SessionView } from './session.ts'
import type { SkillChoice, SkillQueue } from './skills.ts'
import type { SupervisorView } from './supervisor.ts'
import type { TruthLine, TruthVerdict } from './truth-line.ts'
import type { ListedCall, ReadState, TransferReceipt } from './waiting.ts'

/** A command that cannot work now, and why; tray and window show the same reason. */
export type Unavailable =
  | 'not-signed-in'
  | 'session-changing'
  | 'gateway-silent' // no answer from the gateway: what must not be repeated is not sent
  | 'in-a-call'
  | 'phone-mode-forbids' // not always off-hook: wrap-up is compulsory
  | 'no-skills-configured'
  | 'no-waiting-calls'
  | 'no-target-queue'

/** One switch: its truth line, the verdict on it, the value in force, and why it cannot be used now. */
export interface SwitchView<T> {
  readonly line: TruthLine<T>
  readonly verdict: TruthVerdict
  readonly effective: T | null
  readonly unavailable: Unavailable | null
  /** The wish waits for the gateway and can be taken back. */
  readonly isKept: boolean
}

export interface AgentStateView extends SwitchView<AgentState> {
  /** Since when the agent is in the effective state; null = unknown. */
  readonly since: number | null
  /** States that can be asked for now. */
  readonly allowed: readonly RequestableState[]
  /** A busy or rest state asked for during a call is only noted by the gateway until the call ends. */
  readonly noted: RequestableState | null
  /** Why the agent is in the effective state: a busy reason, or the cause of a rest. Null = none, or nobody said. */
  readonly reason: number | null
  /** The reason that was asked for with the wish, or with what is noted. */
  readonly askedReason: number | null
  /** When the rest is over that was asked for; null = not resting, or nobody here knows. */
  readonly restUntil: number | null
  /** The gateway reminded that the rest is over; the agent rests until he says otherwise (cec_07_1350). */
  readonly isRestOver: boolean
  /** Reasons that a rest may name; empty when the gateway offers none. */
  readonly restReasons: readonly RestReason[]
}

export interface AfterCallView extends SwitchView<boolean> {
  /** What will happen after the next call, whatever the switch says. */
  readonly rule: AfterCallRule
}

export interface SkillSignInView extends SwitchView<readonly number[]> {
  /** What the agent asked for, as asked (line.wished holds the queues that should follow from it). */
  readonly choice: SkillChoice | null
  /** Queues configured for this agent. */
  readonly configured: readonly SkillQueue[]
  readonly configuredRead: ReadState
}

export interface WaitingView {
  readonly read: ReadState
  /** Longest wait first, over all queues the agent is signed in to. */
  readonly calls: readonly ListedCall[]
  /** How many wait in all, as the figures of the queues say, which idle agents are told as well; null when not known. */
  readonly queued: QueuedCalls | null
  /** The gateway gives an idle agent no list: he would be given the call itself (cec_07_0429). */
  readonly isHiddenWhileIdle: boolean
  /** Newest first, bounded. */
  readonly receipts: readonly TransferReceipt[]
  readonly unavailable: Unavailable | null
}

/** What the sign-in form starts with. The password is never among it, except the public one of the built-in demo. */
export interface SignInDefaults {
  readonly gatewayAddress: string
  readonly caFile: string
  readonly agentId: string
  readonly phone: string
  readonly isAlwaysOffHook: boolean
  readonly demoPassword: string | null
}

export interface AppInfo {
  readonly version: string
  readonly host: 'electron' | 'chromium'
  readonly locale: string
}

export type { CallView } from './call.ts'

/**
 * All that window and tray show, as one immutable value made by the main process. `revision` only rises; a receiver
 * applies a snapshot only if its revision is newer than the one it has.
 */
export interface DeskSnapshot {
  readonly revision: number
  readonly app: AppInfo
  readonly session: SessionView
  readonly signIn: SignInDefaults
  readonly agentState: AgentStateView
  readonly call: CallView | null
  readonly afterCall: AfterCallView
  readonly linkage: SwitchView<boolean>
  /** What is known of the phone that the linkage is about. */
  readonly phone: LinkedPhone
  readonly skills: SkillSignInView
  /** All skill queues of the VDN: names for ids, and targets of a transfer. */
  readonly queues: readonly SkillQueue[]
  readonly waiting: WaitingView
  readonly supervisor: SupervisorView
  readonly notices: readonly Notice[]
  /** What changed during the last gap; null when there was none or the agent has read it. */
  readonly absence: AbsenceReport | null
}
