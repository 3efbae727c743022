import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

/** Headers of an answer. Written raw: `Set-GUID` must keep its case, and Fastify would lower it. */
export function answerHeaders(answer: Answer): Record<string, string | number> {
  return {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': Buffer.byteLength(answer.body),
    ...(answer.guid === undefined ? {} : { 'Set-GUID': `JSESSIONID=${answer.guid}` }),
  }
}

/**
 * Writes an answer. Resolves to false when the connection was lost before everything was handed over.
 *
 * A request can come before the answer to the one before has left the connection, for instance when its client has read
 * that answer already. Its own answer then has no socket yet and waits; only the connection itself says that it is lost.
 */
export function writeAnswer(response: ServerResponse, answer: Answer): Promise<boolean> {
  const { socket } = response.req
  return new Promise((resolve) => {
    if (response.destroyed || socket.destroyed) {
      resolve(false)
      return
    }
    const settle = (): void => {
      socket.removeListener('close', settle)
      resolve(response.writableFinished)
    }
    response.once('finish', settle)
    response.once('close', settle)
    socket.once('close', settle)
    response.writeHead(answer.status, answerHeaders(answer))
    response.end(answer.body)
  })
}
