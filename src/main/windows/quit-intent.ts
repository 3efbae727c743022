/** Why the program is ending, as far as anyone said so (RES-06). */
export type QuitReason = 'none' | 'user' | 'update'

/** One value, read by the close handler of every window: a window is hidden only while nobody wants to quit. */
export class QuitIntent {
  #value: QuitReason = 'none'

  get isQuitting(): boolean {
    return this.#value !== 'none'
  }

  get reason(): QuitReason {
    return this.#value
  }

  /** The first reason stays: an update that waits for the user's quit is still the user's quit. */
  declare(reason: Exclude<QuitReason, 'none'>): void {
    if (this.#value === 'none') this.#value = reason
  }
}
