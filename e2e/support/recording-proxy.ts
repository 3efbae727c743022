import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Agent, request } from 'undici'
import type { Gateway } from './gateway.ts'

/**
 * Stands between the app and the management service and keeps the secrets that pass, which the simulator's own log masks.
 * Plain http, which the app allows on loopback.
 */
export class RecordingProxy {
  readonly url: string
  /** Tokens handed out, and `Authorization` headers sent. */
  readonly tokens: string[] = []
  readonly authorizations: string[] = []
  readonly #server: Server
  readonly #upstream: Agent
  readonly #origin: string

  private constructor(server: Server, port: number, upstream: Agent, origin: string) {
    this.#server = server
    this.url = `http://127.0.0.1:${port}`
    this.#upstream = upstream
    this.#origin = origin
  }

  static async start(gateway: Gateway): Promise<RecordingProxy> {
    const upstream = new Agent({ connect: { ca: await readFile(gateway.caPath, 'utf8') } })
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no port')
    const proxy = new RecordingProxy(server, address.port, upstream, gateway.url)
    server.on('request', (incoming, outgoing) => {
      proxy.#pass(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error))
    })
    return proxy
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { authorization } = incoming.headers
    if (authorization !== undefined) this.authorizations.push(authorization)
    const {
      host: _host,
      connection: _connection,
      'transfer-encoding': _coding,
      ...headers
    } = incoming.headers
    const answer = await request(`${this.#origin}${incoming.url ?? ''}`, {
      dispatcher: this.#upstream,
      method: incoming.method ?? 'GET',
      headers,
      body: incoming,
    })
    const body = await answer.body.text()
    const token = /"AccessToken":"([^"]+)"/.exec(body)?.[1]
    if (token !== undefined) this.tokens.push(token)
    outgoing.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(body)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    await this.#upstream.close()
  }
}
