import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Gateway } from './gateway.ts'

/*
 * A port that a system gives away could be somebody else's by the time the line is mended. So the ports are below those,
 * and every worker of the test runner has its own.
 */
const firstPort = 20_000
const mostWorkers = 16
const portsPerWorker = 700
let turn = process.pid

function nextPort(): number {
  const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0) % mostWorkers
  turn += 1
  return firstPort + (turn % portsPerWorker) * mostWorkers + worker
}

/** Listens on a port of this worker's; one that another program has is passed over. */
async function listen(server: Server): Promise<number> {
  for (let tried = 0; tried < portsPerWorker; tried += 1) {
    const port = nextPort()
    server.listen(port, '127.0.0.1')
    const failure = await once(server, 'listening').then(
      () => null,
      (error: unknown) => error as NodeJS.ErrnoException,
    )
    if (failure === null) return port
    if (failure.code !== 'EADDRINUSE') throw failure
  }
  throw new Error('no port is free')
}

/**
 * The network between app and gateway: bytes pass as they are, so the gateway's own certificate is seen. It can be cut, as
 * by a cable or a sleeping computer, and mended again under the same address.
 */
export class Line {
  /** The gateway's address at this end of the line. */
  readonly url: string
  readonly #server: Server
  readonly #port: number
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, port: number) {
    this.#server = server
    this.#port = port
    this.url = `https://127.0.0.1:${port}`
  }

  static async to(gateway: Gateway): Promise<Line> {
    const target = Number(new URL(gateway.url).port)
    const server = createServer()
    const line = new Line(server, await listen(server))
    server.on('connection', (near) => line.#join(near, connect(target, '127.0.0.1')))
    return line
  }

  /** Every connection ends, and no new one comes about. */
  async cut(): Promise<void> {
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  async mend(): Promise<void> {
    if (this.#server.listening) return
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  #join(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket)
      socket.pipe(other)
      // An error is followed by `close`, and a line that breaks at one end is broken at the other.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
  }
}
