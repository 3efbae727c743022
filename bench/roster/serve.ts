import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { rosterBody } from './answer.ts'

/* A gateway that knows one answer, in a thread of its own: what it costs must not stall the loop that is measured. */

const bodies = new Map<number, string>()

/** The agent whose roster is asked for says how many rows it has. */
const server = createServer((request, response) => {
  const rows = Number(/\d+/.exec(request.url ?? '')?.[0])
  const body = bodies.get(rows) ?? rosterBody(rows)
  bodies.set(rows, body)
  response.setHeader('content-type', 'application/json').end(body)
})
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
