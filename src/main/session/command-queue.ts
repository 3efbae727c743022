/** One command after another: the next begins when the one before it has settled, however it did. */
export class CommandQueue {
  #tail: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(work)
    // Who asked for it is told of a failure; those behind it need not know.
    this.#tail = run.then(
      () => undefined,
      () => undefined,
    )
    return run
  }

  /** A new session does not wait for what the last one has left. */
  startAnew(): void {
    this.#tail = Promise.resolve()
  }
}
