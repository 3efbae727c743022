import type { Clock } from '../time/clock.ts'

/** The largest honest message holds 1000 accounts of 50 characters; twice that leaves room for nothing else. */
const maxSize = 128 * 1024
const maxDepth = 8
/** A page of 500 common journal entries takes half of it. */
const maxAnswerSize = 256 * 1024

/**
 * True when a message is larger or deeper than any honest one. Shape checks alone would first walk through whatever was
 * sent (SEC-28).
 */
export function isTooLarge(value: unknown): boolean {
  return roughSize(value, maxSize) === null
}

/** As many items from the front as one answer may hold, the first in any case: whoever wants more asks on from the last. */
export function fitAnswer<T>(items: readonly T[]): readonly T[] {
  let left = maxAnswerSize
  const end = items.findIndex((item) => {
    const size = roughSize(item, left)
    if (size !== null) left -= size
    return size === null
  })
  return end === -1 ? items : items.slice(0, Math.max(1, end))
}

/** Bytes of a value, roughly; null as soon as they pass `limit` or it is too deep. */
function roughSize(value: unknown, limit: number): number | null {
  let left = limit
  const walk = (item: unknown, depth: number): boolean => {
    left -= 8
    if (left < 0 || depth > maxDepth) return false
    if (typeof item === 'string') left -= item.length * 2
    if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) left -= item.byteLength
    else if (Array.isArray(item) || item instanceof Map || item instanceof Set) {
      // Its places one by one: the holes of a sparse array cost a schema as much time as entries do.
      for (const entry of item as Iterable<unknown>) if (!walk(entry, depth + 1)) return false
    } else if (typeof item === 'object' && item !== null) {
      for (const key in item) {
        left -= key.length * 2
        if (!walk((item as Record<string, unknown>)[key], depth + 1)) return false
      }
    }
    return left >= 0
  }
  return walk(value, 0) ? limit - left : null
}

/** So many commands at once, and so many a second after that: far more than a person clicks or a page asks for. */
const burst = 100
const perSecond = 50

/** Counts the commands of one window; a window that floods is refused until it calms down. */
export class RateLimit {
  readonly #clock: Pick<Clock, 'now'>
  #tokens = burst
  #at: number

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
    this.#at = clock.now()
  }

  /** Takes one place; false when there is none. */
  take(): boolean {
    const now = this.#clock.now()
    // A clock set back must not take tokens away.
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) / 1000) * perSecond)
    this.#at = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
