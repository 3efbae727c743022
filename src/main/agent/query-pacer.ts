import type { Cancel, Clock } from '../time/clock.ts'

/** At most this many queue queries of one agent in any window of two seconds. */
const limit = 5
const windowMs = 2_000
/** Requests do not all take equally long to arrive; with this they keep to the limit at the gateway as well. */
const marginMs = 200
/** What goes on by itself keeps to two queries a second, so that there is room for what the agent asks for. */
const backgroundMs = 500

/** `asked`: the agent, or a gap, waits for the answer. `background`: a list that is read again and again. */
export type Urgency = 'asked' | 'background'

/**
 * Hands out turns for queue queries so that no two-second window holds more than five. Turns come in order of asking;
 * what the agent waits for goes before what is read in the background.
 */
export class QueryPacer {
  #sentAt: number[] = []
  #cancel: Cancel = () => undefined
  readonly #waiting: Record<Urgency, (() => void)[]> = { asked: [], background: [] }
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when the next query may be sent. */
  turn(urgency: Urgency): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting[urgency].push(resolve)
      this.#serve()
    })
  }

  /** The session is over: nobody waits any more. Those who did go on, and are told by the session that there is none. */
  clear(): void {
    this.#cancel()
    this.#sentAt = []
    for (const urgency of ['asked', 'background'] as const) {
      for (const resolve of this.#waiting[urgency].splice(0)) resolve()
    }
  }

  #serve(): void {
    this.#cancel()
    for (;;) {
      const urgency = this.#waiting.asked.length > 0 ? 'asked' : 'background'
      const next = this.#waiting[urgency][0]
      if (next === undefined) return
      const pauseMs = this.#pauseMs(urgency)
      if (pauseMs > 0) {
        this.#cancel = this.#clock.after(pauseMs, () => this.#serve())
        return
      }
      this.#waiting[urgency].shift()
      this.#sentAt.push(this.#clock.now())
      next()
    }
  }

  /** How long the next query has to wait. */
  #pauseMs(urgency: Urgency): number {
    const now = this.#clock.now()
    // What was sent "in the future" was sent before a clock was set back: it must not hold anybody up until then.
    this.#sentAt = this.#sentAt.filter((at) => at <= now && now - at < windowMs + marginMs)
    const [oldest] = this.#sentAt
    const newest = this.#sentAt.at(-1)
    const forLimit =
      oldest === undefined || this.#sentAt.length < limit ? 0 : oldest + windowMs + marginMs - now
    const forRate = urgency === 'asked' || newest === undefined ? 0 : newest + backgroundMs - now
    return Math.max(0, forLimit, forRate)
  }
}
