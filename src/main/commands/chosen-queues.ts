import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { DeskService } from '../agent/desk-service.ts'

/**
 * The queues chosen last, which an "all" or "none" since then has replaced on the desk: "Chosen skills" at every door
 * stands for them, whichever these are when it runs.
 */
export class ChosenQueues {
  #lastChosen: readonly number[] | null = null
  readonly #desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  #undo: () => void = () => undefined

  constructor(desk: Pick<DeskService, 'snapshot' | 'subscribe'>) {
    this.#desk = desk
    this.#look(desk.snapshot)
  }

  start(): void {
    this.#undo = this.#desk.subscribe((snapshot) => this.#look(snapshot))
  }

  dispose(): void {
    this.#undo()
  }

  get hasAny(): boolean {
    this.#look(this.#desk.snapshot)
    return this.#lastChosen !== null
  }

  /** Null when queues were never chosen. */
  choiceOf(mode: SkillChoice['mode']): SkillChoice | null {
    if (mode !== 'chosen') return { mode }
    return this.hasAny && this.#lastChosen !== null ? { mode, skillIds: this.#lastChosen } : null
  }

  #look({ skills }: DeskSnapshot): void {
    if (skills.choice?.mode === 'chosen') this.#lastChosen = skills.choice.skillIds
  }
}
