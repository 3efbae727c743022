import type { AppError } from '../app-error.ts'

/** The ways in which a person asks Deskside for something; the journal names them. */
export const doors = ['window', 'tray', 'palette', 'shortcut', 'command-line', 'deep-link'] as const
export type Door = (typeof doors)[number]

/** Where a wish came from; the journal and the screen say so. */
export type WishOrigin = Door | 'restored'

/** What proved a value: an event, or a query that was read back. */
export type SeenSource = 'event' | 'status-query' | 'roster' | 'waiting-list' | 'call-end'

/** A value with the time it became known, in milliseconds since 1970. */
export interface Stamped<T> {
  readonly value: T
  readonly at: number
}

/**
 * The three faces of a switch, kept apart from the gateway to the screen (docs/architecture.md): what was asked for last,
 * what the gateway answered "0" to, and what events or queries prove.
 */
export interface TruthLine<T> {
  readonly wished: (Stamped<T> & { readonly origin: WishOrigin }) | null
  /** `askedAt`: when the request left; events from then on may already be its effect. */
  readonly accepted: (Stamped<T> & { readonly askedAt: number }) | null
  readonly seen: (Stamped<T> & { readonly by: SeenSource }) | null
  /** A request for the wish is under way. */
  readonly isPending: boolean
  /** Why the last wish was not accepted; gone with the next wish. */
  readonly failure: (Stamped<AppError> & { readonly isOutcomeUnknown: boolean }) | null
}

/**
 * `unknown`: nothing was wished, accepted or seen. `pending`: asked, no answer yet. `failed`: the gateway or the network
 * said no. `uncertain`: sent, no answer, it may have happened. `accepted`: answered "0", not yet proved. `confirmed`:
 * proved. `doubted`: proved before a gap, and not proved again since. `contradicted`: proved to be something else after it
 * was accepted. `wished`: kept for later, not sent.
 */
export type TruthVerdict =
  | 'unknown'
  | 'wished'
  | 'pending'
  | 'failed'
  | 'uncertain'
  | 'accepted'
  | 'confirmed'
  | 'doubted'
  | 'contradicted'

export type Same<T> = (a: T, b: T) => boolean

export function emptyLine<T>(): TruthLine<T> {
  return { wished: null, accepted: null, seen: null, isPending: false, failure: null }
}

/**
 * True when `seen` may speak about what was accepted. An event can overtake the answer of the request that caused it, so
 * it counts from the moment of asking; a query proves only what it began to read after the answer.
 */
export function isSeenAfterAcceptance<T>({ accepted, seen }: TruthLine<T>): boolean {
  if (accepted === null || seen === null) return false
  return seen.at >= (seen.by === 'event' ? accepted.askedAt : accepted.at)
}

/** The value to show as being in force: the newer of what was accepted and what was seen, or null when nobody knows. */
export function effectiveValue<T>(line: TruthLine<T>): T | null {
  const { accepted, seen } = line
  if (accepted === null) return seen === null ? null : seen.value
  return seen !== null && isSeenAfterAcceptance(line) ? seen.value : accepted.value
}

/** What may honestly be said about the last wish. */
export function judge<T>(line: TruthLine<T>, same: Same<T>): TruthVerdict {
  if (line.isPending) return 'pending'
  const { accepted, seen, wished, failure } = line
  if (failure !== null) {
    // Seen as asked after a request without an answer: it was carried out. Anything else may still change.
    const isDone = wished !== null && seen !== null && same(wished.value, seen.value)
    if (failure.isOutcomeUnknown && isDone && seen.at >= failure.at) return 'confirmed'
    return failure.isOutcomeUnknown ? 'uncertain' : 'failed'
  }
  if (wished !== null && (accepted === null || !same(wished.value, accepted.value))) return 'wished'
  if (accepted === null) return seen === null ? 'unknown' : 'confirmed'
  if (seen === null || !isSeenAfterAcceptance(line)) return 'accepted'
  return same(accepted.value, seen.value) ? 'confirmed' : 'contradicted'
}
