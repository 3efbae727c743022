const minuteMs = 60_000
const minutes = 60

/** The last hour by minutes: sixty values at most, however much happens. */
export class HourWindow<T> {
  #buckets: { readonly minute: number; readonly value: T }[] = []
  readonly #create: () => T

  constructor(create: () => T) {
    this.#create = create
  }

  /** What belongs to the minute of `now`. */
  at(now: number): T {
    this.#forget(now)
    const minute = Math.floor(now / minuteMs)
    const present = this.#buckets.find((bucket) => bucket.minute === minute)
    if (present !== undefined) return present.value
    const value = this.#create()
    this.#buckets.push({ minute, value })
    return value
  }

  /** What belongs to the minute of `now` and to the 59 before it. */
  values(now: number): readonly T[] {
    this.#forget(now)
    return this.#buckets.map((bucket) => bucket.value)
  }

  /** Minutes of the future are left over from a clock that was set back. */
  #forget(now: number): void {
    const minute = Math.floor(now / minuteMs)
    this.#buckets = this.#buckets.filter(
      (bucket) => bucket.minute > minute - minutes && bucket.minute <= minute,
    )
  }
}
