import type { AppError } from '../app-error.ts'

/** Where a wish came from; the journal and the screen say so. */
export type WishOrigin = 'window' | 'tray' | 'restored'

/** What proved a value: an event, or a query that was read back. */
export type SeenSource = 'event' | 'status-query' | 'roster' | 'waiting-list' | 'call-end'

/** A value with the time it became known, in milliseconds since 1970. */
export interface Stamped<T> {
  readonly value: T
  readonly at: number
}

/**
 * The three faces of a switch, kept apart from the gateway to the screen (design, section 4): what was asked for last,
 * what the gateway answered "0" to, and what events or queries prove.
 */
export interface TruthLine<T> {
  readonly wished: (Stamped<T> & { readonly origin: WishOrigin }) | null
  readonly accepted: Stamped<T> | null
  readonly seen: (Stamped<T> & { readonly by: SeenSource }) | null
  /** A request for the wish is under way. */
  readonly isPending: boolean
  /** Why the last wish was not accepted; gone with the next wish. */
  readonly failure: (Stamped<AppError> & { readonly isOutcomeUnknown: boolean }) | null
}

/**
 * `unknown`: nothing was wished, accepted or seen. `pending`: asked, no answer yet. `failed`: the gateway or the network
 * said no. `uncertain`: sent, no answer, it may have happened. `accepted`: answered "0", not yet proved. `confirmed`:
 * proved. `contradicted`: proved to be something else after it was accepted. `wished`: kept for later, not sent.
 */
export type TruthVerdict =
  'unknown' | 'wished' | 'pending' | 'failed' | 'uncertain' | 'accepted' | 'confirmed' | 'contradicted'

export type Same<T> = (a: T, b: T) => boolean

export function emptyLine<T>(): TruthLine<T> {
  return { wished: null, accepted: null, seen: null, isPending: false, failure: null }
}

/** The value to show as being in force: the newer of what was accepted and what was seen, or null when nobody knows. */
export function effectiveValue<T>(line: TruthLine<T>): T | null {
  const { accepted, seen } = line
  if (accepted === null) return seen === null ? null : seen.value
  if (seen === null) return accepted.value
  return seen.at >= accepted.at ? seen.value : accepted.value
}

/** What may honestly be said about the last wish. */
export function judge<T>(line: TruthLine<T>, same: Same<T>): TruthVerdict {
  if (line.isPending) return 'pending'
  if (line.failure !== null) return line.failure.isOutcomeUnknown ? 'uncertain' : 'failed'
  const { accepted, seen, wished } = line
  if (accepted !== null) {
    if (seen === null || seen.at < accepted.at) return 'accepted'
    return same(accepted.value, seen.value) ? 'confirmed' : 'contradicted'
  }
  if (wished !== null) return 'wished'
  return seen === null ? 'unknown' : 'confirmed'
}
