import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * A gateway that shares nothing with the simulator: it knows sign-in, the poll and the interface pages by the letter, and
 * takes every liberty they leave. Numbers come as strings and strings as numbers, fields in any order, reserved results
 * are missing or `{}`, nothing else is implemented.
 */

export interface PlainGatewayOptions {
  /** Milliseconds before each answer. */
  readonly delayMs?: number
  /** Milliseconds an empty poll waits; without it it is answered at once, as with AGENT_POLL_WAIT_FLAG off. */
  readonly pollWaitMs?: number
}

const guid = '3f2c0a9e-0000-4000-8000-000000000001.AgentGateway0'

export class PlainGateway {
  /** "METHOD path?query body" of each request except polls. */
  readonly seen: string[] = []
  /** Where the only waiting call is. */
  callSkill = 1
  readonly #server: Server
  readonly #options: PlainGatewayOptions
  readonly #events = ['AgentOther_InService', 'AgentState_Ready']
  #skills = ['1', '2']

  private constructor(options: PlainGatewayOptions) {
    this.#options = options
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start(options: PlainGatewayOptions = {}): Promise<PlainGateway> {
    const gateway = new PlainGateway(options)
    await new Promise<void>((resolve) => gateway.#server.listen(0, '127.0.0.1', resolve))
    return gateway
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const line = `${request.method ?? ''} ${(request.url ?? '').replace('/agentgateway/resource', '')}`
    if (!line.includes('/agentevent/')) this.seen.push(body === '' ? line : `${line} ${body}`)
    const isEmptyPoll = line.includes('/agentevent/') && this.#events.length === 0
    const waitMs = (this.#options.delayMs ?? 0) + (isEmptyPoll ? (this.#options.pollWaitMs ?? 0) : 0)
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    const answer = this.#answer(line, request, body)
    if (answer === null) {
      response.writeHead(404).end()
      return
    }
    if (line.startsWith('PUT /onlineagent/101')) response.setHeader('set-guid', `JSESSIONID=${guid}`)
    response.setHeader('content-type', 'application/json;charset=UTF-8')
    response.end(JSON.stringify(answer))
  }

  /** The body of the answer; null = not implemented. */
  #answer(line: string, request: IncomingMessage, body: string): object | null {
    if (line === 'PUT /onlineagent/101') {
      return {
        retcode: '0',
        result: { workno: 101, vdnid: '1', mediatype: 'TTF', loginTime: 1_700_000_000_000 },
      }
    }
    if (request.headers.guid !== guid) return { message: 'no right', retcode: '000-003' }
    if (line === 'GET /agentevent/101') {
      const eventType = this.#events.shift()
      if (eventType !== undefined)
        return { event: { content: null, workNo: 101, eventType }, retcode: 0, message: '' }
      return { retcode: '0', message: '' }
    }
    if (line.startsWith('POST /onlineagent/101/autoenteridle/')) return { retcode: '0' }
    if (line.startsWith('POST /onlineagent/101/resetskill/')) {
      const { pathname, searchParams } = new URL(line.split(' ')[1] ?? '', this.address)
      this.#skills = pathname.endsWith('/true') ? ['1', '2'] : (searchParams.get('skillid') ?? '').split(';')
      return { retcode: '0', result: {} }
    }
    if (line === 'PUT /calldata/101/assignuserinqueue') {
      this.callSkill = Number((JSON.parse(body) as { skillid: unknown }).skillid)
      return { result: null, retcode: '0' }
    }
    if (line === 'GET /agentgroup/101/allonlineagents') {
      const agent = {
        status: '4',
        workno: 101,
        name: null,
        ctiStatus: '1',
        currentstatetime: '41',
        logindate: '1',
      }
      const result = this.#skills.map((skillId) => ({ agent: [agent], skillId, skillMediaType: '5' }))
      return { result: result.filter(({ skillId }) => skillId !== ''), message: 'success', retcode: '0' }
    }
    if (line === 'GET /onlineagent/101/agentskills' || line === 'GET /queuedevice/101/agentvdnskill') {
      return { result: ['1', '2'].map((id) => ({ mediatype: '5', name: `Queue ${id}`, id })), retcode: 0 }
    }
    const waiting = /^GET \/calldata\/101\/waitcallinfo\/(\d+)$/.exec(line)
    if (waiting !== null) {
      const call = {
        callid: '1-1',
        callskillid: String(this.callSkill),
        caller: 138,
        called: 400,
        logontimes: '7',
      }
      return { retcode: '0', result: Number(waiting[1]) === this.callSkill ? [call] : null }
    }
    if (line === 'DELETE /onlineagent/101/logout') return { message: '', retcode: '0' }
    return null
  }
}
