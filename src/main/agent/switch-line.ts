import type { Same } from '../../shared/domain/truth-line.ts'
import { isOutcomeUnknown, toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { changed, type LineLens } from './line-lenses.ts'
import type { LastingWish } from './wish-keeper.ts'

/** What one request of the kind `R` means for one truth line. */
export interface SwitchLine<R> {
  readonly wish: LastingWish
  /** A wish is not in force, as far as anybody knows. */
  readonly hasOpenWish: () => boolean
  readonly differs: (a: R, b: R) => boolean
  readonly sent: () => void
  readonly accepted: (request: R, askedAt: number, isOvertaken: boolean) => void
  readonly failed: (error: GatewayError) => void
  /** The request is not waited for any more, or nothing was at stake here. */
  readonly dropped: () => void
  /** The lost requests may have been carried out: what differs from them is not known to be in force. */
  readonly doubted: (lost: readonly R[]) => void
}

/** `part`: what of the request is about this line. */
export function switchLine<R, T>(
  { store, clock }: { readonly store: DeskStore; readonly clock: Clock },
  wish: LastingWish,
  {
    lens,
    part,
    same,
  }: { readonly lens: LineLens<T>; readonly part: (request: R) => T; readonly same: Same<T> },
): SwitchLine<R> {
  return {
    wish,
    hasOpenWish() {
      const { wished, accepted } = lens.get(store.state)
      return wished !== null && (accepted === null || !same(wished.value, accepted.value))
    },
    differs: (a, b) => !same(part(a), part(b)),
    sent: () => store.update(changed(lens, { type: 'sent' })),
    accepted(request, askedAt, isOvertaken) {
      const at = clock.now()
      store.update(changed(lens, { type: 'accepted', value: part(request), askedAt, at, isOvertaken }))
    },
    failed(error) {
      store.update(
        changed(lens, {
          type: 'failed',
          error: toAppError(error),
          isOutcomeUnknown: isOutcomeUnknown(error),
          at: clock.now(),
        }),
      )
    },
    dropped: () => store.update(changed(lens, { type: 'dropped' })),
    doubted(lost) {
      const { accepted } = lens.get(store.state)
      if (accepted === null || lost.every((request) => same(part(request), accepted.value))) return
      store.update(changed(lens, { type: 'doubted' }))
    },
  }
}
