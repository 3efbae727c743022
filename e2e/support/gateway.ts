import { startProgram, stopProgram, type StartedProgram } from './child-process.ts'

/** A request the gateway or the management service received, from its log. */
export interface SeenRequest {
  readonly n: number
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: unknown
  readonly status: number | null
  readonly retcode: string | null
  readonly headers: { readonly guid: string | null; readonly authorization: boolean }
}

export interface SeenAgent {
  readonly id: string
  readonly state: string
  readonly skills: { readonly configured: readonly number[]; readonly signedIn: readonly number[] }
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

/** A simulator of its own for one test, driven through its control interface. */
export class Gateway {
  readonly url: string
  readonly caPath: string
  readonly #control: string
  readonly #program: StartedProgram

  private constructor(program: StartedProgram, ready: { gateway: string; control: string; ca: string }) {
    this.#program = program
    this.url = ready.gateway
    this.caPath = ready.ca
    this.#control = ready.control
  }

  static async start(...options: readonly string[]): Promise<Gateway> {
    const program = startProgram([
      'simulator/main.ts',
      ...['--port', '0', '--control-port', '0', '--calls-per-minute', '0', '--seed', '1'],
      ...options,
    ])
    return new Gateway(program, (await program.ready) as { gateway: string; control: string; ca: string })
  }

  async stop(): Promise<void> {
    await stopProgram(this.#program)
  }

  async control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#control}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  /** Requests with their path below the gateway's or the management service's root, oldest first. */
  async requests(part: string): Promise<readonly SeenRequest[]> {
    const all = await this.control<readonly SeenRequest[]>('GET', '/requests?since=0')
    return all.filter((request) => request.path.includes(part))
  }

  /** The same as one line each, as the documents write them. */
  async lines(part: string): Promise<readonly string[]> {
    return (await this.requests(part)).map((request) => {
      const query = request.query === '' ? '' : `?${request.query.replace(/^\?/, '')}`
      return `${request.method} ${request.path.replace('/agentgateway/resource', '')}${query}`
    })
  }

  async agent(id: string): Promise<SeenAgent> {
    const { agents } = await this.control<{ agents: readonly SeenAgent[] }>('GET', '/state')
    const agent = agents.find((one) => one.id === id)
    if (agent === undefined) throw new Error(`no agent ${id}`)
    return agent
  }

  /** Takes every colleague of the agent out of service, so that a call waits until the test says otherwise. */
  async quiet(except = '101'): Promise<void> {
    const { agents } = await this.control<{ agents: readonly SeenAgent[] }>('GET', '/state')
    for (const agent of agents) {
      if (agent.id !== except && agent.state !== 'signed-out')
        await this.control('POST', `/agents/${agent.id}/force-state`, { state: 'busy' })
    }
  }

  async addCall(skillId: number, caller = '13800000001'): Promise<string> {
    const { callid } = await this.control<{ callid: string }>('POST', '/calls', { skillId, caller })
    return callid
  }

  async addFault(fault: Fault): Promise<void> {
    await this.control('POST', '/faults', fault)
  }

  async clearFaults(): Promise<void> {
    await this.control('DELETE', '/faults')
  }
}
