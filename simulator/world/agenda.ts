/** Something that will happen in the world. */
export interface Task {
  readonly dueMs: number
  readonly run: () => void
  isCancelled: boolean
}

/** What lies ahead, ordered by time and, for the same moment, by the order of planning. */
export class Agenda {
  readonly #tasks: Task[] = []

  plan(dueMs: number, run: () => void): Task {
    const task: Task = { dueMs, run, isCancelled: false }
    this.#tasks.splice(this.#positionAfter(dueMs), 0, task)
    return task
  }

  /** Takes the next task that is due at `nowMs` or earlier. */
  takeDue(nowMs: number): Task | undefined {
    const dueMs = this.nextDueMs()
    return dueMs !== undefined && dueMs <= nowMs ? this.#tasks.shift() : undefined
  }

  /** When the next task falls due; undefined when nothing is planned. */
  nextDueMs(): number | undefined {
    while (this.#tasks[0]?.isCancelled === true) this.#tasks.shift()
    return this.#tasks[0]?.dueMs
  }

  #positionAfter(dueMs: number): number {
    let low = 0
    let high = this.#tasks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#tasks[middle]?.dueMs ?? Infinity) <= dueMs) low = middle + 1
      else high = middle
    }
    return low
  }
}
