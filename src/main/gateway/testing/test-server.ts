import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { generate } from 'selfsigned'

export interface TestCertificate {
  readonly cert: string
  readonly key: string
}

/** A certificate that vouches for itself; `subject` is the only host it is good for. */
export async function createCertificate(
  options: { readonly ip?: string; readonly dns?: string; readonly isExpired?: boolean } = {},
): Promise<TestCertificate> {
  const day = 86_400_000
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: 'Gateway under test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 10 * day),
    notAfterDate: new Date(options.isExpired === true ? now - day : now + day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          options.dns === undefined
            ? { type: 7, ip: options.ip ?? '127.0.0.1' }
            : { type: 2, value: options.dns },
        ],
      },
    ],
  })
  return { cert: made.cert, key: made.private }
}

/** What a raw server does with the n-th request (from 0) of a connection; it writes bytes as they are. */
export type Respond = (socket: Socket, request: string, nth: number) => void

export interface TestServer {
  readonly origin: string
  /** Connections that were ever accepted. */
  readonly connections: readonly Socket[]
  /** Heads and bodies of all requests as they came, each with the index of its connection. */
  readonly requests: readonly { readonly text: string; readonly connection: number }[]
  /** Settles once so many connections were made. */
  connected(count: number): Promise<void>
  /** Settles once so many requests have come. */
  received(count: number): Promise<void>
  close(): Promise<void>
}

/** Length of the first whole request in the text, or 0 while it is not complete. */
function requestLength(text: string): number {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const length = Number(/content-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0)
  return text.length >= end + 4 + length ? end + 4 + length : 0
}

/** A server below HTTP: the specs need answers that no proper server would give. */
export async function startServer(respond: Respond, certificate?: TestCertificate): Promise<TestServer> {
  const connections: Socket[] = []
  const requests: { text: string; connection: number }[] = []
  const waiting = new Set<() => void>()

  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!isSo()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })

  const accept = (socket: Socket): void => {
    const connection = connections.push(socket) - 1
    for (const check of waiting) check()
    let buffered = ''
    let nth = 0
    // A client that tears the connection down is what many specs are about.
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      buffered += chunk.toString('utf8')
      for (let length = requestLength(buffered); length > 0; length = requestLength(buffered)) {
        const text = buffered.slice(0, length)
        buffered = buffered.slice(length)
        requests.push({ text, connection })
        for (const check of waiting) check()
        respond(socket, text, nth)
        nth += 1
      }
    })
  }
  const server: Server =
    certificate === undefined ? createTcpServer(accept) : createTlsServer({ ...certificate }, accept)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    connections,
    requests,
    connected: (count) => until(() => connections.length >= count),
    received: (count) => until(() => requests.length >= count),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of connections) socket.destroy()
      }),
  }
}

/** The bytes of an ordinary answer. */
export function httpAnswer(body: string, head: readonly string[] = [], status = '200 OK'): string {
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...head,
    '',
    body,
  ].join('\r\n')
}
