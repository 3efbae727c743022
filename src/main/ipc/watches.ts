import type { WatchableView } from '../../shared/ipc/contract.ts'
import type { DeskService } from '../agent/desk-service.ts'

/** Which costly views each window shows. A window that reloads, navigates or dies shows none. */
export class Watches {
  readonly #desk: Pick<DeskService, 'watch'>
  readonly #views = new Map<number, ReadonlySet<WatchableView>>()

  constructor(desk: Pick<DeskService, 'watch'>) {
    this.#desk = desk
  }

  /** Replaces what that window said before. */
  set(windowId: number, views: readonly WatchableView[]): void {
    if (views.length === 0) this.#views.delete(windowId)
    else this.#views.set(windowId, new Set(views))
    this.#desk.watch(windowId, views)
  }

  has(windowId: number, view: WatchableView): boolean {
    return this.#views.get(windowId)?.has(view) ?? false
  }

  /** Harmless for a window that watches nothing. */
  drop(windowId: number): void {
    if (this.#views.delete(windowId)) this.#desk.watch(windowId, [])
  }
}
