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

/** Writes an answer. Resolves to false when the connection was lost before everything was handed over. */
export function writeAnswer(response: ServerResponse, answer: Answer): Promise<boolean> {
  return new Promise((resolve) => {
    if (response.destroyed || response.socket === null || response.socket.destroyed) {
      resolve(false)
      return
    }
    response.once('finish', () => resolve(true))
    response.once('close', () => resolve(response.writableFinished))
    response.writeHead(answer.status, answerHeaders(answer))
    response.end(answer.body)
  })
}
