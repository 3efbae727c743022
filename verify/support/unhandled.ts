/** Collects rejections that nobody handled, while it listens: each is a fault of the program. */
export class UnhandledWatch {
  #seen: string[] = []
  readonly #note = (reason: unknown): void => {
    this.#seen.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
  }

  start(): void {
    process.on('unhandledRejection', this.#note)
  }

  stop(): void {
    process.off('unhandledRejection', this.#note)
  }

  /** What was seen since the last call. */
  take(): readonly string[] {
    const seen = this.#seen
    this.#seen = []
    return seen
  }
}
