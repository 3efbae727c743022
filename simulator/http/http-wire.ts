import type { ServerResponse } from 'node:http'
import type { Wire } from '../faults/wire.ts'
import type { Answer } from './answer.ts'
import { answerHeaders, writeAnswer } from './write-answer.ts'

/** A `Wire` over the connection of an HTTP request. */
export class HttpWire implements Wire {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
  }

  send(answer: Answer): Promise<boolean> {
    return writeAnswer(this.#response, answer)
  }

  begin(answer: Answer): void {
    this.#response.writeHead(answer.status, answerHeaders(answer))
  }

  write(part: Uint8Array): void {
    this.#response.write(part)
  }

  end(): void {
    this.#response.end()
  }

  cut(): void {
    // Of the request: an answer that waits for the one before it has none of its own yet.
    const { socket } = this.#response.req
    // Below TLS lies the real socket; only that one knows resetAndDestroy.
    if ('resetAndDestroy' in socket && !('encrypted' in socket)) socket.resetAndDestroy()
    else socket.destroy()
  }
}
