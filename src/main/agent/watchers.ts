import type { WatchableView } from '../../shared/ipc/contract.ts'

/** Which costly views are shown, over all windows. Nothing is read that nobody looks at. */
export class Watchers {
  readonly #views = new Map<number, readonly WatchableView[]>()

  /** Replaces what this window showed before; an empty list forgets the window. */
  set(watcherId: number, views: readonly WatchableView[]): void {
    if (views.length === 0) this.#views.delete(watcherId)
    else this.#views.set(watcherId, views)
  }

  isWatched(view: WatchableView): boolean {
    return [...this.#views.values()].some((views) => views.includes(view))
  }
}
