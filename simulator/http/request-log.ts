/** One request as received, for `GET /requests`. Status and retcode are null until it is answered. */
export interface LoggedRequest {
  readonly n: number
  /** ISO 8601. */
  readonly time: string
  readonly method: string
  /** As received: double and trailing slashes included. */
  readonly path: string
  /** Raw query string without the question mark. */
  readonly query: string
  readonly body: unknown
  readonly headers: { readonly guid: string | null; readonly authorization: boolean }
  status: number | null
  retcode: string | null
  /** Name of the fault that was applied, if any. */
  fault: string | null
}

/** Older entries go first; a day of polling stays in bounds. */
const CAPACITY = 20_000

/** Every request to the gateway and to the management service, numbered from 1. */
export class RequestLog {
  #entries: LoggedRequest[] = []
  #lastNumber = 0

  begin(request: Omit<LoggedRequest, 'n' | 'status' | 'retcode' | 'fault'>): LoggedRequest {
    this.#lastNumber += 1
    const entry: LoggedRequest = {
      n: this.#lastNumber,
      ...request,
      status: null,
      retcode: null,
      fault: null,
    }
    this.#entries.push(entry)
    // Trimmed in batches: shifting one entry per request would cost a copy each time.
    if (this.#entries.length > CAPACITY * 1.25) this.#entries = this.#entries.slice(-CAPACITY)
    return entry
  }

  /** Entries with a number above `n`, oldest first. */
  since(n: number): readonly LoggedRequest[] {
    const first = this.#entries[0]?.n ?? 1
    return this.#entries.slice(Math.max(0, n + 1 - first))
  }

  /** Forgets the entries; the numbers go on, so that a reader's `since` stays good. */
  clear(): void {
    this.#entries = []
  }
}
