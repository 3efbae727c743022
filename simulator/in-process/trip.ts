import { err, ok, type Result } from '../../src/shared/result.ts'
import type { Clock } from '../../src/main/time/clock.ts'
import type { TransportAnswer, TransportError, TransportRequest } from '../../src/main/gateway/transport.ts'
import type { Wire } from '../faults/wire.ts'
import type { Answer } from '../http/answer.ts'
import { answerHeaders } from '../http/write-answer.ts'
import type { Network } from './network.ts'

export type Outcome = Result<TransportAnswer, TransportError>

/** What a trip needs of its surroundings. */
export interface TripDeps {
  readonly network: Network
  readonly server: Clock
  readonly client: Clock
  readonly maxBodyBytes: number
  /** Hands the request to the server, with the way back. */
  readonly receive: (request: TransportRequest, wire: Wire, clientGone: AbortSignal) => void
}

/** Why the server's signal fires. Given, because an AbortController without a reason makes a costly exception. */
const gone = 'the client has gone'

/** Does something after a time; without a time at once, so that a run without latency needs no timers. */
function later(clock: Clock, delayMs: number, run: () => void): void {
  if (delayMs === 0) run()
  else clock.after(delayMs, run)
}

/**
 * One request to the server and its answer back, both through the network. The server sees it as a `Wire`. What the two
 * sides know of each other is only what has arrived: a client that has given up is noticed later, and not at all in a
 * black hole, and an answer that was handed over can still be lost.
 */
export class Trip implements Wire {
  readonly outcome: Promise<Outcome>
  readonly #settle: (outcome: Outcome) => void
  readonly #request: TransportRequest
  readonly #deps: TripDeps
  readonly #clientGone = new AbortController()
  #head: Answer | null = null
  #parts: Uint8Array[] = []
  #wasSent = false
  #hasArrived = false
  #isBroken = false
  #isOver = false

  constructor(request: TransportRequest, deps: TripDeps) {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    this.outcome = promise
    this.#settle = resolve
    this.#request = request
    this.#deps = deps
  }

  get wasSent(): boolean {
    return this.#wasSent
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** The connection is there: the request leaves. */
  leave(): void {
    this.#wasSent = true
    const { network, server } = this.#deps
    if (network.state === 'black-hole') return
    later(server, network.drawLatency(), () => {
      if (network.state !== 'up' || this.#clientGone.signal.aborted) return
      this.#hasArrived = true
      this.#deps.receive(this.#request, this, this.#clientGone.signal)
      // Whoever gives up closes behind what was sent already: the request has arrived all the same.
      if (this.#isOver) this.#clientGone.abort(gone)
    })
  }

  /** The client's side ends the trip with an error. */
  giveUp(error: TransportError): void {
    if (this.#isOver) return
    this.#finish(err(error))
    if (!this.#hasArrived) return
    const { network, server } = this.#deps
    later(server, network.drawLatency(), () => {
      if (network.state !== 'black-hole') this.#clientGone.abort(gone)
    })
  }

  /** The network goes down: both sides are told at once, and what is on its way is lost. */
  breakOff(): void {
    this.#isBroken = true
    this.#clientGone.abort(gone)
    this.#deps.client.after(0, () => this.#finish(err({ kind: 'cut' })))
  }

  async send(answer: Answer): Promise<boolean> {
    if (this.#clientGone.signal.aborted) return false
    this.#head = answer
    this.#deliver(() => answer.body)
    return true
  }

  begin(answer: Answer): void {
    this.#head = answer
  }

  write(part: Uint8Array): void {
    this.#parts.push(part)
  }

  end(): void {
    this.#deliver(() => Buffer.concat(this.#parts).toString('utf8'))
  }

  cut(): void {
    const { network, client } = this.#deps
    this.#clientGone.abort(gone)
    if (network.state === 'black-hole') return
    later(client, network.drawLatency(), () => {
      if (network.state !== 'black-hole') this.#finish(err({ kind: 'cut' }))
    })
  }

  #deliver(body: () => string): void {
    const { network, client, maxBodyBytes } = this.#deps
    if (network.state === 'black-hole') return
    later(client, network.drawLatency(), () => {
      const isLost = this.#isBroken || network.state === 'black-hole'
      if (isLost || this.#isOver || this.#head === null) return
      const text = body()
      if (text.length > maxBodyBytes || Buffer.byteLength(text) > maxBodyBytes) {
        this.#finish(err({ kind: 'too-large' }))
        return
      }
      this.#finish(ok({ status: this.#head.status, headers: clientHeaders(this.#head), body: text }))
    })
  }

  #finish(outcome: Outcome): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#settle(outcome)
  }
}

function clientHeaders(answer: Answer): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(answerHeaders(answer))) {
    headers.set(name.toLowerCase(), [String(value)])
  }
  return headers
}
