import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Gateway } from './gateway.ts'

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
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no port')
    const line = new Line(server, address.port)
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
