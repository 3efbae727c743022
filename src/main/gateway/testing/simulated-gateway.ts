import type { SimulatorOptions } from '../../../../simulator/options.ts'
import { startSimulator, type Simulator } from '../../../../simulator/start-simulator.ts'
import { createGateway } from '../create-gateway.ts'
import type { SignInRequest } from '../gateway-api.ts'
import type { GatewayEvent } from '../gateway-event.ts'
import type { HttpGateway } from '../http-gateway.ts'

/** What demo agent `agentId` types, with an always-off-hook phone. */
export const demoSignIn = (agentId: string): SignInRequest => ({
  agentId,
  password: `Deskside#${agentId}`,
  phone: `8${agentId}`,
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
})

/** One agent on the real client. */
export class SimulatedAgent {
  readonly gateway: HttpGateway
  readonly id: string

  constructor(gateway: HttpGateway, id: string) {
    this.gateway = gateway
    this.id = id
  }

  /** All events up to and with the next one of this type; the spec's own time limit is the only one. */
  async until(type: GatewayEvent['type']): Promise<readonly GatewayEvent[]> {
    const events: GatewayEvent[] = []
    for (;;) {
      const polled = await this.gateway.pollEvent(this.id, new AbortController().signal)
      if (!polled.ok) throw new Error(JSON.stringify(polled.error))
      if (polled.value === null) continue
      events.push(polled.value)
      if (polled.value.type === type) return events
    }
  }

  /** The next event of this type; those before it are left out. */
  async next<T extends GatewayEvent['type']>(type: T): Promise<Extract<GatewayEvent, { readonly type: T }>> {
    const last = (await this.until(type)).at(-1)
    return last as Extract<GatewayEvent, { readonly type: T }>
  }
}

/** The real client against the real simulator over HTTPS: nobody else is signed in, and what may be quick is quick. */
export class SimulatedGateway {
  readonly simulator: Simulator
  readonly #agents: SimulatedAgent[] = []

  private constructor(simulator: Simulator) {
    this.simulator = simulator
  }

  static async start(options: SimulatorOptions = {}): Promise<SimulatedGateway> {
    const simulator = await startSimulator({
      port: 0,
      controlPort: 0,
      colleagues: 0,
      // An empty answer then means "no event came"; each event is waited for by its name.
      pollWaitMs: 3_000,
      ...options,
      timing: { offerMs: [0, 0], calleeAnswerMs: [0, 0], ivrMs: [0, 0], ...options.timing },
    })
    return new SimulatedGateway(simulator)
  }

  /** Signs a demo agent in on connections of his own; his first events are read. */
  async signIn(agentId: string, change: Partial<SignInRequest> = {}): Promise<SimulatedAgent> {
    const created = createGateway({ address: this.simulator.gatewayUrl, caPem: this.simulator.caPem })
    if (!created.ok) throw new Error(created.error.code)
    const agent = new SimulatedAgent(created.value, agentId)
    this.#agents.push(agent)
    const signedIn = await agent.gateway.signIn({ ...demoSignIn(agentId), ...change })
    if (!signedIn.ok) throw new Error(JSON.stringify(signedIn.error))
    await agent.until('idle')
    return agent
  }

  /** Sends to the control interface; gives the answer's body. */
  async control(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(`${this.simulator.controlUrl}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as Readonly<Record<string, unknown>>
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Gives an idle agent a call; its ID. */
  async offerCall(agentId: string, skillId = 1): Promise<string> {
    const { callid } = await this.control(`/agents/${agentId}/offer-call`, {
      skillId,
      caller: '13800000001',
      talkMs: 3_600_000,
    })
    return String(callid)
  }

  /** Everything as after the start; agents who were signed in are not any more. */
  async reset(): Promise<void> {
    await Promise.all(this.#agents.splice(0).map(({ gateway }) => gateway.dispose()))
    this.simulator.reset()
  }

  async close(): Promise<void> {
    await this.reset()
    await this.simulator.close()
  }
}
