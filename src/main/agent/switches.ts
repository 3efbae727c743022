import type { AppError } from '../../shared/app-error.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { Same, WishOrigin } from '../../shared/domain/truth-line.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Wishes } from '../settings/settings.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { afterCallLens, changed, choicesLens, linkageLens, type LineLens } from './line-lenses.ts'
import { isLeftOpen, LateRequest } from './late-request.ts'
import { isSameChoice, isSameReset, type Reset } from './same-choice.ts'
import { WishKeeper, type LastingWish, type WishKeeperDeps } from './wish-keeper.ts'

const superseded = err<GatewayError>({ kind: 'aborted', wasSent: false })

/** A wish that met silence while polls go on is sent again: first within this long, then ever more rarely. */
const again = { firstMs: 2_000, mostMs: 30_000, tries: 5 } as const

/**
 * The lasting switches: after-call state, phone linkage and skill sign-in. The last wish wins: a wish that is overtaken
 * by a newer one before its request left is never sent. Linkage and skills share one gateway call, because every skill
 * reset must carry the linkage flag. A wish that meets silence is kept, and sent when the gateway is there again: all of
 * them say what is to be, not what is to be done, so that sending one twice does no harm.
 */
export class Switches {
  /** Number of the newest wish of each kind; older ones are not sent. */
  #newestReset = 0
  #newestAfterCall = 0
  #cancelAgain: Cancel = () => undefined
  #tries = 0
  readonly #lateReset: LateRequest<Reset>
  readonly #lateAfterCall: LateRequest<boolean>
  readonly #keeper: WishKeeper
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock
  readonly #random: () => number
  readonly #resent: (wishes: readonly LastingWish[]) => void

  constructor(
    deps: WishKeeperDeps & {
      session: GatewaySession
      random: () => number
      /** Wishes that were sent again by themselves, outside of a recovery, were accepted. */
      resent: (wishes: readonly LastingWish[]) => void
    },
  ) {
    this.#resent = deps.resent
    this.#keeper = new WishKeeper(deps)
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
    this.#random = deps.random
    const { clock } = deps
    this.#lateReset = new LateRequest({ clock, same: isSameReset, sendAgain: () => this.#again('skills') })
    this.#lateAfterCall = new LateRequest({
      clock,
      same: (a, b) => a === b,
      sendAgain: () => this.#again('after-call'),
    })
  }

  /** Sends the wishes of last time under a new session, where nothing is known of what that one left behind. */
  async restore(isAlwaysOffHook: boolean): Promise<void> {
    const { wishes } = this.#keeper
    this.#wishAgain(choicesLens, wishes.skills)
    this.#wishAgain(linkageLens, wishes.isLinked)
    // Without an always-off-hook phone wrap-up is compulsory (cec_07_1218): the agent's own wish is kept, not sent.
    this.#wishAgain(afterCallLens, wishes.autoIdle && isAlwaysOffHook)
    for (const wish of ['skills', 'linkage', 'after-call'] as const) this.#keeper.resend(wish, 'restored')
    await Promise.all([this.#sendReset('skills'), this.#sendAfterCall()])
  }

  /**
   * After a silence: sends what was kept and what the silence left open, and answers which wishes were accepted. Without
   * an open wish nothing is sent: the settings of a session that stands are still in force.
   */
  async sendKept(cause: 'recovery' | 'no-answer'): Promise<readonly LastingWish[]> {
    this.#cancelAgain()
    const { kept } = this.#store.state
    const open = (['skills', 'linkage', 'after-call'] as const).filter((wish) => kept.includes(wish))
    for (const wish of open) this.#keeper.resend(wish, cause)
    const ofReset = open.find((wish) => wish !== 'after-call')
    const [reset, afterCall] = await Promise.all([
      ofReset === undefined ? null : this.#sendReset(ofReset),
      open.includes('after-call') ? this.#sendAfterCall() : null,
    ])
    return open.filter((wish) => (wish === 'after-call' ? afterCall : reset)?.ok === true)
  }

  async setAfterCall(autoIdle: boolean, origin: WishOrigin): Promise<Result<null, AppError>> {
    const { session } = this.#store.state
    if (autoIdle && isSignedIn(session) && !session.isAlwaysOffHook) {
      return err({ code: 'refused', reason: 'not-in-this-state' })
    }
    return this.#ask('after-call', afterCallLens, autoIdle, { autoIdle }, origin)
  }

  setLinkage(isLinked: boolean, origin: WishOrigin): Promise<Result<null, AppError>> {
    return this.#ask('linkage', linkageLens, isLinked, { isLinked }, origin)
  }

  signInToSkills(choice: SkillChoice, origin: WishOrigin): Promise<Result<null, AppError>> {
    return this.#ask('skills', choicesLens, choice, { skills: choice }, origin)
  }

  /** Takes back a wish that waits for the gateway. Refused when nothing waits any more. */
  cancel(wish: LastingWish): Promise<Result<null, AppError>> {
    return this.#keeper.cancel(wish)
  }

  /** The session has ended: the wishes are in the settings, and nothing waits any more. */
  dropKept(): void {
    this.#cancelAgain()
    this.#lateReset.drop()
    this.#lateAfterCall.drop()
    this.#tries = 0
    for (const wish of ['skills', 'linkage', 'after-call'] as const) this.#keeper.settle(wish)
  }

  async #ask<T>(
    wish: LastingWish,
    lens: LineLens<T>,
    value: T,
    change: Partial<Wishes>,
    origin: WishOrigin,
  ): Promise<Result<null, AppError>> {
    const { session } = this.#store.state
    if (!isSignedIn(session)) return err({ code: 'not-connected' })
    const saved = this.#keeper.wish(wish, lens, value, change, origin)
    if (session.phase !== 'online') {
      // A request that is still under way must not be taken for the answer to this wish.
      this.#overtake(wish)
      this.#keeper.keep(wish, origin)
      await saved
      return ok(null)
    }
    await saved
    return wish === 'after-call' ? this.#sendAfterCall() : this.#sendReset(wish)
  }

  #overtake(wish: LastingWish): void {
    if (wish === 'after-call') {
      this.#newestAfterCall += 1
      this.#store.update(changed(afterCallLens, { type: 'dropped' }))
    } else {
      this.#newestReset += 1
      this.#store.update(changed(choicesLens, { type: 'dropped' }))
      this.#store.update(changed(linkageLens, { type: 'dropped' }))
    }
  }

  #wishAgain<T>(lens: LineLens<T>, value: T): void {
    this.#store.update(changed(lens, { type: 'wished', value, at: this.#clock.now(), origin: 'restored' }))
  }

  async #sendReset(subject: 'skills' | 'linkage'): Promise<Result<null, AppError>> {
    const number = ++this.#newestReset
    this.#store.update(changed(choicesLens, { type: 'sent' }))
    this.#store.update(changed(linkageLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newestReset) return superseded
      const { wishes } = this.#keeper
      const choice = choicesLens.get(this.#store.state).wished?.value ?? wishes.skills
      const isLinked = linkageLens.get(this.#store.state).wished?.value ?? wishes.isLinked
      const askedAt = this.#clock.now()
      if (isLinked) this.#store.update((state) => ({ ...state, linkAskedAt: askedAt }))
      const skills =
        choice.mode === 'all'
          ? ({ mode: 'all' } as const)
          : ({ mode: 'list', skillIds: choice.mode === 'none' ? [] : choice.skillIds } as const)
      const reply = await gateway.resetSkills(agentId, skills, isLinked)
      this.#lateReset.concluded({ choice, isLinked }, askedAt, reply)
      return reply.ok ? ok({ choice, isLinked, askedAt }) : reply
    })
    const isOvertaken = number !== this.#newestReset
    if (answer.ok) {
      const { choice, isLinked, askedAt } = answer.value
      this.#accept(choicesLens, choice, askedAt, isOvertaken)
      this.#accept(linkageLens, isLinked, askedAt, isOvertaken)
    }
    if (isOvertaken) {
      this.#doubt(answer, choicesLens)
      this.#doubt(answer, linkageLens)
      return err({ code: 'superseded' })
    }
    const hasChoice = subject === 'skills' || this.#hasOpenWish(choicesLens, isSameChoice)
    const hasLinkage = subject === 'linkage' || this.#hasOpenWish(linkageLens, Object.is)
    this.#conclude('skills', choicesLens, answer, hasChoice)
    this.#conclude('linkage', linkageLens, answer, hasLinkage)
    return this.#report(answer, subject)
  }

  async #sendAfterCall(): Promise<Result<null, AppError>> {
    const number = ++this.#newestAfterCall
    this.#store.update(changed(afterCallLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newestAfterCall) return superseded
      const autoIdle = afterCallLens.get(this.#store.state).wished?.value ?? this.#keeper.wishes.autoIdle
      const askedAt = this.#clock.now()
      const reply = await gateway.setAutoIdle(agentId, autoIdle)
      this.#lateAfterCall.concluded(autoIdle, askedAt, reply)
      return reply.ok ? ok({ autoIdle, askedAt }) : reply
    })
    const isOvertaken = number !== this.#newestAfterCall
    if (answer.ok) this.#accept(afterCallLens, answer.value.autoIdle, answer.value.askedAt, isOvertaken)
    if (isOvertaken) {
      this.#doubt(answer, afterCallLens)
      return err({ code: 'superseded' })
    }
    this.#conclude('after-call', afterCallLens, answer, true)
    return this.#report(answer, 'after-call')
  }

  /** An overtaken answer counts as well: it says what is in force until the newer one comes. */
  #accept<T>(lens: LineLens<T>, value: T, askedAt: number, isOvertaken: boolean): void {
    const at = this.#clock.now()
    this.#store.update(changed(lens, { type: 'accepted', value, askedAt, at, isOvertaken }))
  }

  #doubt<T>(answer: Result<unknown, GatewayError>, lens: LineLens<T>): void {
    if (!answer.ok && isOutcomeUnknown(answer.error)) this.#store.update(changed(lens, { type: 'doubted' }))
  }

  /**
   * What the answer to the newest request means for one line. A failure is recorded where something was at stake; the
   * other line only stops being pending.
   */
  #conclude<T>(
    wish: LastingWish,
    lens: LineLens<T>,
    answer: Result<unknown, GatewayError>,
    isAtStake: boolean,
  ): void {
    if (answer.ok) {
      this.#keeper.settle(wish)
      return
    }
    const { error } = answer
    if (!isAtStake || error.kind === 'aborted') this.#store.update(changed(lens, { type: 'dropped' }))
    else {
      this.#store.update(
        changed(lens, {
          type: 'failed',
          error: toAppError(error),
          isOutcomeUnknown: isOutcomeUnknown(error),
          at: this.#clock.now(),
        }),
      )
    }
    if (!isAtStake) return
    if (isLeftOpen(error)) this.#keeper.keep(wish, 'no-answer')
    else this.#keeper.settle(wish)
  }

  /** What was accepted may have been undone by an older request that came late: it is asked for once more. */
  #again(wish: LastingWish): void {
    this.#keeper.keep(wish, 'no-answer')
    if (this.#store.state.session.phase === 'online') void this.sendKept('no-answer')
  }

  #hasOpenWish<T>(lens: LineLens<T>, same: Same<T>): boolean {
    const { wished, accepted } = lens.get(this.#store.state)
    return wished !== null && (accepted === null || !same(wished.value, accepted.value))
  }

  #report(answer: Result<unknown, GatewayError>, wish: LastingWish): Result<null, AppError> {
    if (answer.ok) {
      this.#tries = 0
      this.#store.retract((notice) => notice.kind === 'wish-failed' && notice.wish === wish)
      return ok(null)
    }
    const error = toAppError(answer.error)
    if (isLeftOpen(answer.error) && this.#planAgain()) return err(error)
    this.#store.notify('error', { kind: 'wish-failed', wish, error })
    return err(error)
  }

  /**
   * A wish met silence. In a gap the recovery sends it; while polls go on it is tried again a few times. False = given up:
   * it stays wished, and the agent is told.
   */
  #planAgain(): boolean {
    const { session } = this.#store.state
    if (session.phase !== 'online') return isSignedIn(session)
    if (this.#tries === again.tries) {
      this.dropKept()
      return false
    }
    const ceiling = Math.min(again.mostMs, again.firstMs * 2 ** this.#tries)
    this.#tries += 1
    this.#cancelAgain()
    this.#cancelAgain = this.#clock.after(ceiling / 2 + (this.#random() * ceiling) / 2, () => {
      if (this.#store.state.session.phase === 'online') void this.sendKept('no-answer').then(this.#resent)
    })
    return true
  }
}
