import { keepAliveMs } from '../../src/main/gateway/timeouts.ts'
import type { TransportError } from '../../src/main/gateway/transport.ts'
import type { Clock } from '../../src/main/time/clock.ts'
import type { Network, NetworkState } from './network.ts'
import type { Trip } from './trip.ts'

const refused: TransportError = { kind: 'unreachable', detail: 'ECONNREFUSED' }
const connectTimedOut: TransportError = { kind: 'unreachable', detail: 'UND_ERR_CONNECT_TIMEOUT' }

/** The connections of one lane: so many at once, kept open a while, and trips that wait for one. */
export class Lane {
  readonly #limit: number
  readonly #connectMs: number
  readonly #client: Clock
  readonly #network: Network
  readonly #inUse = new Set<Trip>()
  readonly #connecting = new Set<Trip>()
  #waiting: Trip[] = []
  /** Since when each unused connection is unused. */
  #idleSince: number[] = []

  constructor(deps: { limit: number; connectMs: number; client: Clock; network: Network }) {
    this.#limit = deps.limit
    this.#connectMs = deps.connectMs
    this.#client = deps.client
    this.#network = deps.network
  }

  /** Gives the trip a connection, now or when one is free. */
  add(trip: Trip): void {
    if (this.#inUse.size < this.#limit) this.#start(trip)
    else this.#waiting.push(trip)
  }

  /** The trip is over; a connection that carried a whole answer is kept. */
  remove(trip: Trip, isConnectionGood: boolean): void {
    this.#connecting.delete(trip)
    if (this.#inUse.delete(trip)) {
      if (isConnectionGood) this.#idleSince.push(this.#client.now())
    } else {
      this.#waiting = this.#waiting.filter((other) => other !== trip)
    }
    while (this.#inUse.size < this.#limit) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      if (!next.isOver) this.#start(next)
    }
  }

  networkChanged(state: NetworkState): void {
    if (state === 'down') this.#idleSince = []
    for (const trip of [...this.#connecting]) {
      if (state === 'down') trip.giveUp(refused)
      if (state === 'up') this.#leave(trip)
    }
    if (state === 'down') for (const trip of [...this.#inUse]) if (trip.wasSent) trip.breakOff()
  }

  #start(trip: Trip): void {
    this.#inUse.add(trip)
    if (this.#takeIdle() || this.#network.state === 'up') {
      this.#leave(trip)
      return
    }
    if (this.#network.state === 'down') {
      trip.giveUp(refused)
      return
    }
    this.#connecting.add(trip)
    this.#client.after(this.#connectMs, () => {
      if (this.#connecting.has(trip)) trip.giveUp(connectTimedOut)
    })
  }

  #leave(trip: Trip): void {
    this.#connecting.delete(trip)
    trip.leave()
  }

  /** Takes a connection that is open still, as far as the client knows. */
  #takeIdle(): boolean {
    const now = this.#client.now()
    this.#idleSince = this.#idleSince.filter((since) => now - since < keepAliveMs)
    return this.#idleSince.pop() !== undefined
  }
}
