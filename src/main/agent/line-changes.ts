import type { AppError } from '../../shared/app-error.ts'
import type { SeenSource, TruthLine, WishOrigin } from '../../shared/domain/truth-line.ts'

/** What can happen to a truth line. Each keeps the three faces apart: none of them overwrites another. */
export type LineChange<T> =
  | { readonly type: 'wished'; readonly value: T; readonly at: number; readonly origin: WishOrigin }
  /** The request for the present wish leaves. */
  | { readonly type: 'sent' }
  | {
      readonly type: 'accepted'
      readonly value: T
      readonly askedAt: number
      readonly at: number
      /** A newer wish is under way already: it stays pending, but what was accepted is in force until then. */
      readonly isOvertaken: boolean
    }
  /**
   * A request got no answer, and is not the one that counts any more: what is in force now is not known. What was seen
   * before says nothing about it either.
   */
  | { readonly type: 'doubted' }
  | {
      readonly type: 'failed'
      readonly error: AppError
      readonly isOutcomeUnknown: boolean
      readonly at: number
    }
  /** A newer wish or the end of the session made the request pointless. */
  | { readonly type: 'dropped' }
  | { readonly type: 'seen'; readonly value: T; readonly by: SeenSource; readonly at: number }
  /** A wish that was only kept is taken back: what was accepted last, or nothing, is wished again. */
  | { readonly type: 'unwished'; readonly value: T | null; readonly at: number }
  /** A new session: what was accepted and seen belongs to the old one; the wish stays. */
  | { readonly type: 'session-began' }
  /** A one-time wish was fulfilled or overtaken: nothing more to say about it. */
  | { readonly type: 'settled' }

export function changeLine<T>(line: TruthLine<T>, change: LineChange<T>): TruthLine<T> {
  switch (change.type) {
    case 'wished':
      return { ...line, wished: { value: change.value, at: change.at, origin: change.origin }, failure: null }
    case 'sent':
      return { ...line, isPending: true, failure: null }
    case 'accepted':
      return {
        ...line,
        isPending: change.isOvertaken && line.isPending,
        failure: null,
        accepted: { value: change.value, at: change.at, askedAt: change.askedAt },
      }
    case 'failed':
      return {
        ...line,
        isPending: false,
        failure: { value: change.error, at: change.at, isOutcomeUnknown: change.isOutcomeUnknown },
      }
    case 'doubted':
      return { ...line, accepted: null, seen: null }
    case 'dropped':
      return { ...line, isPending: false }
    case 'seen':
      return { ...line, seen: { value: change.value, at: change.at, by: change.by } }
    case 'unwished': {
      const wished =
        change.value === null
          ? null
          : { value: change.value, at: change.at, origin: line.wished?.origin ?? ('restored' as const) }
      return { ...line, wished, failure: null }
    }
    case 'session-began':
      return { ...line, isPending: false, failure: null, accepted: null, seen: null }
    case 'settled':
      return { ...line, isPending: false, failure: null, wished: null, accepted: null }
  }
}
