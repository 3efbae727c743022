/** Times farther away than this cannot matter: no exchange is reported so late. */
const reachMs = 60_000
const maxKept = 512

/** Says how close together things happened. They may be told out of order: an exchange is reported when it is over. */
export class DensityMeter {
  #times: number[] = []
  readonly #windowMs: number

  constructor(windowMs: number) {
    this.#windowMs = windowMs
  }

  /** Adds one and answers the most in any window it lies in, itself included. */
  add(at: number): number {
    const near = this.#times.filter((time) => Math.abs(time - at) < reachMs)
    this.#times = [...near, at].sort((a, b) => a - b).slice(-maxKept)
    const within = (from: number): number =>
      this.#times.filter((time) => time >= from && time < from + this.#windowMs).length
    // The fullest window begins at one of them.
    const begins = this.#times.filter((time) => time <= at && at < time + this.#windowMs)
    return Math.max(1, ...begins.map(within))
  }
}
