const RealDate = Date

/**
 * The time of day of this process, which can be set forward: for tests of long absences. Timers and `performance.now()` go
 * on as they are, as they do on a computer that slept.
 */
export class ShiftableClock {
  #offsetMs = 0

  /** Puts a `Date` in the place of the global one that follows this clock; all else about it is the real one's. */
  install(scope: { Date: DateConstructor }): void {
    const now = (): number => this.now()
    const shifted = new Proxy(RealDate, {
      construct: (target, args: unknown[], newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
      apply: () => new RealDate(now()).toString(),
      get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
    })
    scope.Date = shifted
  }

  /** Milliseconds since 1970. */
  now(): number {
    return RealDate.now() + this.#offsetMs
  }

  advance(ms: number): void {
    this.#offsetMs += ms
  }
}
