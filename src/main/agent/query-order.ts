import type { WaitingCall } from '../../shared/domain/waiting.ts'

/**
 * Answers about queues come in another order than they were asked for. What a later query has found out about a queue, or
 * about a call, an earlier one does not undo.
 */
export class QueryOrder {
  #asked = 0
  /** By queue and by call the newest query that told of it. */
  readonly #queues = new Map<number, number>()
  readonly #calls = new Map<string, number>()

  /** The number of a query that goes out now. */
  next(): number {
    return ++this.#asked
  }

  /** What is news of an answer; null when nothing is, because a later one about the same queue was here before. */
  news(query: number, skillId: number, found: readonly WaitingCall[]): readonly WaitingCall[] | null {
    if (query < (this.#queues.get(skillId) ?? 0)) return null
    this.#queues.set(skillId, query)
    const news = found.filter(({ callId }) => query >= (this.#calls.get(callId) ?? 0))
    for (const { callId } of news) this.#calls.set(callId, query)
    return news
  }

  /** Forgets calls that wait no more. */
  forgetOthers(calls: ReadonlySet<string>): void {
    for (const callId of this.#calls.keys()) if (!calls.has(callId)) this.#calls.delete(callId)
  }

  clear(): void {
    this.#queues.clear()
    this.#calls.clear()
  }
}
