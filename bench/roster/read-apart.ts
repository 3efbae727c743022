import { parentPort } from 'node:worker_threads'
import { mergeRoster } from '../../src/main/agent/roster-reader.ts'
import { decodeRoster } from '../../src/main/gateway/codec/roster-codec.ts'

/* The other way, which the product does not take: a thread parses and checks the answer and hands over the rows. */

async function read(body: Uint8Array): Promise<void> {
  const { result } = JSON.parse(new TextDecoder().decode(body)) as { readonly result: unknown }
  const roster = await decodeRoster(result)
  parentPort?.postMessage(roster.ok ? mergeRoster(roster.value) : [])
}

parentPort?.on('message', (body: Uint8Array) => void read(body))
