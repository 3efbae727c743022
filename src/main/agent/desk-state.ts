import type { AbsenceReport } from '../../shared/domain/absence.ts'
import type { AgentState, RequestableState, RestReason } from '../../shared/domain/agent.ts'
import { unknownPhone, type LinkedPhone } from '../../shared/domain/linked-phone.ts'
import type { Notice } from '../../shared/domain/notice.ts'
import type { SignInDefaults } from '../../shared/domain/desk-snapshot.ts'
import type { SkillChoice, SkillQueue } from '../../shared/domain/skills.ts'
import type { SupervisorView } from '../../shared/domain/supervisor.ts'
import { emptyLine, type SeenSource, type TruthLine } from '../../shared/domain/truth-line.ts'
import type { QueuedCalls } from '../../shared/domain/queues.ts'
import type { ListedCall, ReadState, TransferReceipt } from '../../shared/domain/waiting.ts'
import type { WishName } from '../../shared/domain/wishes.ts'
import { signedOut, type SessionState } from '../session/session-state.ts'
import type { CallFacts } from './call-facts.ts'

/** The particulars of the newest wish for a state, which the truth line does not hold. */
export interface AskedState {
  readonly state: RequestableState
  readonly reason: number | null
  /** How long a rest was asked for. */
  readonly restSeconds: number
}

/** The agent's own state: the wish is one-time, so the line is settled once it was fulfilled or overtaken. */
export interface AgentStateFacts {
  readonly line: TruthLine<AgentState>
  /** Since when the seen state holds. */
  readonly since: number | null
}

/** What the states of the truth line were asked for and seen with. */
export interface StateParticulars {
  /** Why the seen state holds, as its event said. */
  readonly reason: number | null
  readonly asked: AskedState | null
  /** When the rest is over that was asked for here; null = not resting, or it was not asked for here. */
  readonly restUntil: number | null
  readonly isRestOver: boolean
}

export const noParticulars: StateParticulars = {
  reason: null,
  asked: null,
  restUntil: null,
  isRestOver: false,
}

/** Skill sign-in as asked and answered (choices), and as the roster shows it (queue IDs). */
export interface SkillFacts {
  readonly choices: TruthLine<SkillChoice>
  readonly seen: { readonly value: readonly number[]; readonly at: number; readonly by: SeenSource } | null
  readonly configured: readonly SkillQueue[]
  readonly configuredRead: ReadState
}

export interface WaitingFacts {
  readonly read: ReadState
  readonly calls: readonly ListedCall[]
  readonly queued: QueuedCalls | null
  readonly receipts: readonly TransferReceipt[]
}

/** Everything the desk knows. The snapshot is a projection of it (`project-snapshot.ts`). */
export interface DeskState {
  readonly session: SessionState
  readonly signIn: SignInDefaults
  readonly agentState: AgentStateFacts
  readonly particulars: StateParticulars
  readonly restReasons: readonly RestReason[]
  readonly call: CallFacts | null
  /** When the last call was released, until the state after it is known: the proof of the after-call switch. */
  readonly releasedAt: number | null
  readonly afterCall: TruthLine<boolean>
  readonly linkage: TruthLine<boolean>
  /** When the newest request that switches the linkage on left; its event speaks about that request only. */
  readonly linkAskedAt: number | null
  readonly phone: LinkedPhone
  readonly skills: SkillFacts
  readonly queues: readonly SkillQueue[]
  readonly waiting: WaitingFacts
  readonly supervisor: SupervisorView
  readonly notices: readonly Notice[]
  /** Wishes that wait for a silent gateway. */
  readonly kept: readonly WishName[]
  /** What was seen before this moment was seen before a gap. Null: the gap is not over, nothing is certain. */
  readonly trustedFrom: number | null
  readonly absence: AbsenceReport | null
  /** One click signs in again: what was typed is still in memory. */
  readonly canReturn: boolean
}

export const neverRead: ReadState = { isLoading: false, readAt: null, error: null }

export function initialDeskState(signIn: SignInDefaults, supervisor: SupervisorView): DeskState {
  return {
    session: signedOut,
    signIn,
    agentState: { line: emptyLine(), since: null },
    particulars: noParticulars,
    restReasons: [],
    call: null,
    releasedAt: null,
    afterCall: emptyLine(),
    linkage: emptyLine(),
    linkAskedAt: null,
    phone: unknownPhone,
    skills: { choices: emptyLine(), seen: null, configured: [], configuredRead: neverRead },
    queues: [],
    waiting: { read: neverRead, calls: [], queued: null, receipts: [] },
    supervisor,
    notices: [],
    kept: [],
    trustedFrom: 0,
    absence: null,
    canReturn: false,
  }
}
