import type { AppError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { isActive } from '../session/session-state.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { isLeftOpen, LateRequest } from './late-request.ts'
import { Retrying } from './retrying.ts'
import type { SwitchLine } from './switch-line.ts'
import type { LastingWish, WishKeeper } from './wish-keeper.ts'

/** A wish that met silence while polls go on is sent again so many times. */
const mostTries = 5

const neverLeft = err<GatewayError>({ kind: 'aborted', wasSent: false })
const superseded = err<AppError>({ code: 'superseded' })

/** `kept`: the gateway was silent; the wish waits and is sent again by itself. */
export type Delivery = 'accepted' | 'kept'

export interface LastingRequestDeps<R> {
  readonly store: DeskStore
  readonly session: GatewaySession
  readonly clock: Clock
  readonly random: () => number
  readonly keeper: WishKeeper
  /** The lines of the screen that this request is about. */
  readonly lines: readonly SwitchLine<R>[]
  /** What is wished at this moment. */
  readonly wished: () => R
  readonly carryOut: (gateway: GatewayApi, agentId: string, request: R) => Promise<Result<null, GatewayError>>
  /** Wishes that were sent again by themselves, outside of a recovery, were accepted. */
  readonly resent: (wishes: readonly LastingWish[]) => void
}

/**
 * One request that says what is to be: sending it twice does no harm. The newest wish wins; one that was overtaken before
 * its request left is never sent. After silence it is sent again, by a recovery or, while polls go on, after a pause.
 */
export class LastingRequest<R> {
  /** Number of the newest request; older ones are not sent, and do not conclude the wish. */
  #newest = 0
  /** Of which session a request is: what an ended one leaves behind says nothing about the next. */
  #epoch = 0
  readonly #underWay = new Set<R>()
  /** The wishes that the newest request is sent for, until it is concluded. */
  readonly #carried = new Set<LastingWish>()
  /** Requests that may have been carried out, nobody knows, since the last one that was accepted. */
  #unanswered: readonly R[] = []
  readonly #late: LateRequest<R>
  readonly #retrying: Retrying
  readonly #deps: LastingRequestDeps<R>

  constructor(deps: LastingRequestDeps<R>) {
    this.#deps = deps
    this.#retrying = new Retrying({ clock: deps.clock, random: deps.random, mostTries })
    this.#late = new LateRequest<R>({
      clock: deps.clock,
      same: (a, b) => !deps.lines.some((line) => line.differs(a, b)),
      sendAgain: (accepted, lost) => this.#mayBeUndone(accepted, lost),
    })
  }

  /** Sends what is wished now. `subjects`: the wishes it is sent for; a failure is told of these and of all at stake. */
  async send(subjects: readonly LastingWish[]): Promise<Result<Delivery, AppError>> {
    const { session, lines, clock, wished, carryOut } = this.#deps
    const number = ++this.#newest
    const epoch = this.#epoch
    this.#retrying.pause()
    for (const wish of subjects) this.#carried.add(wish)
    // What waits goes with it.
    for (const wish of this.#kept()) {
      this.#carried.add(wish)
      this.#deps.keeper.resend(wish, 'no-answer')
    }
    for (const line of lines) line.sent()
    const answer = await session.command(async (gateway, agentId) => {
      if (number !== this.#newest) return neverLeft
      const request = wished()
      const askedAt = clock.now()
      this.#underWay.add(request)
      const reply = await carryOut(gateway, agentId, request)
      if (epoch === this.#epoch) this.#replied(request, askedAt, reply)
      return reply.ok ? ok({ request, askedAt }) : reply
    })
    if (epoch !== this.#epoch) return superseded
    const isOvertaken = number !== this.#newest
    if (answer.ok) {
      for (const line of lines) line.accepted(answer.value.request, answer.value.askedAt, isOvertaken)
    }
    if (isOvertaken) {
      if (!answer.ok && isOutcomeUnknown(answer.error)) this.#doubt()
      return superseded
    }
    const carried = [...this.#carried]
    this.#carried.clear()
    return answer.ok ? this.#settle() : this.#fail(answer.error, carried)
  }

  /**
   * Sends what was kept, if anything was, and answers which wishes were accepted. The tries go on counting: what is sent
   * by itself is not a new wish.
   */
  async sendKept(cause: 'recovery' | 'no-answer'): Promise<readonly LastingWish[]> {
    const open = this.#kept()
    if (open.length === 0) return []
    for (const wish of open) this.#deps.keeper.resend(wish, cause)
    const answer = await this.send(open)
    return answer.ok && answer.value === 'accepted' ? open : []
  }

  /** The agent wished something new: it has all its tries before it. */
  startAnew(): void {
    this.#retrying.startAnew()
  }

  /** A newer wish waits: a request that is still under way must not be taken for the answer to it. */
  overtake(): void {
    this.#newest += 1
    for (const line of this.#deps.lines) line.dropped()
    // What went with the older one waits with it.
    for (const wish of this.#carried) this.#deps.keeper.keep(wish, 'no-answer')
    this.#carried.clear()
  }

  /** What may have been done by requests without an answer, so far, makes the line of this wish uncertain. */
  doubt(wish: LastingWish): void {
    for (const line of this.#deps.lines) {
      if (line.wish === wish) line.doubted([...this.#underWay, ...this.#unanswered])
    }
  }

  /** Sends what was kept now, or leaves it to the recovery. */
  resume(): void {
    if (this.#deps.store.state.session.phase !== 'online') this.overtake()
    else void this.sendKept('no-answer').then(this.#deps.resent)
  }

  /** The session has ended: nothing waits any more, and nothing of it can arrive. */
  drop(): void {
    this.#epoch += 1
    this.#newest += 1
    this.#underWay.clear()
    this.#carried.clear()
    this.#unanswered = []
    this.#late.drop()
    this.#retrying.startAnew()
    for (const { wish } of this.#deps.lines) this.#deps.keeper.settle(wish)
  }

  #replied(request: R, askedAt: number, reply: Result<unknown, GatewayError>): void {
    this.#underWay.delete(request)
    if (reply.ok) this.#unanswered = []
    else if (isOutcomeUnknown(reply.error)) this.#unanswered = [...this.#unanswered, request]
    this.#late.concluded(request, askedAt, reply)
  }

  #kept(): readonly LastingWish[] {
    const { kept } = this.#deps.store.state
    return this.#deps.lines.map(({ wish }) => wish).filter((wish) => kept.includes(wish))
  }

  #doubt(): void {
    for (const line of this.#deps.lines) line.doubted(this.#unanswered)
  }

  #settle(): Result<Delivery, AppError> {
    const { lines, keeper, store } = this.#deps
    this.#retrying.startAnew()
    for (const { wish } of lines) {
      keeper.settle(wish)
      store.retract((notice) => notice.kind === 'wish-failed' && notice.wish === wish)
    }
    return ok('accepted')
  }

  /** A failure is recorded where something was at stake; the other line only stops being pending. */
  #fail(error: GatewayError, subjects: readonly LastingWish[]): Result<Delivery, AppError> {
    const { lines, keeper, store } = this.#deps
    const kept = this.#kept()
    const isAtStake = (line: SwitchLine<R>): boolean =>
      subjects.includes(line.wish) || kept.includes(line.wish) || line.hasOpenWish()
    const atStake = lines.filter(isAtStake)
    for (const line of lines) {
      if (atStake.includes(line) && error.kind !== 'aborted') line.failed(error)
      else line.dropped()
    }
    if (isLeftOpen(error) && this.#isSentAgain()) {
      for (const { wish } of atStake) keeper.keep(wish, 'no-answer')
      return ok('kept')
    }
    // The answer that ends it says nothing about the tries before it.
    if (!isLeftOpen(error)) this.#doubt()
    this.#retrying.startAnew()
    const told = toAppError(error)
    for (const { wish } of atStake) {
      keeper.settle(wish)
      // Aborted, and nothing to send it again: the session is over, and says so itself.
      if (error.kind !== 'aborted') store.notify('error', { kind: 'wish-failed', wish, error: told })
    }
    return err(told)
  }

  /** In a gap the recovery sends it, after a sign-out the next sign-in does; while polls go on it is tried a few times. */
  #isSentAgain(): boolean {
    const { session } = this.#deps.store.state
    if (session.phase !== 'online') return isActive(session) || session.phase === 'signing-out'
    return this.#retrying.plan(() => {
      if (this.#deps.store.state.session.phase === 'online') this.resume()
    })
  }

  /** What was accepted may have been undone by an older request that came late: it is asked for once more. */
  #mayBeUndone(accepted: R, lost: readonly R[]): void {
    const { lines, keeper, store } = this.#deps
    this.#unanswered = [...this.#unanswered, ...lost]
    for (const line of lines) {
      if (lost.some((request) => line.differs(request, accepted))) keeper.keep(line.wish, 'no-answer')
    }
    if (store.state.session.phase === 'online') this.resume()
  }
}
