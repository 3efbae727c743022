import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const PATH = '/agentgateway/resource/onlineagent/101/agentstatus'
const ask = (last = false): string =>
  `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\n${last ? 'Connection: close\r\n' : ''}\r\n`

/** Two requests at once, the first of which takes longer; everything the connection brings. */
async function both(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(ask() + ask(true))
  let got = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (got += chunk))
  // A cut shows as an error first.
  await new Promise((resolve) => socket.once('error', () => undefined).once('close', resolve))
  return got
}

it.each([
  { second: 'is answered', fault: null, answers: 2 },
  { second: 'cuts the connection', fault: { type: 'reset' }, answers: 0 },
])('a request that comes while the one before is not answered $second', async ({ fault, answers }) => {
  const { simulator, control } = await start({ http: true })
  await control('POST', '/faults', { match: { nth: 1 }, action: { type: 'delay', ms: 200 } })
  if (fault !== null) await control('POST', '/faults', { match: {}, action: fault })
  const got = await both(Number(new URL(simulator.gatewayUrl).port))
  expect(got.match(/HTTP\/1\.1 200/g) ?? []).toHaveLength(answers)
})
