import {
  createInProcessGateway,
  type InProcessGateway,
} from '../../simulator/in-process/in-process-gateway.ts'
import { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import type { NetworkState } from '../../simulator/in-process/network.ts'
import { FIRST_AGENT_ID } from '../../simulator/world/population.ts'
import { endPresence } from '../../simulator/world/presence.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { WatchableView } from '../../src/shared/ipc/contract.ts'
import { createObservedDesk, credentials, type ObservedDesk } from '../support/observed-desk.ts'

/** One desk of many. */
export interface Member {
  readonly agentId: string
  readonly gateway: InProcessGateway
  readonly observed: ObservedDesk
}

export interface PopulationOptions {
  readonly desks: number
  /** Agents of one VDN: the roster of a desk holds these and no others. */
  readonly perVdn: number
  readonly seed: number
  /** Without it every pause is as long as it may be. */
  readonly hasJitter: boolean
  /** What each desk's window shows. */
  readonly views: readonly WatchableView[]
}

/** Sign-ins are spread over this long, as at the beginning of a shift. */
const signInSpreadMs = 120_000

/**
 * Many real desks, each with the real client and session, in VDNs of one platform: the VDNs share the clock and the
 * network and are otherwise apart, as a roster is of one VDN.
 */
export class Population {
  readonly clock = new VirtualClock()
  readonly members: readonly Member[]
  readonly #gateways: readonly InProcessGateway[]
  readonly #options: PopulationOptions

  constructor(options: PopulationOptions) {
    this.#options = options
    const vdns = Math.ceil(options.desks / options.perVdn)
    this.#gateways = Array.from({ length: vdns }, (_, vdn) => this.#createVdn(vdn))
    this.members = Array.from({ length: options.desks }, (_, index) => this.#createMember(index))
  }

  get gateways(): readonly InProcessGateway[] {
    return this.#gateways
  }

  /** Signs everybody in and lets a minute of work pass. */
  async beginShift(): Promise<void> {
    const { desks, seed } = this.#options
    const random = createRandom(seed, 'arrivals')
    let missing = desks
    for (const { agentId, observed } of this.members) {
      this.clock.after(random.between(0, signInSpreadMs), () => {
        void observed.desk.signIn(credentials(agentId)).then((answer) => {
          if (answer.ok) missing -= 1
        })
      })
    }
    await this.clock.advance(signInSpreadMs + 60_000)
    if (missing > 0) throw new Error(`${missing} desks could not sign in`)
  }

  setNetwork(state: NetworkState): void {
    for (const { network } of this.#gateways) network.set(state)
  }

  /** The platform forgets everybody. */
  dropSessions(): void {
    for (const { agentId, gateway } of this.members) {
      gateway.run((world) => {
        const agent = world.agents.get(agentId)
        if (agent !== undefined) endPresence(world, agent, 'silent')
      })
    }
  }

  dispose(): void {
    for (const gateway of this.#gateways) gateway.dispose()
  }

  #createVdn(vdn: number): InProcessGateway {
    return createInProcessGateway({
      clock: this.clock,
      clientClock: this.clock.client,
      seed: this.#options.seed + vdn,
      agents: this.#options.perVdn,
      colleagues: 0,
      latencyMs: [5, 40],
      onInternalError: (error) => {
        throw error
      },
    })
  }

  #createMember(index: number): Member {
    const { perVdn, seed, hasJitter, views } = this.#options
    const gateway = this.#gateways[Math.floor(index / perVdn)]
    if (gateway === undefined) throw new Error(`no VDN for desk ${index}`)
    const random = createRandom(seed, `desk ${index}`)
    const observed = createObservedDesk({
      clock: this.clock,
      openTransport: () => gateway.transport(),
      random: hasJitter ? () => random.next() : () => 1,
    })
    observed.desk.watch(1, views)
    return { agentId: String(FIRST_AGENT_ID + (index % perVdn)), gateway, observed }
  }
}
