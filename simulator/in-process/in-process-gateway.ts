import { defaultTimeouts, maxBodyBytes } from '../../src/main/gateway/timeouts.ts'
import type { Transport, TransportRequest } from '../../src/main/gateway/transport.ts'
import type { Clock } from '../../src/main/time/clock.ts'
import { assemble } from '../assemble.ts'
import type { FaultEngine } from '../faults/fault-engine.ts'
import type { Wire } from '../faults/wire.ts'
import type { Answer } from '../http/answer.ts'
import { arrive } from '../http/arrival.ts'
import { runExchange, type Exchange, type ExchangeDependencies, type Responder } from '../http/exchange.ts'
import type { LoggedRequest, RequestLog } from '../http/request-log.ts'
import { RouteTable } from '../http/route-table.ts'
import type { SimulatorOptions } from '../options.ts'
import type { Clock as SimulatorClock } from '../world/clock.ts'
import { createRandom } from '../world/random.ts'
import type { Simulation } from '../world/simulation.ts'
import type { Range, World } from '../world/world.ts'
import { History, type HistoryEntry } from './history.ts'
import { InProcessTransport } from './in-process-transport.ts'
import { Network } from './network.ts'

/** Options of the world and its interfaces; doors, certificates and clocks are not among them. */
type WorldChoices = Omit<
  SimulatorOptions,
  'port' | 'controlPort' | 'hasControl' | 'host' | 'http' | 'certDir' | 'clock' | 'onInternalError'
>

export interface InProcessOptions extends WorldChoices {
  /** Time of the server and of the ways between. */
  readonly clock: Clock
  /** Time of the client: deadlines, and when answers reach it. The server's own unless the client can be frozen. */
  readonly clientClock?: Clock
  /** How long each way takes, drawn anew for each; none by default, and then answers come without time passing. */
  readonly latencyMs?: Range
  /** Told of faults of the simulator itself; they are answered with HTTP 500. */
  readonly onInternalError: (error: unknown) => void
}

/** A gateway in the same process as its client. */
export interface InProcessGateway {
  /** One more client; each has connections of its own and shares the network with the others. */
  readonly transport: (options?: { readonly connectMs?: number; readonly maxBodyBytes?: number }) => Transport
  readonly simulation: Simulation
  /** Runs a command in the world at the present moment and lets its consequences take place. */
  readonly run: <T>(command: (world: World) => T) => T
  readonly faults: FaultEngine
  readonly requests: RequestLog
  readonly network: Network
  /** What the server did, oldest first. */
  readonly history: readonly HistoryEntry[]
  /** Stops the world's timer. */
  readonly dispose: () => void
}

const adapt = (clock: Clock): SimulatorClock => ({
  now: () => clock.now(),
  setTimeout: (callback, delayMs) => clock.after(delayMs, callback),
})

/** Numbers instead of random texts, so that a run can be repeated to the byte. */
function counter(prefix: string, suffix = ''): () => string {
  let last = 0
  return () => `${prefix}${(last += 1)}${suffix}`
}

/**
 * Builds the simulator without sockets: the same world, interfaces and faults as `startSimulator`, reached through
 * `Transport`s. Nothing of it waits for the machine: only the injected clock moves it.
 */
export function createInProcessGateway(options: InProcessOptions): InProcessGateway {
  const { clock, clientClock = clock, latencyMs = [0, 0], onInternalError, ...choices } = options
  const history = new History()
  const simulatorClock = adapt(clock)
  const { simulation, faults, requests, routes } = assemble(choices, {
    clock: simulatorClock,
    newGuid: counter('guid-', '.AgentGateway1'),
    newToken: counter('token-'),
    observer: history,
  })
  const network = new Network(createRandom(options.seed ?? 1, 'network'), latencyMs)
  const door = new Door({
    table: new RouteTable(routes),
    exchange: { simulation, faults, onInternalError },
    clock: simulatorClock,
    log: requests,
    history,
  })
  return {
    transport: (limits = {}) =>
      new InProcessTransport({
        network,
        server: clock,
        client: clientClock,
        connectMs: limits.connectMs ?? defaultTimeouts.connectMs,
        maxBodyBytes: limits.maxBodyBytes ?? maxBodyBytes,
        receive: (request, wire, clientGone) => door.receive(request, wire, clientGone),
      }),
    simulation,
    run: (command) => {
      const result = simulation.run(command)
      history.look(simulation.world)
      return result
    },
    faults,
    requests,
    network,
    history: history.entries,
    dispose: () => simulation.dispose(),
  }
}

interface DoorDeps {
  readonly table: RouteTable
  readonly exchange: ExchangeDependencies
  readonly clock: SimulatorClock
  readonly log: RequestLog
  readonly history: History
}

/** Where requests come in: routing, the log and the history; all else is the exchange's. */
class Door {
  readonly #deps: DoorDeps

  constructor(deps: DoorDeps) {
    this.#deps = deps
  }

  receive(request: TransportRequest, wire: Wire, clientGone: AbortSignal): void {
    const { table, clock, history } = this.#deps
    const { method, path: url } = request
    const question = url.indexOf('?')
    const { responder, params } = table.find(method, question === -1 ? url : url.slice(0, question))
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value
    const { exchange, entry } = arrive(this.#deps, {
      method,
      url,
      params,
      headers,
      bodyText: request.body ?? '',
      clientGone,
    })
    history.received(clock.now(), entry)
    void runExchange(this.#deps.exchange, this.#noted(responder, entry), { exchange, wire, entry })
  }

  /** The responder, with a note in the history of what it did. */
  #noted(responder: Responder, entry: LoggedRequest): Responder {
    // A poll does nothing but hand out what is in the history already.
    if (entry.path.includes('/agentevent/')) return responder
    const { history, clock, exchange: deps } = this.#deps
    const note = (exchange: Exchange, answered: Answer): Answer => {
      history.carriedOut(clock.now(), exchange.agentId, entry, answered.retcode)
      if (entry.method !== 'GET') history.look(deps.simulation.world)
      return answered
    }
    const answer = (exchange: Exchange): Answer | Promise<Answer> => {
      const answered = history.during(entry, () => responder.answer(exchange))
      return answered instanceof Promise
        ? answered.then((late) => note(exchange, late))
        : note(exchange, answered)
    }
    return responder.begin === undefined ? { answer } : { answer, begin: responder.begin }
  }
}
