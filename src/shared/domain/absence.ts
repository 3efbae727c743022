import type { AgentState } from './agent.ts'
import type { GapCause } from './session.ts'
import type { WishName } from './wishes.ts'
import type { TransferOutcome } from './waiting.ts'

/** One thing that was different after a gap. */
export type AbsenceChange =
  /** `isForced`: an event said that an inspector did it. */
  | {
      readonly kind: 'agent-state'
      readonly before: AgentState
      readonly after: AgentState
      readonly isForced: boolean
    }
  | { readonly kind: 'queues-lost'; readonly skillIds: readonly number[] }
  | { readonly kind: 'queues-gained'; readonly skillIds: readonly number[] }
  /** A call was offered and taken back because nobody answered. */
  | { readonly kind: 'call-missed'; readonly caller: string | null }
  | { readonly kind: 'call-ended'; readonly caller: string | null }
  | { readonly kind: 'call-began'; readonly caller: string | null }
  /** A transfer whose outcome was open is known now. */
  | {
      readonly kind: 'transfer'
      readonly callId: string
      readonly toSkillId: number
      readonly outcome: TransferOutcome
    }
  | { readonly kind: 'linkage-lost' }
  | { readonly kind: 'linkage-gained' }
  /** A wish that was kept during the gap. */
  | { readonly kind: 'wish-sent'; readonly wish: WishName }
  | { readonly kind: 'wish-dropped'; readonly wish: WishName }

/** What could not be read after a gap, so that nothing is said about it. */
export type UnreadPart = 'state' | 'queues' | 'call'

/** What changed while the gateway was out of sight. */
export interface AbsenceReport {
  readonly id: number
  /** Last sign of the gateway before the gap, milliseconds since 1970. */
  readonly from: number
  /** When everything had been read again, or the session was found to be over. */
  readonly until: number
  readonly cause: GapCause
  readonly hasSessionEnded: boolean
  readonly changes: readonly AbsenceChange[]
  readonly unread: readonly UnreadPart[]
}
