import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registries } from './registries.ts'
import type { ControlAnswer } from './answers.ts'
import { findRoute } from './routes.ts'

/** The running control port. */
export interface ControlServer {
  readonly port: number
  close(): Promise<void>
}

/** Bodies here are a few labels: more is a mistake. */
const maxBodyBytes = 64 * 1024

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) throw new RangeError('The body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A page in some browser must not reach this port: it cannot set these, nor forge the host of a rebound name. */
function isForeign(request: IncomingMessage): boolean {
  const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
  return request.headers.origin !== undefined || !['127.0.0.1', 'localhost'].includes(host)
}

async function answer(registries: Registries, request: IncomingMessage): Promise<ControlAnswer> {
  if (isForeign(request)) return { status: 403, body: { error: 'Only programs on this machine may ask' } }
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const found = findRoute(request.method ?? 'GET', pathname)
  if (found === undefined)
    return { status: 404, body: { error: `There is no ${request.method ?? ''} ${pathname}` } }
  let text: string
  let body: unknown
  try {
    text = await readBody(request)
    body = text === '' ? undefined : JSON.parse(text)
  } catch (error) {
    return { status: 400, body: { error: (error as Error).message } }
  }
  try {
    return found.route(registries, body, found.id)
  } catch (error) {
    // A listener of the app threw: the caller must learn of it.
    return { status: 500, body: { error: String(error) } }
  }
}

function write(response: ServerResponse, { status, body }: ControlAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
  response.end(JSON.stringify(body))
}

/** Opens the control port on loopback; port 0 picks a free one. Rejects when the port is taken. */
export async function startControl(registries: Registries, port: number): Promise<ControlServer> {
  const server = createServer((request, response) => {
    answer(registries, request).then(
      (result) => write(response, result),
      (error: unknown) => write(response, { status: 500, body: { error: String(error) } }),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
