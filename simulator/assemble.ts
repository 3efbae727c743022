import { FaultEngine } from './faults/fault-engine.ts'
import { gatewayRoutes } from './gateway/interfaces.ts'
import type { PushDelivery } from './gateway/push.ts'
import { RequestLog } from './http/request-log.ts'
import type { Route } from './http/route.ts'
import { agentAccountRoutes } from './management/agent-account.ts'
import { tokenRoute } from './management/token.ts'
import { TokenStore } from './management/token-store.ts'
import { DEFAULTS, worldOptions, type SimulatorOptions } from './options.ts'
import type { Clock } from './world/clock.ts'
import type { WorldObserver } from './world/history.ts'
import { Simulation } from './world/simulation.ts'

/** What a simulator needs beside its options. */
export interface AssemblyTools {
  readonly clock: Clock
  readonly newGuid: () => string
  readonly newToken: () => string
  readonly observer?: WorldObserver
  /** Without it nobody can sign in for push. */
  readonly push?: PushDelivery
}

/** A simulator without a way in: the world, its interfaces and its faults. */
export interface Assembly {
  readonly simulation: Simulation
  readonly faults: FaultEngine
  readonly requests: RequestLog
  /** Every interface of gateway and management service. */
  readonly routes: readonly Route[]
  /** Begins again from the seed: sessions, calls, faults, tokens and the request log are gone. */
  readonly reset: () => void
}

/** Builds everything of a simulator but its doors, so that each door leads to the same. */
export function assemble(options: SimulatorOptions, tools: AssemblyTools): Assembly {
  const { clock, newGuid, newToken, observer } = tools
  const simulation = new Simulation({ ...worldOptions(options, newGuid), observer }, clock)
  const faults = new FaultEngine({ clock, simulation })
  const requests = new RequestLog()
  const tokens = new TokenStore(clock, newToken)
  return {
    simulation,
    faults,
    requests,
    routes: [
      ...gatewayRoutes({
        simulation,
        clock,
        pollWaitMs: options.pollWaitMs ?? DEFAULTS.pollWaitMs,
        authMode: options.authMode ?? DEFAULTS.authMode,
        push: tools.push,
      }),
      tokenRoute(tokens),
      ...agentAccountRoutes(simulation, tokens),
    ],
    reset: () => {
      faults.remove()
      tokens.clear()
      requests.clear()
      simulation.reset()
    },
  }
}
