import { expect } from 'vitest'
import type { SimulatorOptions } from '../../../../simulator/options.ts'
import { startSimulator, type Simulator } from '../../../../simulator/start-simulator.ts'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import type { DeskParts } from '../create-desk.ts'
import { makeRealDesk, type RealDesk } from './real-desk.ts'

/*
 * The desk on the real client against the real simulator over HTTPS: no fakes. Waits are for snapshots, never for time.
 */

export interface SimulatedDesk extends RealDesk {
  readonly simulator: Simulator
  /** A caller joins a queue; answers with the call's ID. */
  call(skillId: number): Promise<string>
  /** Changing requests the gateway got, as "METHOD path?query". */
  sent(): readonly string[]
  /** Signs demo agent 101 in and waits until everything that follows has been seen. */
  signIn(): Promise<DeskSnapshot>
}

/** Makes desks and simulators, and closes all of them. */
export class SimulatedDesks {
  readonly #closers: (() => Promise<unknown>)[] = []

  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close()
  }

  async start(options: SimulatorOptions = {}): Promise<SimulatedDesk> {
    const simulator = await startSimulator({
      port: 0,
      controlPort: 0,
      pollWaitMs: 100,
      colleagues: 4,
      seed: 7,
      ...options,
    })
    this.#closers.push(() => simulator.close())
    return this.join(simulator)
  }

  /** One more desk on a simulator that runs already. */
  join(simulator: Simulator): SimulatedDesk {
    const parts = makeRealDesk(simulator.caPem)
    this.#closers.push(
      () => parts.desk.dispose(),
      () => parts.supervisor.dispose(),
    )
    return {
      ...parts,
      simulator,
      async call(skillId) {
        const body = JSON.stringify({ skillId, caller: '13800000001' })
        const response = await fetch(`${simulator.controlUrl}/calls`, { method: 'POST', body })
        return ((await response.json()) as { callid: string }).callid
      },
      sent: () =>
        simulator.requests
          .since(0)
          .filter((request) => request.method !== 'GET')
          .map(
            ({ method, path, query }) =>
              `${method} ${path.replace('/agentgateway/resource', '')}${query === '' ? '' : `?${query}`}`,
          ),
      async signIn() {
        expect(await parts.desk.signIn(demoSignIn(simulator))).toEqual({ ok: true, value: null })
        return parts.until(
          ({ skills, agentState, queues }) =>
            skills.verdict === 'confirmed' && agentState.effective === 'idle' && queues.length > 0,
        )
      },
    }
  }
}

/** What the first demo agent types. */
export function demoSignIn(simulator: Simulator): Parameters<DeskParts['desk']['signIn']>[0] {
  const agent = simulator.demoAgents[0]
  if (agent === undefined) throw new Error('the simulator has no demo agent')
  return {
    gatewayAddress: simulator.gatewayUrl,
    caFile: '',
    agentId: agent.id,
    password: agent.password,
    phone: agent.phone,
    isAlwaysOffHook: true,
    takeOver: false,
  }
}
