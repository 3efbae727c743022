import type { AppError } from '../../shared/app-error.ts'
import type { NoticeContent } from '../../shared/domain/notice.ts'
import { sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'
import type { Same, WishOrigin } from '../../shared/domain/truth-line.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession, SessionLog } from '../session/gateway-session.ts'
import type { SettingsStore, Wishes } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { keepSettings } from './keep-settings.ts'
import { afterCallLens, changed, choicesLens, linkageLens, type LineLens } from './line-lenses.ts'

type FailedWish = Extract<NoticeContent, { kind: 'wish-failed' }>['wish']

const superseded = err<GatewayError>({ kind: 'aborted', wasSent: false })

/**
 * The lasting switches: after-call state, phone linkage and skill sign-in. The last wish wins: a wish that is overtaken
 * by a newer one before its request left is never sent. Linkage and skills share one gateway call, because every skill
 * reset must carry the linkage flag.
 */
export class Switches {
  /** Number of the newest wish of each kind; older ones are not sent. */
  #newestReset = 0
  #newestAfterCall = 0
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #settings: SettingsStore
  readonly #clock: Clock
  readonly #log: SessionLog

  constructor(deps: {
    store: DeskStore
    session: GatewaySession
    settings: SettingsStore
    clock: Clock
    log: SessionLog
  }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#settings = deps.settings
    this.#clock = deps.clock
    this.#log = deps.log
  }

  /** Sends the kept wishes under a new session, where nothing is known of what the last one left behind. */
  async restore(isAlwaysOffHook: boolean): Promise<void> {
    const { wishes } = this.#settings.current
    this.#wish(choicesLens, wishes.skills, 'restored')
    this.#wish(linkageLens, wishes.isLinked, 'restored')
    // Without an always-off-hook phone wrap-up is compulsory (cec_07_1218): the agent's own wish is kept, not sent.
    this.#wish(afterCallLens, wishes.autoIdle && isAlwaysOffHook, 'restored')
    await Promise.all([this.#sendReset('skills'), this.#sendAfterCall()])
  }

  async setAfterCall(autoIdle: boolean, origin: WishOrigin): Promise<Result<null, AppError>> {
    const { session } = this.#store.state
    if (session.phase !== 'online') return err({ code: 'not-connected' })
    if (autoIdle && !session.isAlwaysOffHook) return err({ code: 'refused', reason: 'not-in-this-state' })
    this.#wish(afterCallLens, autoIdle, origin)
    await this.#keep({ autoIdle })
    return this.#sendAfterCall()
  }

  async setLinkage(isLinked: boolean, origin: WishOrigin): Promise<Result<null, AppError>> {
    if (this.#store.state.session.phase !== 'online') return err({ code: 'not-connected' })
    this.#wish(linkageLens, isLinked, origin)
    await this.#keep({ isLinked })
    return this.#sendReset('linkage')
  }

  async signInToSkills(choice: SkillChoice, origin: WishOrigin): Promise<Result<null, AppError>> {
    if (this.#store.state.session.phase !== 'online') return err({ code: 'not-connected' })
    this.#wish(choicesLens, choice, origin)
    await this.#keep({ skills: choice })
    return this.#sendReset('skills')
  }

  #wish<T>(lens: LineLens<T>, value: T, origin: WishOrigin): void {
    this.#store.update(changed(lens, { type: 'wished', value, at: this.#clock.now(), origin }))
  }

  async #keep(change: Partial<Wishes>): Promise<void> {
    const wishes = { ...this.#settings.current.wishes, ...change }
    await keepSettings({ settings: this.#settings, store: this.#store, log: this.#log }, { wishes })
  }

  async #sendReset(subject: 'skills' | 'linkage'): Promise<Result<null, AppError>> {
    const number = ++this.#newestReset
    this.#store.update(changed(choicesLens, { type: 'sent' }))
    this.#store.update(changed(linkageLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newestReset) return superseded
      const { wishes } = this.#settings.current
      const choice = choicesLens.get(this.#store.state).wished?.value ?? wishes.skills
      const isLinked = linkageLens.get(this.#store.state).wished?.value ?? wishes.isLinked
      const askedAt = this.#clock.now()
      if (isLinked) this.#store.update((state) => ({ ...state, linkAskedAt: askedAt }))
      const skills =
        choice.mode === 'all'
          ? ({ mode: 'all' } as const)
          : ({ mode: 'list', skillIds: choice.mode === 'none' ? [] : choice.skillIds } as const)
      const reply = await gateway.resetSkills(agentId, skills, isLinked)
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
    if (!answer.ok) {
      this.#fail(
        choicesLens,
        answer.error,
        subject === 'skills' || this.#hasOpenWish(choicesLens, isSameChoice),
      )
      this.#fail(
        linkageLens,
        answer.error,
        subject === 'linkage' || this.#hasOpenWish(linkageLens, Object.is),
      )
    }
    return this.#report(answer, subject)
  }

  async #sendAfterCall(): Promise<Result<null, AppError>> {
    const number = ++this.#newestAfterCall
    this.#store.update(changed(afterCallLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newestAfterCall) return superseded
      const autoIdle =
        afterCallLens.get(this.#store.state).wished?.value ?? this.#settings.current.wishes.autoIdle
      const askedAt = this.#clock.now()
      const reply = await gateway.setAutoIdle(agentId, autoIdle)
      return reply.ok ? ok({ autoIdle, askedAt }) : reply
    })
    const isOvertaken = number !== this.#newestAfterCall
    if (answer.ok) this.#accept(afterCallLens, answer.value.autoIdle, answer.value.askedAt, isOvertaken)
    if (isOvertaken) {
      this.#doubt(answer, afterCallLens)
      return err({ code: 'superseded' })
    }
    if (!answer.ok) this.#fail(afterCallLens, answer.error, true)
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

  /** Records a failure on the line that had something at stake; the other one only stops being pending. */
  #fail<T>(lens: LineLens<T>, cause: GatewayError, isAtStake: boolean): void {
    if (cause.kind === 'aborted' || !isAtStake) {
      this.#store.update(changed(lens, { type: 'dropped' }))
      return
    }
    this.#store.update(
      changed(lens, {
        type: 'failed',
        error: toAppError(cause),
        isOutcomeUnknown: isOutcomeUnknown(cause),
        at: this.#clock.now(),
      }),
    )
  }

  #hasOpenWish<T>(lens: LineLens<T>, same: Same<T>): boolean {
    const { wished, accepted } = lens.get(this.#store.state)
    return wished !== null && (accepted === null || !same(wished.value, accepted.value))
  }

  #report(answer: Result<unknown, GatewayError>, wish: FailedWish): Result<null, AppError> {
    if (answer.ok) {
      this.#store.retract((notice) => notice.kind === 'wish-failed' && notice.wish === wish)
      return ok(null)
    }
    const error = toAppError(answer.error)
    if (answer.error.kind !== 'aborted') this.#store.notify('error', { kind: 'wish-failed', wish, error })
    return err(error)
  }
}

function isSameChoice(a: SkillChoice, b: SkillChoice): boolean {
  if (a.mode === 'chosen' && b.mode === 'chosen') return sameSkillIds(a.skillIds, b.skillIds)
  return a.mode === b.mode
}
