import type { AppError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { isActive } from '../session/session-state.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import type { QueryPacer } from './query-pacer.ts'
import type { RosterReader } from './roster-reader.ts'
import type { UntilRead } from './until-read.ts'

/** The roster may lag behind a reset; one more look after this long before saying that it differs. */
const secondLookMs = 2_000

/** What is configured for the agent, which queues exist, and which of them he is really in. */
export class SkillQueries {
  #endPause: () => void = () => undefined
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #roster: RosterReader
  readonly #clock: Clock
  readonly #pacer: QueryPacer
  readonly #untilRead: UntilRead

  constructor(deps: {
    store: DeskStore
    session: GatewaySession
    roster: RosterReader
    clock: Clock
    pacer: QueryPacer
    untilRead: UntilRead
  }) {
    this.#untilRead = deps.untilRead
    this.#store = deps.store
    this.#session = deps.session
    this.#roster = deps.roster
    this.#clock = deps.clock
    this.#pacer = deps.pacer
  }

  /** Reads the queues configured for the agent. */
  async readConfigured(): Promise<Result<null, AppError>> {
    if (!isActive(this.#session.state)) return err({ code: 'not-connected' })
    this.#setRead({ isLoading: true })
    const answer = await this.#session.query((gateway, agentId) => gateway.configuredSkills(agentId))
    if (!answer.ok) {
      const error = toAppError(answer.error)
      this.#setRead({ isLoading: false, error })
      return err(error)
    }
    const configured = [...answer.value].sort((a, b) => a.id - b.id)
    this.#store.update((state) => ({ ...state, skills: { ...state.skills, configured } }))
    this.#setRead({ isLoading: false, error: null, readAt: this.#clock.now() })
    return ok(null)
  }

  /**
   * Reads the configured queues and all queues of the VDN; resolves after the first try. What failed is tried again until
   * it is read or the session is another one: without names and targets nothing can be moved.
   */
  async readAll(): Promise<void> {
    await Promise.all([
      this.#untilRead.now('configured', () => this.readConfigured()),
      this.#untilRead.now('queues', () => this.readQueues()),
    ])
  }

  /** Reads all queues of the VDN: the names of queues and the targets of transfers. Keeps the last ones on failure. */
  async readQueues(): Promise<Result<null, AppError>> {
    await this.#pacer.turn('asked')
    const answer = await this.#session.query((gateway, agentId) => gateway.vdnSkills(agentId))
    if (!answer.ok) return err(toAppError(answer.error))
    const queues = [...answer.value].sort((a, b) => a.id - b.id)
    this.#store.update((state) => ({ ...state, queues }))
    return ok(null)
  }

  /** What a reading of the roster says about the agent's own queues. */
  seeOwnSkills(skillIds: readonly number[], readSince: number): void {
    this.#store.update((state) =>
      state.skills.seen !== null && state.skills.seen.at > readSince
        ? state
        : { ...state, skills: { ...state.skills, seen: { value: skillIds, at: readSince, by: 'roster' } } },
    )
  }

  /** Looks into the roster after a reset was accepted; when it differs looks once more, then says so. */
  async verifyReset(): Promise<void> {
    const accepted = this.#store.state.skills.choices.accepted
    if (accepted === null) return
    const isStillThatReset = (): boolean => this.#store.state.skills.choices.accepted === accepted
    const differs = (): boolean =>
      isStillThatReset() && this.#store.snapshot.skills.verdict === 'contradicted'
    await this.#roster.refresh()
    if (!differs()) return
    if (!(await this.#pause()) || !isStillThatReset()) return
    await this.#roster.refresh()
    if (differs()) this.#store.notify('warning', { kind: 'skills-differ' })
  }

  /** The session is over: nobody looks a second time. */
  stop(): void {
    this.#endPause()
  }

  /** False when it ended early: a newer look takes its place, or nobody looks any more. */
  #pause(): Promise<boolean> {
    this.#endPause()
    return new Promise((resolve) => {
      const cancel = this.#clock.after(secondLookMs, () => resolve(true))
      this.#endPause = () => {
        cancel()
        resolve(false)
      }
    })
  }

  #setRead(change: Partial<DeskStore['state']['skills']['configuredRead']>): void {
    this.#store.update((state) => ({
      ...state,
      skills: { ...state.skills, configuredRead: { ...state.skills.configuredRead, ...change } },
    }))
  }
}
