import type { AppError } from '../../shared/app-error.ts'
import type { AgentState, StateRequest } from '../../shared/domain/agent.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { TruthLine, WishOrigin } from '../../shared/domain/truth-line.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession, JournalPort } from '../session/gateway-session.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import { askableStates, certainState, hasOpenRequest, requestState } from './allowed-states.ts'
import { askedFor, changesReason, wishOf } from './asked-state.ts'
import type { Door } from './desk-service.ts'
import type { AskedState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import { agentStateLens, changed } from './line-lenses.ts'
import { seeAgentState } from './reduce-gateway-event.ts'

/** How long the event of an accepted request may take before the state is read instead. */
const eventPatienceMs = 1_500

/** So many readings are overtaken by events in a row before the state is taken for not known. */
const mostReadings = 8

/** What was asked longer ago may have changed since without a trace: the event of it may be late or lost. */
const freshMs = 3_000

/** What a reading of the state says beside the state itself. */
export interface StateReading {
  readonly isInCall: boolean
  readonly isOvertaken: boolean
  readonly askedAt: number
  /** What was known of the state with it. */
  readonly seen: TruthLine<AgentState>['seen']
}

/** Asks for a state of the agent and reads the present one. The state itself comes by events (protocol 6.1). */
export class AgentStateCommand {
  #newest = 0
  #cancelLook: Cancel = () => undefined
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #journal: JournalPort

  constructor(deps: { store: DeskStore; session: GatewaySession; clock: Clock; journal: JournalPort }) {
    this.#journal = deps.journal
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
  }

  /** Refused without asking the gateway when the present state does not allow it. */
  async request(request: StateRequest, origin: WishOrigin): Promise<Result<null, AppError>> {
    const { session } = this.#store.state
    if (!isSignedIn(session)) return err({ code: 'not-connected' })
    const wish = askedFor(request)
    const { state: to, reason } = wish
    const why = reason === null ? {} : { reason }
    this.#journal.record({ kind: 'command', name: 'agent-state', cause: origin, details: { to, ...why } })
    if (session.phase !== 'online') {
      this.#keep(wish, origin)
      return ok(null)
    }
    const present = certainState(this.#store.state)
    const isChange = present !== to || changesReason(this.#store.state.particulars.reason, request)
    if (!isChange && !hasOpenRequest(agentStateLens.get(this.#store.state))) {
      // One that still waits is taken back by this one.
      if (this.#release() !== null) {
        this.#note(origin, 'taken-back')
        this.#store.update(changed(agentStateLens, { type: 'settled' }))
      }
      return ok(null)
    }
    // With a request open the present state is a new wish as well: it takes the other one back.
    if (present !== to && !askableStates(this.#store.state).includes(to)) {
      return err({ code: 'refused', reason: 'not-in-this-state' })
    }
    return this.#send(wish, origin)
  }

  /**
   * Sends the wish that was kept during a gap, now that the state was read again. True when it was sent and accepted;
   * false when there was none or the state does not allow it any more. Only while online: otherwise it would be lost.
   */
  async sendKept(): Promise<boolean> {
    if (this.#store.state.session.phase !== 'online') return false
    const wished = this.#release()
    if (wished === null) return false
    const { particulars } = this.#store.state
    const wish = wishOf(particulars.asked, wished.value)
    const present = certainState(this.#store.state)
    const isSame = present === wished.value
    const isFulfilled = isSame && (wish?.reason ?? particulars.reason) === particulars.reason
    const isPossible = wish !== null && (isSame || askableStates(this.#store.state).includes(wish.state))
    if (isFulfilled || !isPossible) {
      this.#store.update(changed(agentStateLens, { type: 'settled' }))
      if (isFulfilled) this.#note('recovery', 'fulfilled')
      else this.#dropped({ asked: wished.value, present })
      return false
    }
    this.#note('recovery', 'sent')
    return (await this.#send(wish, wished.origin)).ok
  }

  /** Takes back a wish that was kept, or one that the gateway has only noted. */
  async cancel(origin: Door): Promise<Result<null, AppError>> {
    if (this.#release() !== null) {
      this.#note(origin, 'taken-back')
      this.#store.update(changed(agentStateLens, { type: 'settled' }))
      return ok(null)
    }
    const { session } = this.#store.state
    const { accepted, isPending } = agentStateLens.get(this.#store.state)
    // A newer wish is under way: what was noted before it is not what would be taken back.
    if (accepted === null || isPending || !isSignedIn(session)) return err({ code: 'superseded' })
    if (session.phase !== 'online') return err({ code: 'unreachable' })
    this.#note(origin, 'taken-back')
    return this.#sendCancel(accepted.value)
  }

  /** The session has ended: a wish for a state was about a moment that has gone. True when one was dropped. */
  drop(): boolean {
    this.#cancelLook()
    if (this.#release() === null) return false
    this.#dropped()
    return true
  }

  #keep(wish: AskedState, origin: WishOrigin): void {
    this.#newest += 1
    // What was asked for before is overtaken: its event must not be taken for the fulfilment of this wish.
    this.#store.update(changed(agentStateLens, { type: 'settled' }))
    this.#wish(wish, origin)
    this.#store.update((state) =>
      state.kept.includes('agent-state') ? state : { ...state, kept: [...state.kept, 'agent-state'] },
    )
    this.#note(origin, 'kept')
  }

  #wish(asked: AskedState, origin: WishOrigin): void {
    const at = this.#clock.now()
    this.#store.update(changed(agentStateLens, { type: 'wished', value: asked.state, at, origin }))
    this.#store.update((state) => ({ ...state, particulars: { ...state.particulars, asked } }))
  }

  /** The kept wish, which is kept no more; null = there is none. */
  #release(): TruthLine<AgentState>['wished'] {
    if (!this.#store.state.kept.includes('agent-state')) return null
    this.#store.update((state) => ({ ...state, kept: state.kept.filter((wish) => wish !== 'agent-state') }))
    return agentStateLens.get(this.#store.state).wished
  }

  /** Says from which state the wish could not be asked for; nothing of states when the session was its end. */
  #dropped(states?: { readonly asked: AgentState; readonly present: AgentState }): void {
    this.#note('recovery', 'dropped')
    const content = { kind: 'wish-dropped', wish: 'agent-state' } as const
    this.#store.notify('warning', states === undefined ? content : { ...content, states })
  }

  #note(cause: WishOrigin | 'recovery', what: string): void {
    this.#journal.record({ kind: 'wish', name: 'agent-state', cause, details: { what } })
  }

  /** Numbered like a wish: a newer one keeps it from leaving, or from being heard. It wishes for nothing itself. */
  async #sendCancel(noted: AgentState): Promise<Result<null, AppError>> {
    const number = ++this.#newest
    this.#store.update(changed(agentStateLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newest) return err({ kind: 'aborted', wasSent: false })
      return noted === 'rest' ? gateway.cancelRest(agentId) : gateway.sayIdle(agentId)
    })
    if (number !== this.#newest) {
      // What was noted is noted no more, or nobody knows.
      const isLeft = !answer.ok && !isOutcomeUnknown(answer.error)
      if (!isLeft) this.#store.update(changed(agentStateLens, { type: 'doubted' }))
      return err({ code: 'superseded' })
    }
    if (!answer.ok) return this.#fail(answer.error)
    this.#store.update(changed(agentStateLens, { type: 'settled' }))
    this.#lookSoon(() => true)
    return ok(null)
  }

  async #send(wish: AskedState, origin: WishOrigin): Promise<Result<null, AppError>> {
    const number = ++this.#newest
    // A wish that still waits is overtaken by this one; otherwise this one would be sent in its stead once more.
    this.#release()
    this.#wish(wish, origin)
    this.#store.update(changed(agentStateLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newest) return err({ kind: 'aborted', wasSent: false })
      const from = this.#store.state.agentState.line.seen?.value ?? 'unknown'
      const askedAt = this.#clock.now()
      const reply = await requestState(gateway, agentId, from, wish)
      return reply.ok ? ok(askedAt) : reply
    })
    if (number !== this.#newest) return err({ code: 'superseded' })
    if (answer.ok) {
      this.#accept(wish, answer.value)
      return ok(null)
    }
    const { session } = this.#store.state
    // The gap began before it could leave: it waits like a wish made a moment later.
    const hasNotLeft = answer.error.kind === 'aborted' && !answer.error.wasSent
    if (hasNotLeft && isSignedIn(session) && session.phase !== 'online') {
      this.#keep(wish, origin)
      return ok(null)
    }
    return this.#fail(answer.error)
  }

  /** The newest request was refused, or nobody knows what became of it. */
  async #fail(cause: GatewayError): Promise<Result<null, AppError>> {
    const error = toAppError(cause)
    if (cause.kind === 'aborted') {
      this.#store.update(changed(agentStateLens, { type: 'dropped' }))
      return err(error)
    }
    const isUnknown = isOutcomeUnknown(cause)
    this.#store.update(
      changed(agentStateLens, { type: 'failed', error, isOutcomeUnknown: isUnknown, at: this.#clock.now() }),
    )
    this.#store.notify('error', { kind: 'wish-failed', wish: 'agent-state', error })
    // The refusal or the silence says that we know the state badly: ask for it.
    await this.readState()
    return err(error)
  }

  /**
   * Reads the state back, and whether the agent is in a call: a rest that is noted during one is told instead of it. When
   * an event comes before the answer nobody can say which of the two is newer: the event stays, and `isOvertaken` says so.
   */
  async readState(): Promise<Result<StateReading, GatewayError>> {
    const askedAt = this.#clock.now()
    const before = agentStateLens.get(this.#store.state).seen
    const answer = await this.#session.query((gateway, agentId) => gateway.agentStatus(agentId))
    if (!answer.ok) return answer
    const { state } = answer.value
    const isInCall = state === 'talking' || answer.value.isInCall
    if (state === 'unknown') return err({ kind: 'malformed', detail: 'agent state unknown' })
    const { seen } = agentStateLens.get(this.#store.state)
    const isOlderReading = seen?.by === 'status-query' && seen.at <= askedAt
    if (seen !== before && !isOlderReading) return ok({ isInCall, isOvertaken: true, askedAt, seen })
    this.#store.update((desk) => {
      const next = seeAgentState(desk, state, 'status-query', askedAt)
      // A release whose event of afterwards was lost proves nothing about the after-call setting any more.
      return isInCall ? next : { ...next, call: null, releasedAt: null }
    })
    const known = agentStateLens.get(this.#store.state).seen
    return ok({ isInCall, isOvertaken: false, askedAt, seen: known })
  }

  /** True while nothing newer is known than this reading told, and it is not old. */
  isFresh({ seen, askedAt }: StateReading): boolean {
    const isNewest = agentStateLens.get(this.#store.state).seen === seen
    return isNewest && this.#clock.now() - askedAt <= freshMs
  }

  /**
   * Reads the state until no event comes in between. After a gap late events follow closely on one another, and each of
   * them tells of a moment that has gone. Fails when they do not end.
   */
  async readStateBetweenEvents(): Promise<Result<StateReading, GatewayError>> {
    for (let reading = 0; reading < mostReadings; reading += 1) {
      const read = await this.readState()
      if (!read.ok || !read.value.isOvertaken) return read
    }
    return err({ kind: 'malformed', detail: 'agent state changes all the time' })
  }

  /**
   * "0" was answered. The event may have come first: then the wish is fulfilled already. If it does not come soon, the
   * state is read: an event can be lost, and not every gateway sends each of them.
   */
  #accept({ state: to }: AskedState, askedAt: number): void {
    this.#store.update(
      changed(agentStateLens, {
        type: 'accepted',
        value: to,
        askedAt,
        at: this.#clock.now(),
        isOvertaken: false,
      }),
    )
    this.#store.retract((notice) => notice.kind === 'wish-failed' && notice.wish === 'agent-state')
    const { seen } = agentStateLens.get(this.#store.state)
    if (seen !== null && seen.value === to && seen.at >= askedAt) {
      this.#store.update(changed(agentStateLens, { type: 'settled' }))
      return
    }
    this.#lookSoon(() => agentStateLens.get(this.#store.state).accepted !== null)
  }

  /** Reads the state a moment later, if nothing newer was asked and it is still worth it. */
  #lookSoon(isWorthIt: () => boolean): void {
    const number = this.#newest
    this.#cancelLook()
    this.#cancelLook = this.#clock.after(eventPatienceMs, () => {
      if (number === this.#newest && isWorthIt()) void this.readState()
    })
  }
}
