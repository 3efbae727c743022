import { afterEach } from 'vitest'
import type { SimulatorOptions } from '../options.ts'
import { startSimulator, type Simulator } from '../start-simulator.ts'
import { GatewayClient } from './gateway-client.ts'

/** A simulator for one spec, and what a spec does with it. */
export interface TestBench {
  readonly simulator: Simulator
  /** A client of its own connections; closed with the bench. */
  readonly client: (agentId?: string) => GatewayClient
  /** Sends to the control interface. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<ControlAnswer>
}

export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}

/**
 * Quiet: nobody signed in, no traffic, calls that are put through at once. The poll waits long enough that an
 * empty answer means "no event came", even on a machine that is busy.
 */
const QUIET: SimulatorOptions = {
  colleagues: 0,
  pollWaitMs: 3000,
  timing: { offerMs: [0, 0], liftMs: [0, 0] },
}

/** Gives a function that starts simulators and closes them after each spec. */
export function useSimulators(): (options?: SimulatorOptions) => Promise<TestBench> {
  const closers: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })
  return async (options = {}) => {
    const simulator = await startSimulator({ ...QUIET, ...options })
    closers.push(() => simulator.close())
    return {
      simulator,
      client: (agentId) => {
        const client = new GatewayClient(simulator, agentId)
        closers.push(() => client.close())
        return client
      },
      control: async (method, path, body) => {
        const response = await fetch(`${simulator.controlUrl}${path}`, {
          method,
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        })
        return { status: response.status, body: await response.json() }
      },
    }
  }
}
