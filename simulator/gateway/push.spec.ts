import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCertificates } from '../certificates/certificates.ts'
import { useSimulators } from '../testing/with-simulator.ts'
import { ManualClock } from '../world/clock.ts'

const start = useSimulators()

interface Push {
  readonly headers: IncomingMessage['headers']
  readonly body: { readonly workNo: string; readonly eventList: { eventType: string }[] }
}

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A receiver of pushes that gives its answers one after the other, the last one again and again. */
async function receiver(
  answers: readonly string[],
  tls: { key: string; cert: string } | null = null,
): Promise<{ url: string; next: () => Promise<Push> }> {
  const pushes: Push[] = []
  const waiting: ((push: Push) => void)[] = []
  let count = 0
  const listen = async (request: IncomingMessage): Promise<string> => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const push: Push = { headers: request.headers, body: JSON.parse(text) as Push['body'] }
    const resolve = waiting.shift()
    if (resolve === undefined) pushes.push(push)
    else resolve(push)
    count += 1
    return answers[Math.min(count, answers.length) - 1] ?? ''
  }
  const handle: Parameters<typeof createServer>[1] = (request, response) => {
    void listen(request).then((answer) => response.end(answer))
  }
  const server: Server = tls === null ? createServer(handle) : createTlsServer(tls, handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}/events`,
    next: () => {
      const push = pushes.shift()
      return push === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(push)
    },
  }
}

const TAKEN = '{"message":"success","retcode":"0"}'
const names = ({ body }: Push): string[] => body.eventList.map(({ eventType }) => eventType)

describe('an agent signed in for push', () => {
  it('is refused the poll: 000-001', async () => {
    const { client } = await start()
    const { url } = await receiver([TAKEN])
    const agent = client()
    await agent.signIn({ callBackUri: url, serviceToken: 'token-1' })
    expect((await agent.poll()).retcode()).toBe('000-001')
  })

  it.each([
    ['callBackUri alone', { callBackUri: 'http://127.0.0.1:1/' }],
    ['serviceToken alone', { serviceToken: 't' }],
    ['pushUrl of older releases', { pushUrl: 'http://127.0.0.1:1/' }],
  ])('with %s polls', async (_what, body) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn(body)
    expect(await agent.namesUntil('AgentState_Ready')).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  })

  it('gets his events, oldest first, with Guid and token', async () => {
    const { client } = await start()
    const { url, next } = await receiver([TAKEN])
    const agent = client()
    await agent.signIn({ callBackUri: url, serviceToken: 'token-1' })
    const first = await next()
    expect(first.body).toEqual({
      workNo: '101',
      eventList: [
        { eventType: 'AgentOther_InService', workNo: '101', content: null },
        { eventType: 'AgentState_Ready', workNo: '101', content: null },
      ],
    })
    expect(first.headers).toMatchObject({
      guid: agent.guid,
      service_token: 'token-1',
      'content-type': 'application/json; charset=UTF-8',
    })
    await agent.call('POST', 'onlineagent', 'handshake', { headers: { service_token: 'token-2' } })
    await agent.call('POST', 'onlineagent', 'saybusy')
    const second = await next()
    expect([names(second), second.headers.service_token]).toEqual([
      ['AgentState_SetNotReady_Success'],
      'token-2',
    ])
  })

  it('gets them over TLS from an address whose certificate is trusted', async () => {
    const certificates = await loadCertificates()
    closers.push(() => certificates.dispose())
    const { url, next } = await receiver([TAKEN], certificates)
    const { client } = await start({ pushCaPem: certificates.caPem })
    await client().signIn({ callBackUri: url, serviceToken: 't' })
    expect(names(await next())).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  })

  it.each([
    ['with another retcode', '{"message":"no","retcode":"1"}'],
    ['with no JSON', '<html>'],
    ['with nothing', ''],
  ])('gets them again when they are answered %s', async (_what, answer) => {
    const clock = new ManualClock()
    const { client } = await start({ clock })
    const { url, next } = await receiver([answer, TAKEN])
    await client().signIn({ callBackUri: url, serviceToken: 't' })
    const first = await next()
    // The world has one timer, for what it plans next; the second is the pause before the next try.
    while (clock.pending < 2) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(1000)
    expect((await next()).body).toEqual(first.body)
  })

  it('gets nothing during a switch-over, and everything after it', async () => {
    const clock = new ManualClock()
    const { client, control } = await start({ clock })
    const { url, next } = await receiver([TAKEN])
    await client().signIn({ callBackUri: url, serviceToken: 't' })
    await next()
    await control('POST', '/switch-over', { seconds: 1 })
    await control('POST', '/agents/101/force-state', { state: 'busy' })
    const push = next()
    while (clock.pending < 2) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(1000)
    expect(names(await push)).toEqual(['AgentState_Force_SetNotReady', 'AgentState_SetNotReady_Success'])
  })

  it('is told of the end of his session', async () => {
    const { client, control } = await start()
    const { url, next } = await receiver([TAKEN])
    await client().signIn({ callBackUri: url, serviceToken: 't' })
    await next()
    await control('POST', '/agents/101/kick')
    expect(names(await next())).toContain('AgentOther_ShutdownService')
  })

  it('lives by the handshake, and in dynamic authentication gets the next Guid from it', async () => {
    const clock = new ManualClock()
    const { client } = await start({ clock, authMode: 2 })
    const { url } = await receiver([TAKEN])
    const agent = client()
    await agent.signIn({ callBackUri: url, serviceToken: 't' })
    const guids = new Set([agent.guid])
    for (let beats = 0; beats < 4; beats += 1) {
      clock.advance(60_000)
      const answer = await agent.call('POST', 'onlineagent', 'handshake')
      expect(answer.text).toBe('{"message":"success","retcode":"0"}')
      guids.add(agent.guid)
    }
    expect(guids.size).toBe(5)
    clock.advance(120_000)
    expect((await agent.call('POST', 'onlineagent', 'handshake')).retcode()).toBe('100-006')
  })
})
