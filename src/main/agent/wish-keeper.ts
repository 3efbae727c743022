import type { AppError } from '../../shared/app-error.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { Door, Same, WishOrigin } from '../../shared/domain/truth-line.ts'
import type { WishName } from '../../shared/domain/wishes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { JournalPort, SessionLog } from '../session/gateway-session.ts'
import type { SettingsStore, Wishes } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { keepSettings } from './keep-settings.ts'
import { afterCallLens, changed, choicesLens, linkageLens, type LineLens } from './line-lenses.ts'
import { isSameChoice } from './same-choice.ts'

/** The wishes that outlast a session. */
export type LastingWish = Exclude<WishName, 'agent-state'>

export interface WishKeeperDeps {
  readonly store: DeskStore
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly log: SessionLog
  readonly journal: JournalPort
}

/**
 * Remembers the lasting wishes: in the settings for the next sign-in, and which of them wait for a silent gateway, with
 * what was wished before, so that the agent can take them back.
 */
export class WishKeeper {
  readonly #before = new Map<LastingWish, Partial<Wishes>>()
  readonly #deps: WishKeeperDeps

  constructor(deps: WishKeeperDeps) {
    this.#deps = deps
  }

  get wishes(): Wishes {
    return this.#deps.settings.current.wishes
  }

  /** A new wish of the agent. What was wished before the first one that is still open is what a cancel goes back to. */
  async wish<T>(
    wish: LastingWish,
    lens: LineLens<T>,
    value: T,
    change: Partial<Wishes>,
    origin: WishOrigin,
  ): Promise<void> {
    const { store, clock, journal } = this.#deps
    if (!this.#before.has(wish)) this.#before.set(wish, this.#present(wish))
    journal.record({ kind: 'command', name: wish, cause: origin, details: describeWish(change) })
    store.update(changed(lens, { type: 'wished', value, at: clock.now(), origin }))
    await this.#save(change)
  }

  /** The wish waits for the gateway. */
  keep(wish: LastingWish, cause: WishOrigin | 'no-answer'): void {
    this.#note(wish, cause, 'kept')
    this.#deps.store.update((state) =>
      state.kept.includes(wish) ? state : { ...state, kept: [...state.kept, wish] },
    )
  }

  /** The wish leaves again by itself, for a reason that is written down. */
  resend(wish: LastingWish, cause: 'restored' | 'recovery' | 'no-answer'): void {
    this.#note(wish, cause, 'sent')
    this.#release(wish)
  }

  /** The gateway answered the newest wish: there is nothing to go back to. */
  settle(wish: LastingWish): void {
    this.#before.delete(wish)
    this.#release(wish)
  }

  /** True while the wish waits for the gateway. */
  isKept(wish: LastingWish): boolean {
    return this.#deps.store.state.kept.includes(wish)
  }

  /**
   * Takes back a wish that waits; what is wished instead waits in its stead, unless it is in force. Refused when nothing
   * waits any more.
   */
  async cancel(wish: LastingWish, origin: Door): Promise<Result<null, AppError>> {
    if (!this.isKept(wish)) return err({ code: 'superseded' })
    // A wish that was not asked for anew has none before it: what is in force stays, known or not.
    const before = this.#before.get(wish) ?? this.#inForce(wish)
    this.#before.delete(wish)
    this.#release(wish)
    this.#note(wish, origin, 'taken-back')
    if (wish === 'after-call') this.#goBack(wish, afterCallLens, this.#mayBe(before.autoIdle), Object.is)
    else if (wish === 'linkage') this.#goBack(wish, linkageLens, before.isLinked, Object.is)
    else this.#goBack(wish, choicesLens, before.skills, isSameChoice)
    await this.#save(before)
    return ok(null)
  }

  #present(wish: LastingWish): Partial<Wishes> {
    const { autoIdle, isLinked, skills } = this.wishes
    if (wish === 'after-call') return { autoIdle }
    return wish === 'linkage' ? { isLinked } : { skills }
  }

  /** What was accepted last; nothing when nobody knows. */
  #inForce(wish: LastingWish): Partial<Wishes> {
    const { afterCall, linkage, skills } = this.#deps.store.state
    if (wish === 'after-call')
      return afterCall.accepted === null ? {} : { autoIdle: afterCall.accepted.value }
    if (wish === 'linkage') return linkage.accepted === null ? {} : { isLinked: linkage.accepted.value }
    const { accepted } = skills.choices
    return accepted === null ? {} : { skills: accepted.value }
  }

  /** Idle after a call cannot be wished for with a phone that makes wrap-up compulsory, whatever the settings hold. */
  #mayBe(autoIdle: boolean | undefined): boolean | undefined {
    const { session } = this.#deps.store.state
    return autoIdle === true && isSignedIn(session) ? session.isAlwaysOffHook : autoIdle
  }

  #goBack<T>(wish: LastingWish, lens: LineLens<T>, value: T | undefined, same: Same<T>): void {
    const { store, clock } = this.#deps
    store.update(changed(lens, { type: 'unwished', value: value ?? null, at: clock.now() }))
    const { accepted } = lens.get(store.state)
    const isAccepted = value !== undefined && accepted !== null && same(accepted.value, value)
    // The wish before is not known to be in force: it waits in its turn, or nobody would ever send it.
    if (value !== undefined && !isAccepted) this.keep(wish, 'no-answer')
  }

  #release(wish: LastingWish): void {
    this.#deps.store.update((state) =>
      state.kept.includes(wish) ? { ...state, kept: state.kept.filter((other) => other !== wish) } : state,
    )
  }

  #note(wish: LastingWish, cause: WishOrigin | 'recovery' | 'no-answer', what: string): void {
    this.#deps.journal.record({ kind: 'wish', name: wish, cause, details: { what } })
  }

  async #save(change: Partial<Wishes>): Promise<void> {
    await keepSettings(this.#deps, { wishes: { ...this.wishes, ...change } })
  }
}

/** The wish as the journal writes it. */
function describeWish({ autoIdle, isLinked, skills }: Partial<Wishes>): Record<string, string | boolean> {
  return {
    ...(autoIdle === undefined ? {} : { autoIdle }),
    ...(isLinked === undefined ? {} : { isLinked }),
    ...(skills === undefined ? {} : { mode: skills.mode }),
    ...(skills?.mode === 'chosen' ? { skills: skills.skillIds.slice(0, 50).join(' ') } : {}),
  }
}
