import { createServer, type Server } from 'node:http'

/** A server that is not ours, reachable, and open to every page: what does not arrive here was stopped by the app. */
export class Elsewhere {
  readonly url: string
  readonly #server: Server
  readonly #visits: string[]

  private constructor(server: Server, url: string, visits: string[]) {
    this.#server = server
    this.url = url
    this.#visits = visits
  }

  static async start(): Promise<Elsewhere> {
    const visits: string[] = []
    const server = createServer((request, response) => {
      visits.push(`${request.method ?? ''} ${request.url ?? ''}`)
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-private-network': 'true',
        'content-type': 'text/html',
        connection: 'close',
      })
      response.end('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>')
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no port')
    return new Elsewhere(server, `http://127.0.0.1:${address.port}`, visits)
  }

  /** Every request so far: method and path. */
  get visits(): readonly string[] {
    return [...this.#visits]
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
