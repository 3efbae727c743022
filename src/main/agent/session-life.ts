import type { AbsenceChange, UnreadPart } from '../../shared/domain/absence.ts'
import type { SessionEndCause } from '../../shared/domain/session.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { JournalPort, SessionListener } from '../session/gateway-session.ts'
import {
  activePart,
  isResting,
  type ActiveState,
  type OnlineState,
  type RestingState,
  type SessionState,
} from '../session/session-state.ts'
import type { Clock } from '../time/clock.ts'
import type { AbsenceWatch } from './absence-watch.ts'
import type { AgentStateCommand } from './agent-state-command.ts'
import { catchUp } from './catch-up.ts'
import type { CallControl } from './call-control.ts'
import type { DeskStore } from './desk-store.ts'
import { forgetSession } from './forget-session.ts'
import type { PresentCall } from './present-call.ts'
import type { QueryPacer } from './query-pacer.ts'
import type { QueueFiguresReader } from './queue-figures-reader.ts'
import type { Readings } from './readings.ts'
import { reduceGatewayEvent } from './reduce-gateway-event.ts'
import type { RestReasons } from './rest-reasons.ts'
import type { RosterReader } from './roster-reader.ts'
import type { SkillQueries } from './skill-queries.ts'
import type { Switches } from './switches.ts'
import { endsWithAgent, endsWithSession, tellEvent } from './tell-event.ts'
import type { TransferReceipts } from './transfer-receipts.ts'
import type { UntilRead } from './until-read.ts'
import type { WaitingReader } from './waiting-reader.ts'

/** From this many days on the agent is told that the password expires. */
const passwordWarningDays = 7

/** Notices about the end of the last session, over with the beginning of the next. */
const isOfLastSession: ReadonlySet<string> = new Set([
  'session-ended',
  'sign-out-unconfirmed',
  'wish-dropped',
])

const ownEnds: ReadonlySet<SessionEndCause> = new Set(['signed-out-by-user', 'signed-out-at-quit'])

export interface SessionLifeDeps {
  readonly store: DeskStore
  readonly clock: Clock
  readonly journal: JournalPort
  readonly switches: Switches
  readonly agentState: AgentStateCommand
  readonly roster: RosterReader
  readonly figures: QueueFiguresReader
  readonly skills: SkillQueries
  readonly waiting: WaitingReader
  readonly receipts: TransferReceipts
  readonly presentCall: PresentCall
  readonly callControl: Pick<CallControl, 'stop'>
  readonly restReasons: RestReasons
  readonly untilRead: UntilRead
  readonly absence: AbsenceWatch
  readonly readings: Readings
  readonly pacer: QueryPacer
  /** When a poll was last answered. */
  readonly lastContactAt: () => number
}

/** What the desk does when the session begins, falls silent, comes back and ends, and when the gateway tells something. */
export class SessionLife implements SessionListener {
  readonly #deps: SessionLifeDeps

  constructor(deps: SessionLifeDeps) {
    this.#deps = deps
  }

  sessionChanged(session: SessionState, previous: SessionState): void {
    const { store, readings } = this.#deps
    store.update((state) => ({ ...state, session }))
    readings.setOnline(session.phase === 'online')
    if (session.phase === 'online' && previous.phase === 'signing-in') {
      const { before } = previous
      void this.#begin(session, before.phase !== 'signed-out' && before.agentId === session.agentId)
      return
    }
    const before = activePart(previous)
    if (isResting(session) && before !== null) this.#end(session, before)
    const after = activePart(session)
    if (before !== null && after !== null) this.#change(before, after)
    // The sign-out was refused: what it kept from leaving goes out now.
    if (previous.phase === 'signing-out' && session.phase === 'online')
      void this.#resume(session, 'no-answer')
  }

  gatewayEvent(event: GatewayEvent, at: number): void {
    const { store, absence, journal } = this.#deps
    journal.record({ kind: 'event', name: nameOf(event), cause: null, details: detailsOf(event) })
    const before = store.state
    store.update((state) => reduceGatewayEvent(state, event, at))
    absence.note(event)
    tellEvent(store, event, before, absence.isAway)
    void this.#deps.presentCall.fill()
  }

  async catchUp(): Promise<Result<null, GatewayError>> {
    const { store, absence, receipts } = this.#deps
    const begun = activePart(store.state.session)
    const reading = catchUp(this.#deps)
    // Nothing waits for these: many transfers may be open, and their queues are read one after another.
    const looks = receipts.lookForOpen()
    const read = await reading
    if (!read.ok) return read
    const session = activePart(store.state.session)
    // Another gap began meanwhile: what was read before it says nothing about it, and its own reading reports both.
    if (session?.phase !== 'recovering' || session.attempt !== begun?.attempt) return ok(null)
    this.#readLater(read.value)
    absence.conclude({ from: session.doubtSince, cause: session.gapCause }, read.value)
    void looks.then(() => absence.appendTransfers())
    return ok(null)
  }

  /** What a gap left in doubt does not stay so: nothing else would read it soon. */
  #readLater(unread: readonly UnreadPart[]): void {
    const { untilRead, agentState, roster, presentCall } = this.#deps
    if (unread.includes('state')) untilRead.soon('state', () => agentState.readStateBetweenEvents())
    else if (unread.includes('call')) untilRead.soon('call', () => presentCall.read())
    if (unread.includes('queues')) untilRead.soon('own queues', () => roster.refresh())
  }

  /** The wishes go out first; what they should lead to is read beside them and verified afterwards. */
  async #begin(session: OnlineState, isSameAgent: boolean): Promise<void> {
    const { store, switches, skills, restReasons } = this.#deps
    store.update(forgetSession)
    if (!isSameAgent) {
      this.#forgetAgent()
      store.update((state) => ({ ...state, waiting: { ...state.waiting, receipts: [] } }))
    }
    store.retract(({ kind }) => isOfLastSession.has(kind))
    this.#warnAboutPassword(session)
    void restReasons.read()
    await Promise.all([switches.restore(session.isAlwaysOffHook), skills.readAll()])
    await skills.verifyReset()
  }

  /** What the next person at this desk must not read. */
  #forgetAgent(): void {
    const { store, absence } = this.#deps
    absence.forget()
    store.retract(endsWithAgent)
  }

  #warnAboutPassword({ isPasswordChangeForced, passwordDaysLeft: days }: OnlineState): void {
    const { store } = this.#deps
    if (isPasswordChangeForced) store.notify('error', { kind: 'password-change-forced' })
    else if (days !== null && days <= passwordWarningDays) {
      store.notify('warning', { kind: 'password-expires', days })
    }
  }

  #change(before: ActiveState, after: ActiveState): void {
    const { store, absence, clock } = this.#deps
    if (before.phase === 'online' && after.phase !== 'online') absence.begin()
    if (after.phase === 'doubtful' && before.phase !== 'doubtful') {
      store.update((state) => ({ ...state, trustedFrom: null }))
    }
    const isNewRecovery = after.phase === 'recovering' && before.attempt !== after.attempt
    if (isNewRecovery) store.update((state) => ({ ...state, trustedFrom: clock.now() }))
    if (before.phase === 'recovering' && after.phase === 'online') void this.#resume(after, 'recovery')
  }

  /**
   * The gap is over: what was wished meanwhile goes out, each with its cause. What a sign-out or another gap keeps from
   * leaving waits for the end of that.
   */
  async #resume({ since, attempt }: OnlineState, cause: 'recovery' | 'no-answer'): Promise<void> {
    const { store, switches, skills, agentState, absence } = this.#deps
    const isSame = (): boolean => {
      const { session } = store.state
      return session.phase === 'online' && session.since === since && session.attempt === attempt
    }
    if (!isSame()) return
    const sent = await switches.sendKept(cause)
    if (sent.includes('skills')) void skills.verifyReset()
    if (cause === 'recovery') for (const wish of sent) absence.append({ kind: 'wish-sent', wish })
    if (isSame() && (await agentState.sendKept())) absence.append({ kind: 'wish-sent', wish: 'agent-state' })
  }

  #end(session: RestingState, before: ActiveState): void {
    const { store, absence, agentState, switches, skills, receipts, roster, untilRead, waiting, pacer } =
      this.#deps
    const hasDropped = agentState.drop()
    const dropped: AbsenceChange[] = hasDropped ? [{ kind: 'wish-dropped', wish: 'agent-state' }] : []
    const cause = session.ended?.cause
    const isOwn = cause === undefined || ownEnds.has(cause)
    if (isOwn) this.#forgetAgent()
    else if (before.phase !== 'online') {
      absence.concludeWithoutSession({ from: before.doubtSince, cause: before.gapCause }, dropped)
    } else if (cause === 'silent-too-long') {
      // The answer was there before anybody noticed that the program had not run.
      absence.begin()
      absence.concludeWithoutSession({ from: this.#deps.lastContactAt(), cause: 'clock-jump' }, dropped)
    }
    switches.dropKept()
    skills.stop()
    this.#deps.callControl.stop()
    receipts.stop()
    untilRead.stop()
    pacer.clear()
    store.update(forgetSession)
    store.retract(endsWithSession)
    roster.clear()
    this.#deps.figures.clear()
    waiting.drop()
    if (!isOwn) store.notify('warning', { kind: 'session-ended', cause })
  }
}

/** A call ends with an event for each side: two lines of one name would read like two calls. */
function nameOf(event: GatewayEvent): string {
  if (event.type === 'call-released' && event.by === 'customer') return 'customer-released'
  return event.type === 'other' ? event.name : event.type
}

/** What the journal may keep of an event: codes and call IDs, never numbers of people. */
function detailsOf(event: GatewayEvent): Record<string, string | number | boolean | null> {
  const details: Record<string, string | number | boolean | null> = {}
  if ('callId' in event) details.callId = event.callId
  if ('isForced' in event) details.isForced = event.isForced
  if ('reason' in event) details.reason = event.reason
  if ('result' in event) details.result = event.result
  if ('status' in event) details.status = event.status
  return details
}
