import type { AppError } from '../../shared/app-error.ts'
import type { StateRequest } from '../../shared/domain/agent.ts'
import type { CallAction } from '../../shared/domain/call-control.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { QueuesSnapshot } from '../../shared/domain/queues.ts'
import type { RosterSnapshot } from '../../shared/domain/roster.ts'
import type { GapCause } from '../../shared/domain/session.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { QueueBindings, UnbindReceipt, UnbindReport } from '../../shared/domain/supervisor.ts'
import type { Door } from '../../shared/domain/truth-line.ts'
import type { TransferReceipt } from '../../shared/domain/waiting.ts'
import type { WishName } from '../../shared/domain/wishes.ts'
import type { ParsedInput, WatchableView } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'

export type Outcome<T = null> = Promise<Result<T, AppError>>

/** Who asks: the cause of the command in the journal, and the origin of a wish. Restored wishes are the desk's own. */
export type { Door } from '../../shared/domain/truth-line.ts'

/**
 * The desk as every door sees it: one snapshot and the commands of the agent. Window (over the bridge) and tray call the
 * same methods. Commands answer when the gateway has answered; what follows is seen in the snapshot.
 */
export interface DeskService {
  readonly snapshot: DeskSnapshot
  /** Called after every change, at most once per turn of the event loop. Returns its own undo. */
  subscribe(listener: (snapshot: DeskSnapshot) => void): () => void

  signIn(input: ParsedInput<'session:sign-in'>, door: Door): Outcome
  /** Signs in again as the agent whose session ended, with what was typed then; only while main still knows it. */
  returnToSession(input: ParsedInput<'session:return'>, door: Door): Outcome
  /**
   * `force` also ends a call in progress. After a session that has ended by itself it gives up the way back: what was typed
   * is forgotten.
   */
  signOut(input: { readonly force: boolean }, door: Door): Outcome
  /** With a reason for busy or rest; the present state with another reason changes the reason. */
  setAgentState(request: StateRequest, door: Door): Outcome
  setAfterCall(autoIdle: boolean, door: Door): Outcome
  setLinkage(linked: boolean, door: Door): Outcome
  signInToSkills(choice: SkillChoice, door: Door): Outcome
  /** Takes back a wish that waits for the gateway, or a state that was only noted because of a call. */
  cancelWish(wish: WishName, door: Door): Outcome
  /** Reads the configured queues and what the roster says about the agent's own queues. */
  refreshSkills(): Outcome

  /** Does something with the present call; sent once, never repeated by itself. */
  controlCall(action: CallAction, door: Door): Outcome

  refreshWaiting(): Outcome
  transferWaitingCall(input: ParsedInput<'waiting:transfer'>, door: Door): Outcome<TransferReceipt>
  /** Reads the queues first, then moves the call that has waited longest and may go to that queue. */
  transferLongestWaiting(toSkillId: number, door: Door): Outcome<TransferReceipt>

  /** What a window shows now; replaces what that window said before. An empty list when it goes. */
  watch(watcherId: number, views: readonly WatchableView[]): void

  readonly roster: RosterSnapshot
  subscribeRoster(listener: (roster: RosterSnapshot) => void): () => void
  refreshRoster(): Outcome

  readonly queues: QueuesSnapshot
  subscribeQueues(listener: (queues: QueuesSnapshot) => void): () => void
  refreshQueues(): Outcome

  dismissNotice(id: number): void
  dismissAbsence(id: number): void
}

/** A time in which nothing was heard of the gateway, found from outside the session (power, clock). */
export interface Gap {
  /** Since when, milliseconds since 1970. */
  readonly from: number
  readonly cause: Exclude<GapCause, 'no-answer'>
}

/** Told of gaps; the desk then trusts nothing until it has read everything anew. */
export interface GapListener {
  gapFound(gap: Gap): void
}

/** The supervisor's desk: bindings in the management service. Its receipts are part of the desk snapshot. */
export interface SupervisorService {
  connect(input: ParsedInput<'supervisor:connect'>, door: Door): Outcome
  readBindings(skillId: number): Outcome<QueueBindings>
  unbind(input: ParsedInput<'supervisor:unbind'>, door: Door): Outcome<UnbindReceipt>
  unbindAll(input: ParsedInput<'supervisor:unbind-all'>, door: Door): Outcome<UnbindReceipt>
  undo(receiptId: string, door: Door): Outcome<UnbindReceipt>
  /** Stops what is under way before what has not been sent yet. */
  stop(receiptId: string, door: Door): Outcome
  readReport(receiptId: string): Outcome<UnbindReport>
}
