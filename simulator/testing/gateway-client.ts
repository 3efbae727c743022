import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import type { Simulator } from '../start-simulator.ts'

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly text: string
  /** Header names with the case in which they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly json: () => Readonly<Record<string, unknown>>
  readonly retcode: () => unknown
}

export interface WireRequest {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const BASE = '/agentgateway/resource'

/** Speaks HTTPS to a simulator, with its CA, as a client for specs. Remembers the Guid it was given last. */
export class GatewayClient {
  readonly #simulator: Simulator
  readonly #agent: Agent
  readonly agentId: string
  guid: string | null = null

  constructor(simulator: Simulator, agentId = '101') {
    this.#simulator = simulator
    this.agentId = agentId
    this.#agent = new Agent({ keepAlive: true, ca: simulator.caPem })
  }

  /** Sends to any path of the server. Adopts every Guid it is handed. */
  async send(
    method: string,
    path: string,
    { body, headers = {}, signal }: WireRequest = {},
  ): Promise<WireAnswer> {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        `${this.#simulator.gatewayUrl}${path}`,
        {
          method,
          agent: this.#agent,
          ...(signal === undefined ? {} : { signal }),
          headers: {
            ...(this.guid === null ? {} : { Guid: this.guid }),
            ...(text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) }),
            ...headers,
          },
        },
        resolve,
      )
      outgoing.once('error', reject)
      outgoing.end(text)
    })
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk as Buffer)
    return this.#adopt(response, Buffer.concat(chunks).toString('utf8'))
  }

  /** Sends, and cuts the connection when the head of the answer has come. */
  leaveDuringAnswer(method: string, path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = this.guid === null ? {} : { Guid: this.guid }
      request(`${this.#simulator.gatewayUrl}${path}`, { method, agent: this.#agent, headers }, (response) => {
        response.destroy()
        resolve()
      })
        .once('error', reject)
        .end()
    })
  }

  #adopt(response: IncomingMessage, text: string): WireAnswer {
    const { rawHeaders } = response
    const headers = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
    )
    const guid = headers.find(([name]) => name === 'Set-GUID')?.[1]
    if (guid !== undefined) this.guid = guid.replace('JSESSIONID=', '')
    const json = (): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>
    return { status: response.statusCode ?? 0, text, headers, json, retcode: () => json().retcode }
  }

  /** Sends below the gateway's base, as this agent: `call('POST', 'onlineagent', 'sayfree')`. */
  call(method: string, family: string, rest = '', options: WireRequest = {}): Promise<WireAnswer> {
    return this.send(method, `${BASE}/${family}/${this.agentId}${rest === '' ? '' : `/${rest}`}`, options)
  }

  /** Body of an ordinary sign-in: always off-hook, automatic answer. */
  credentials(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return {
      password: `Deskside#${this.agentId}`,
      phonenum: `8${this.agentId}`,
      releasephone: false,
      ...overrides,
    }
  }

  signIn(overrides: Readonly<Record<string, unknown>> = {}, isForced = false): Promise<WireAnswer> {
    const body = this.credentials(overrides)
    return this.call('PUT', 'onlineagent', isForced ? 'forcelogin' : '', { body })
  }

  poll(options: WireRequest = {}): Promise<WireAnswer> {
    return this.call('GET', 'agentevent', '', options)
  }

  /** Fetches events until one of the given type has come; gives all of them. */
  async eventsUntil(eventType: string): Promise<{ eventType: string; content: unknown }[]> {
    const events: { eventType: string; content: unknown }[] = []
    while (events.at(-1)?.eventType !== eventType) {
      const { event } = (await this.poll()).json()
      if (event === undefined) throw new Error(`no ${eventType} came after ${JSON.stringify(events)}`)
      events.push(event as { eventType: string; content: unknown })
    }
    return events
  }

  /** Names of the events until one of the given type has come. */
  async namesUntil(eventType: string): Promise<string[]> {
    return (await this.eventsUntil(eventType)).map((event) => event.eventType)
  }

  close(): void {
    this.#agent.destroy()
  }
}
