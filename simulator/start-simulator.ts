import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { assemble } from './assemble.ts'
import { loadCertificates } from './certificates/certificates.ts'
import { buildControlServer } from './control/control-server.ts'
import type { FaultEngine } from './faults/fault-engine.ts'
import type { RequestLog } from './http/request-log.ts'
import { buildServer } from './http/server.ts'
import { httpPush } from './gateway/http-push.ts'
import { PushDelivery } from './gateway/push.ts'
import { DEFAULTS, type SimulatorOptions } from './options.ts'
import { ObservedEvents } from './scenarios/event-log.ts'
import { ScenarioPlayer } from './scenarios/play-scenario.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { advanceOf, systemClock } from './world/clock.ts'
import type { World } from './world/world.ts'

export type { SimulatorOptions } from './options.ts'

/** What a person needs to sign in as a demo agent. */
export interface DemoAgent {
  readonly id: string
  readonly password: string
  readonly phone: string
  readonly account: string
  readonly name: string
}

/** A running simulator. */
export interface Simulator {
  /** Origin of the gateway and of the management service. */
  readonly gatewayUrl: string
  /** Empty without a control interface. */
  readonly controlUrl: string
  /** Certificate of the simulator's CA; empty with plain HTTP. */
  readonly caPem: string
  /** File with the same; empty with plain HTTP. */
  readonly caPath: string
  /** A few agents that people can sign in as; the world leaves the first three alone. */
  readonly demoAgents: readonly DemoAgent[]
  /** The present world; another one after a reset. Look, and change it only through `run`. */
  readonly world: World
  /** Runs a command in the world at the present moment and lets its consequences take place. */
  readonly run: <T>(command: (world: World) => T) => T
  readonly faults: FaultEngine
  readonly requests: RequestLog
  /** Begins again from the seed: sessions, calls, faults, tokens and the request log are gone. */
  readonly reset: () => void
  /** Stops listening, cuts open connections and removes temporary files. */
  readonly close: () => Promise<void>
}

/** What is to be played, and who is told of its progress, one plain line at a time. */
export interface ScenarioToPlay {
  readonly scenario: Scenario
  readonly tell: (line: string) => void
}

const DEMO_AGENTS = 5

function demoAgents(world: World): DemoAgent[] {
  return [...world.agents.values()]
    .slice(0, DEMO_AGENTS)
    .map(({ id, password, phone, account, name }) => ({ id, password, phone, account, name }))
}

const LOOPBACK = '127.0.0.1'

/** Address for a URL: a wildcard is reached by loopback, IPv6 needs brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return LOOPBACK
  return host.includes(':') ? `[${host}]` : host
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

/** Node's agent id: node number 1 of the cluster (protocol 2.4). */
const newGuid = (): string => `${randomUUID()}.AgentGateway1`

/**
 * Starts gateway, management service and, unless told otherwise, the control interface.
 *
 * @param play a scenario that begins as soon as everything listens, and again with every reset; its world is part of
 *   the options already (`optionsOf`)
 * @throws when a port is taken or the certificate folder cannot be written
 */
export async function startSimulator(
  options: SimulatorOptions = {},
  play: ScenarioToPlay | null = null,
): Promise<Simulator> {
  const clock = options.clock ?? systemClock
  const host = options.host ?? DEFAULTS.host
  const certificates = options.http === true ? null : await loadCertificates(options.certDir)
  const push = new PushDelivery(httpPush(options.pushCaPem), clock)
  const events = play === null ? null : new ObservedEvents(play.scenario)
  const assembly = assemble(options, {
    clock,
    newGuid,
    newToken: () => randomUUID().replaceAll('-', ''),
    push,
    ...(events === null ? {} : { observer: events }),
  })
  const { simulation, faults, requests, routes } = assembly
  const player =
    play === null || events === null
      ? null
      : new ScenarioPlayer(play.scenario, { simulation, faults, clock, events, tell: play.tell })
  const reset = (): void => {
    assembly.reset()
    player?.start()
  }
  const gateway = buildServer(
    {
      simulation,
      faults,
      clock,
      log: requests,
      tls: certificates,
      onInternalError: options.onInternalError ?? ((error) => console.error(error)),
    },
    routes,
  )
  const control =
    options.hasControl === false
      ? null
      : buildControlServer({ simulation, faults, log: requests, reset, advance: advanceOf(clock) })

  const close = async (): Promise<void> => {
    player?.dispose()
    simulation.dispose()
    push.dispose()
    await Promise.all([gateway.close(), control?.close()])
    await certificates?.dispose()
  }
  try {
    await gateway.listen({ port: options.port ?? 0, host })
    await control?.listen({ port: options.controlPort ?? 0, host: LOOPBACK })
  } catch (error) {
    await close()
    throw error
  }
  player?.start()
  const scheme = certificates === null ? 'http' : 'https'
  return {
    gatewayUrl: `${scheme}://${urlHost(host)}:${portOf(gateway.server.address())}`,
    controlUrl: control === null ? '' : `http://${LOOPBACK}:${portOf(control.server.address())}`,
    caPem: certificates?.caPem ?? '',
    caPath: certificates?.caPath ?? '',
    demoAgents: demoAgents(simulation.world),
    get world() {
      return simulation.world
    },
    run: (command) => simulation.run(command),
    faults,
    requests,
    reset,
    close,
  }
}
