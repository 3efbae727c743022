import { err } from '../../src/shared/result.ts'
import type {
  Lane as LaneName,
  Transport,
  TransportError,
  TransportRequest,
} from '../../src/main/gateway/transport.ts'
import { Lane } from './lane.ts'
import { Trip, type Outcome, type TripDeps } from './trip.ts'

/** As many connections as the transport over sockets opens. */
const connectionsPerLane: Readonly<Record<LaneName, number>> = { command: 4, poll: 1 }

export interface InProcessTransportDeps extends TripDeps {
  readonly connectMs: number
}

/**
 * `Transport` to a gateway in the same process. It behaves as the one over sockets does (one contract spec runs against
 * both), on an injected clock and without a socket, a timer of the machine or a thread.
 */
export class InProcessTransport implements Transport {
  readonly #deps: InProcessTransportDeps
  readonly #underWay = new Set<Trip>()
  readonly #unsubscribe: () => void
  #lanes: Readonly<Record<LaneName, Lane>>
  #isDisposed = false

  constructor(deps: InProcessTransportDeps) {
    this.#deps = deps
    this.#lanes = this.#createLanes()
    this.#unsubscribe = deps.network.subscribe((state) => {
      this.#lanes.command.networkChanged(state)
      this.#lanes.poll.networkChanged(state)
    })
  }

  async send(request: TransportRequest): Promise<Outcome> {
    const { signal } = request
    if (this.#isDisposed || signal?.aborted === true) return err({ kind: 'aborted', wasSent: false })
    const trip = new Trip(request, this.#deps)
    const abort = (): void => trip.giveUp({ kind: 'aborted', wasSent: trip.wasSent })
    const cancelDeadline = this.#deps.client.after(request.timeoutMs, () =>
      trip.giveUp(
        trip.wasSent ? { kind: 'timed-out' } : { kind: 'unreachable', detail: 'CONNECT_TIMED_OUT' },
      ),
    )
    signal?.addEventListener('abort', abort, { once: true })
    this.#underWay.add(trip)
    const lane = this.#lanes[request.lane]
    lane.add(trip)
    const outcome = await trip.outcome
    cancelDeadline()
    signal?.removeEventListener('abort', abort)
    this.#underWay.delete(trip)
    lane.remove(trip, outcome.ok)
    return outcome
  }

  async dropConnections(): Promise<void> {
    this.#lanes = this.#createLanes()
    this.#giveUpAll((trip) =>
      trip.wasSent ? { kind: 'cut' } : { kind: 'unreachable', detail: 'CONNECTIONS_DROPPED' },
    )
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true
    this.#unsubscribe()
    this.#giveUpAll((trip) => ({ kind: 'aborted', wasSent: trip.wasSent }))
  }

  #giveUpAll(errorOf: (trip: Trip) => TransportError): void {
    for (const trip of [...this.#underWay]) trip.giveUp(errorOf(trip))
  }

  #createLanes(): Readonly<Record<LaneName, Lane>> {
    const { client, network, connectMs } = this.#deps
    const create = (name: LaneName): Lane =>
      new Lane({ limit: connectionsPerLane[name], connectMs, client, network })
    return { command: create('command'), poll: create('poll') }
  }
}
