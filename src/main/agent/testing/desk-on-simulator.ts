import { expect } from 'vitest'
import type { SimulatorOptions } from '../../../../simulator/options.ts'
import { startSimulator, type Simulator } from '../../../../simulator/start-simulator.ts'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import { createGateway } from '../../gateway/create-gateway.ts'
import { createManagement } from '../../management/create-management.ts'
import { systemClock } from '../../time/clock.ts'
import { createDesk, type DeskParts } from '../create-desk.ts'
import { MemorySettings } from './desk-fixture.ts'

/*
 * The desk on the real client against the real simulator over HTTPS: no fakes. Waits are for snapshots, never for time.
 */

export interface SimulatedDesk extends DeskParts {
  readonly simulator: Simulator
  readonly settings: MemorySettings
  /** Resolves with the first snapshot, present or coming, that satisfies the condition. */
  until(condition: (snapshot: DeskSnapshot) => boolean): Promise<DeskSnapshot>
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
    const settings = new MemorySettings()
    const parts = createDesk({
      openGateway: async ({ address }) => createGateway({ address, caPem: simulator.caPem }),
      openManagement: async (target) => createManagement({ ...target, caPem: simulator.caPem }),
      settings,
      clock: systemClock,
      random: Math.random,
      log: { info: () => undefined, warn: () => undefined },
      app: { version: '0', host: 'chromium', locale: 'en' },
      run: { gatewayAddress: null, managementAddress: null, caFile: null },
      demo: null,
      newId: () => 'id',
      schedule: setImmediate,
    })
    this.#closers.push(
      () => parts.desk.dispose(),
      () => parts.supervisor.dispose(),
    )
    const until: SimulatedDesk['until'] = (condition) =>
      new Promise((resolve) => {
        const undo = parts.desk.subscribe(look)
        function look(snapshot: DeskSnapshot): void {
          if (!condition(snapshot)) return
          undo()
          resolve(snapshot)
        }
        look(parts.desk.snapshot)
      })
    return {
      ...parts,
      simulator,
      settings,
      until,
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
        return until(
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
