import { expect } from '@playwright/test'
import { control } from './control.ts'

/** A request the gateway or the management service received, from its log. */
export interface SeenRequest {
  readonly n: number
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: unknown
  readonly status: number | null
  readonly retcode: string | null
  readonly fault: string | null
  readonly headers: { readonly guid: string | null; readonly authorization: boolean }
}

export interface SeenAgent {
  readonly id: string
  readonly state: string
  /** `world`: the world itself signed the agent in, as somebody else would. */
  readonly session: { readonly by: 'client' | 'world' } | null
  readonly skills: { readonly configured: readonly number[]; readonly signedIn: readonly number[] }
  readonly autoEnterIdle: boolean | null
  readonly linkage: string | null
}

/** A call as the world has it. */
export interface SeenCall {
  readonly callid: string
  /** `waiting`, or where it is with an agent. */
  readonly state: string
  readonly agent: string | null
  readonly isHeld: boolean
  readonly isMuted: boolean
}

export interface Fault {
  readonly match: {
    readonly method?: string
    readonly path?: string
    readonly agent?: string
    readonly nth?: number
  }
  readonly action: Readonly<Record<string, unknown>> & { readonly type: string }
  readonly times?: number
}

/** Method, path below the gateway's root, and query. */
export function toLine({ method, path, query }: SeenRequest): string {
  return `${method} ${path.replace('/agentgateway/resource', '')}${query === '' ? '' : `?${query}`}`
}

/** The world behind a gateway, seen and moved through its control interface. */
export class World {
  /** Address of the interface that steers the world; see `control`. */
  readonly controlUrl: string

  constructor(controlUrl: string) {
    this.controlUrl = controlUrl
  }

  /** Asks the control interface of the gateway's world. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return control<T>(this.controlUrl, method, path, body)
  }

  /** Requests whose path holds `part`, oldest first; `since` leaves out those up to that number. */
  async requests(part: string, since = 0): Promise<readonly SeenRequest[]> {
    const all = await this.control<readonly SeenRequest[]>('GET', `/requests?since=${since}`)
    return all.filter((request) => request.path.includes(part))
  }

  /** Number of the last request so far, for `requests`. */
  async mark(): Promise<number> {
    return (await this.requests('')).at(-1)?.n ?? 0
  }

  /** Requests as one line each, as the documents write them: the path begins below the gateway's root. */
  async lines(part: string, since = 0): Promise<readonly string[]> {
    return (await this.requests(part, since)).map(toLine)
  }

  async agent(id: string): Promise<SeenAgent> {
    const { agents } = await this.control<{ agents: readonly SeenAgent[] }>('GET', '/state')
    const agent = agents.find((one) => one.id === id)
    if (agent === undefined) throw new Error(`no agent ${id}`)
    return agent
  }

  /** Every call there is, the oldest first. */
  async calls(): Promise<readonly SeenCall[]> {
    return (await this.control<{ calls: readonly SeenCall[] }>('GET', '/state')).calls
  }

  /** Takes every colleague of the agent out of service, so that a call waits until the test says otherwise. */
  async quiet(except = '101'): Promise<void> {
    const { agents } = await this.control<{ agents: readonly SeenAgent[] }>('GET', '/state')
    for (const agent of agents) {
      if (agent.id !== except && agent.state !== 'signed-out')
        await this.control('POST', `/agents/${agent.id}/force-state`, { state: 'busy' })
    }
  }

  /** What an inspector, another desk or the world does to an agent: `kick`, `force-state`, `skills`, `offer-call` … */
  async toAgent<T = unknown>(command: string, body: object = {}, id = '101'): Promise<T> {
    return this.control<T>('POST', `/agents/${id}/${command}`, body)
  }

  /** Ends a call that waits, or one that an agent has: the caller hangs up. */
  async hangUp(callId: string): Promise<void> {
    await this.control('DELETE', `/calls/${callId}`)
  }

  async addCall(skillId: number, caller = '13800000001'): Promise<string> {
    const { callid } = await this.control<{ callid: string }>('POST', '/calls', { skillId, caller })
    return callid
  }

  async addFault(fault: Fault): Promise<void> {
    await this.control('POST', '/faults', fault)
  }

  /** Waits for a request whose path holds `part` and which a `hold` keeps. */
  async held(part: string): Promise<void> {
    await expect
      .poll(async () =>
        (await this.requests(part)).some(({ fault, status }) => fault === 'hold' && status === null),
      )
      .toBe(true)
  }

  /** Also lets go of what a `hold` kept. */
  async clearFaults(): Promise<void> {
    await this.control('DELETE', '/faults')
  }
}
