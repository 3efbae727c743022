import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallView } from '../../shared/domain/call.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { Stamped } from '../../shared/domain/truth-line.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Clock } from '../time/clock.ts'

/** So long after the agent's own request a change is taken for its effect. */
const ownEffectMs = 5_000

type StateAsked = Stamped<AgentState>

export interface CommandGuardDeps {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly clock: Pick<Clock, 'now'>
  /** The preference; 0 = no guard. */
  readonly guardMs: () => number
}

/**
 * Notices when the agent's state or call changes by itself: for a moment after that a key on its way to the old situation
 * would hit the new one, so keys that are hard to take back are not obeyed.
 */
export class CommandGuard {
  readonly #deps: CommandGuardDeps
  readonly #listeners = new Set<() => void>()
  #before: DeskSnapshot
  #changedAt: number | null = null
  #callAskedAt = Number.NEGATIVE_INFINITY
  /** The state that was asked for last, until it has come: what proves a wish takes it out of the snapshot. */
  #stateAsked: StateAsked | null = null
  #undo: () => void = () => undefined

  constructor(deps: CommandGuardDeps) {
    this.#deps = deps
    this.#before = deps.desk.snapshot
  }

  start(): void {
    this.#undo = this.#deps.desk.subscribe((snapshot) => this.#look(snapshot))
  }

  dispose(): void {
    this.#undo()
  }

  /** When something last changed by itself, milliseconds since 1970; null = not in this run. */
  get changedAt(): number | null {
    return this.#changedAt
  }

  /** Whether something has changed by itself just now. */
  get isClosed(): boolean {
    this.#look(this.#deps.desk.snapshot)
    const { clock, guardMs } = this.#deps
    return this.#changedAt !== null && clock.now() - this.#changedAt < guardMs()
  }

  /** Told after each change that came by itself. Returns its own undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #look(after: DeskSnapshot): void {
    const before = this.#before
    this.#before = after
    // What was asked of the call is part of it, whichever door asked; what follows of it is no surprise.
    if (after.call !== null && after.call.asked !== null) this.#callAskedAt = after.call.asked.at
    const asked = after.agentState.line.wished ?? this.#stateAsked
    this.#stateAsked = asked?.value === after.agentState.effective ? null : asked
    if (before === after || !isSignedIn(before.session) || !isSignedIn(after.session)) return
    if (!this.#hasStateChanged(before, after, asked) && !this.#hasCallChanged(before, after)) return
    this.#changedAt = this.#deps.clock.now()
    for (const listener of this.#listeners) listener()
  }

  #hasStateChanged(
    { agentState: before }: DeskSnapshot,
    { agentState: after, call }: DeskSnapshot,
    asked: StateAsked | null,
  ): boolean {
    if (before.effective === after.effective || before.effective === null) return false
    // The beginning of a call is told by the call, and that a call asked for is on is its effect.
    if (after.effective === 'talking' && call !== null) return false
    const wish = after.effective === 'rest-requested' ? 'rest' : after.effective
    const isOwn = asked?.value === wish && this.#isFresh(asked.at)
    return !isOwn && !this.#isFresh(this.#callAskedAt)
  }

  #hasCallChanged({ call: before }: DeskSnapshot, { call: after }: DeskSnapshot): boolean {
    if (before === null && after === null) return false
    // Another call is never what the agent asked for about this one.
    if (after !== null && (before === null || isOther(before, after))) return true
    return before?.phase !== after?.phase && !this.#isFresh(this.#callAskedAt)
  }

  #isFresh(at: number): boolean {
    return this.#deps.clock.now() - at < ownEffectMs
  }
}

/** A call is often seen before its ID is. */
function isOther(before: CallView, after: CallView): boolean {
  const hasOtherId = before.callId !== null && after.callId !== null && before.callId !== after.callId
  return hasOtherId || before.beganAt !== after.beganAt
}
