import type { Dispatcher } from 'undici'
import { err, ok, type Result } from '../../shared/result.ts'
import { describeFailure } from './transport-failure.ts'
import type { TransportAnswer, TransportError } from './transport.ts'

type Controller = Dispatcher.DispatchController

/**
 * One request on its way through undici's lowest interface. The convenience calls do not tell whether a failed request
 * had been written to the wire; this handler does, and everything about unknown outcomes rests on it.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly outcome: Promise<Result<TransportAnswer, TransportError>>
  readonly #settle: (outcome: Result<TransportAnswer, TransportError>) => void
  readonly #maxBodyBytes: number
  readonly #chunks: Buffer[] = []
  #controller: Controller | null = null
  #givenUp: Error | null = null
  #isSettled = false
  #wasSent = false
  #status = 0
  #headers: ReadonlyMap<string, readonly string[]> = new Map()
  #size = 0

  constructor(maxBodyBytes: number) {
    const { promise, resolve } = Promise.withResolvers<Result<TransportAnswer, TransportError>>()
    this.outcome = promise
    this.#settle = (outcome) => {
      this.#isSettled = true
      resolve(outcome)
    }
    this.#maxBodyBytes = maxBodyBytes
  }

  /** True once the first byte may have left. */
  get wasSent(): boolean {
    return this.#wasSent
  }

  get isGivenUp(): boolean {
    return this.#givenUp !== null
  }

  /**
   * Settles with the given error and tears the connection down, or keeps a request that is still queued from leaving. An
   * exchange that has its answer keeps it.
   */
  giveUp(error: TransportError): void {
    if (this.#isSettled) return
    this.#settle(err(error))
    this.#givenUp = new Error(error.kind)
    this.#controller?.abort(this.#givenUp)
  }

  onRequestStart(controller: Controller): void {
    if (this.#givenUp !== null) {
      controller.abort(this.#givenUp)
      return
    }
    this.#controller = controller
    this.#wasSent = true
  }

  onResponseStart(
    _controller: Controller,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status
    const read = new Map<string, readonly string[]>()
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) read.set(name.toLowerCase(), typeof value === 'string' ? [value] : value)
    }
    this.#headers = read
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#size > this.#maxBodyBytes) this.giveUp({ kind: 'too-large' })
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    // TextDecoder drops a byte order mark, which JSON.parse would refuse.
    const body = new TextDecoder().decode(Buffer.concat(this.#chunks))
    this.#settle(ok({ status: this.#status, headers: this.#headers, body }))
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#settle(err(describeFailure(error, this.#wasSent)))
  }
}
