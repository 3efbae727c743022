import type { AppError } from '../../shared/app-error.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { Door, WishOrigin } from '../../shared/domain/truth-line.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Wishes } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { LastingRequest } from './lasting-request.ts'
import { afterCallLens, changed, choicesLens, linkageLens, type LineLens } from './line-lenses.ts'
import { isSameChoice, type Reset } from './same-choice.ts'
import { switchLine } from './switch-line.ts'
import { WishKeeper, type LastingWish, type WishKeeperDeps } from './wish-keeper.ts'

/**
 * The lasting switches: after-call state, phone linkage and skill sign-in. Linkage and skills share one request, because
 * every skill reset must carry the linkage flag. A wish that meets silence is kept, and sent when the gateway is there
 * again: all of them say what is to be, not what is to be done, so that sending one twice does no harm.
 */
export class Switches {
  readonly #reset: LastingRequest<Reset>
  readonly #afterCall: LastingRequest<boolean>
  readonly #keeper: WishKeeper
  readonly #store: DeskStore
  readonly #clock: Clock

  constructor(
    deps: WishKeeperDeps & {
      session: GatewaySession
      random: () => number
      /** Wishes that were sent again by themselves, outside of a recovery, were accepted. */
      resent: (wishes: readonly LastingWish[]) => void
    },
  ) {
    this.#store = deps.store
    this.#clock = deps.clock
    const keeper = new WishKeeper(deps)
    this.#keeper = keeper
    this.#reset = new LastingRequest<Reset>({
      ...deps,
      keeper,
      lines: [
        switchLine(deps, 'skills', {
          lens: choicesLens,
          part: ({ choice }: Reset) => choice,
          same: isSameChoice,
        }),
        switchLine(deps, 'linkage', {
          lens: linkageLens,
          part: ({ isLinked }: Reset) => isLinked,
          same: Object.is,
        }),
      ],
      wished: () => ({
        choice: choicesLens.get(deps.store.state).wished?.value ?? keeper.wishes.skills,
        isLinked: linkageLens.get(deps.store.state).wished?.value ?? keeper.wishes.isLinked,
      }),
      carryOut: (gateway, agentId, { choice, isLinked }) => {
        const linkAskedAt = deps.clock.now()
        if (isLinked) deps.store.update((state) => ({ ...state, linkAskedAt }))
        return gateway.resetSkills(agentId, skillsOf(choice), isLinked)
      },
    })
    this.#afterCall = new LastingRequest<boolean>({
      ...deps,
      keeper,
      lines: [
        switchLine(deps, 'after-call', {
          lens: afterCallLens,
          part: (autoIdle: boolean) => autoIdle,
          same: Object.is,
        }),
      ],
      wished: () => afterCallLens.get(deps.store.state).wished?.value ?? keeper.wishes.autoIdle,
      carryOut: (gateway, agentId, autoIdle) => gateway.setAutoIdle(agentId, autoIdle),
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
    await Promise.all([this.#reset.send(['skills']), this.#afterCall.send(['after-call'])])
  }

  /**
   * After a silence: sends what was kept and what the silence left open, and answers which wishes were accepted. Without
   * an open wish nothing is sent: the settings of a session that stands are still in force.
   */
  async sendKept(cause: 'recovery' | 'no-answer'): Promise<readonly LastingWish[]> {
    const accepted = await Promise.all([this.#reset.sendKept(cause), this.#afterCall.sendKept(cause)])
    return accepted.flat()
  }

  /** Like the other two it is ok when the wish is kept as well: the snapshot says so. */
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

  /**
   * Takes back a wish that waits for the gateway. Refused when nothing waits any more. Where a request without an answer
   * may have brought it about, what was wished before is sent: it cannot be taken for what is in force.
   */
  async cancel(wish: LastingWish, origin: Door): Promise<Result<null, AppError>> {
    if (!this.#keeper.isKept(wish)) return err({ code: 'superseded' })
    const request = this.#requestOf(wish)
    request.doubt(wish)
    const cancelled = this.#keeper.cancel(wish, origin)
    // Before anything is waited for: an answer that comes meanwhile must not settle what is wished now.
    if (this.#keeper.isKept(wish)) {
      request.startAnew()
      request.resume()
    }
    return cancelled
  }

  /** The session has ended: the wishes are in the settings, and nothing waits any more. */
  dropKept(): void {
    this.#reset.drop()
    this.#afterCall.drop()
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
    const request = this.#requestOf(wish)
    const saved = this.#keeper.wish(wish, lens, value, change, origin)
    request.startAnew()
    if (session.phase !== 'online') {
      request.overtake()
      this.#keeper.keep(wish, origin)
      await saved
      return ok(null)
    }
    await saved
    const sent = await request.send([wish])
    return sent.ok ? ok(null) : sent
  }

  #requestOf(wish: LastingWish): LastingRequest<Reset> | LastingRequest<boolean> {
    return wish === 'after-call' ? this.#afterCall : this.#reset
  }

  #wishAgain<T>(lens: LineLens<T>, value: T): void {
    this.#store.update(changed(lens, { type: 'wished', value, at: this.#clock.now(), origin: 'restored' }))
  }
}

function skillsOf(choice: SkillChoice): Parameters<GatewayApi['resetSkills']>[1] {
  if (choice.mode === 'all') return { mode: 'all' }
  return { mode: 'list', skillIds: choice.mode === 'none' ? [] : choice.skillIds }
}
