import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'
import type { LoggedRequest } from '../http/request-log.ts'

const start = useSimulators()

/** The part of `GET /state` that the specs look at. */
interface StateView {
  readonly agents: readonly Readonly<Record<string, unknown>>[]
  readonly calls: readonly Readonly<Record<string, unknown>>[]
  readonly queues: readonly { readonly skillId: number; readonly waiting: readonly string[] }[]
}

describe('refused commands', () => {
  it.each<[method: string, path: string, body: unknown, status: number]>([
    ['POST', '/calls', {}, 400],
    ['POST', '/calls', { skillId: 'x' }, 400],
    ['POST', '/calls', { skillId: 1, caller: 'abc' }, 400],
    ['POST', '/calls', { skillId: 1, colour: 'red' }, 400],
    ['POST', '/calls', { skillId: 99 }, 404],
    ['POST', '/calls', '{', 400],
    ['DELETE', '/calls/1-1', undefined, 404],
    ['GET', '/requests?since=x', undefined, 400],
    ['POST', '/agents/99/kick', {}, 404],
    ['POST', '/agents/102/kick', {}, 409],
    ['POST', '/agents/101/kick', { by: 'magic' }, 400],
    ['POST', '/agents/101/force-state', {}, 400],
    ['POST', '/agents/101/force-state', { state: 'talking' }, 400],
    ['POST', '/agents/101/phone', { event: 'explode' }, 400],
    ['POST', '/agents/101/release-call', {}, 409],
    ['POST', '/agents/101/phone', { key: 'hold' }, 409],
    ['POST', '/agents/101/phone', { key: 'transfer' }, 400],
    ['POST', '/agents/101/phone', { key: 'call-out', number: 'abc' }, 400],
    ['POST', '/agents/999/configure', {}, 404],
    ['POST', '/agents/101/configure', { linkage: 'maybe' }, 400],
    ['POST', '/agents/101/configure', { passwordDaysLeft: 181 }, 400],
    ['POST', '/agents/101/decide-rest', {}, 400],
    ['POST', '/agents/101/decide-rest', { isGranted: true }, 409],
    ['POST', '/agents/102/skills', { skillIds: [1] }, 409],
    ['POST', '/agents/101/skills', { skillIds: 'all' }, 400],
    ['POST', '/rest-rules', { quota: -1 }, 400],
    ['POST', '/numbers/5550100', {}, 400],
    ['POST', '/switch-over', {}, 400],
    ['POST', '/clock', { advanceMs: 1 }, 409],
    ['POST', '/agents/101/offer-call', { callid: '1-1' }, 404],
    ['POST', '/agents/101/offer-call', { skillId: 99 }, 404],
    ['GET', '/nothing', undefined, 404],
  ])('%s %s %j: %i', async (method, path, body, status) => {
    const { client, control } = await start()
    await client().signIn()
    const answer = await control(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toHaveProperty('error')
  })

  it.each([
    ['from a web page', { Origin: 'https://example.org' }],
    ['under a foreign host name', { Host: 'example.org' }],
  ])('%s: 403', async (_what, headers) => {
    const { simulator } = await start()
    const { port } = new URL(simulator.controlUrl)
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path: '/reset', method: 'POST', headers }
      request(options, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .once('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('a second call for an agent who has one: 409', async () => {
    const { client, control } = await start()
    await client().signIn()
    expect((await control('POST', '/agents/101/offer-call')).status).toBe(200)
    expect((await control('POST', '/agents/101/offer-call')).status).toBe(409)
    expect((await control('POST', '/agents/101/force-state', { state: 'idle' })).status).toBe(409)
  })
})

describe('looking', () => {
  it('GET /health', async () => {
    const { control } = await start()
    expect(await control('GET', '/health')).toEqual({ status: 200, body: { ok: true } })
  })

  it('GET /state shows agents, calls and queues', async () => {
    const { client, control } = await start({ strictOffhook: true })
    const agent = client()
    await agent.signIn({ releasephone: true, phonelinkage: true })
    await agent.call('POST', 'onlineagent', 'saybusy?reason=201')
    await agent.call('POST', 'onlineagent', 'resetskill/false?skillid=2')
    const { callid } = (await control('POST', '/calls', { skillId: 2 })).body as { callid: string }
    const state = (await control('GET', '/state?agent=101')).body as StateView
    expect(state.agents).toMatchObject([
      {
        id: '101',
        account: 'agent101',
        session: { by: 'client', phone: '8101' },
        state: 'busy',
        reason: 201,
        skills: { configured: [1, 2, 3, 4, 5], signedIn: [2] },
        autoEnterIdle: true,
        linkage: 'linked',
        afterCall: 'work',
      },
    ])
    expect(state.calls).toMatchObject([{ callid, skillId: 2, state: 'waiting', agent: null }])
    expect(state.queues[1]).toMatchObject({ skillId: 2, waiting: [callid] })
    expect(((await control('GET', '/state')).body as StateView).agents).toHaveLength(12)
  })

  it('GET /requests shows what came, raw, without passwords', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', '/resetskill/false?skillid=1%3B2;3&phonelinkage=1')
    const all = (await control('GET', '/requests')).body as LoggedRequest[]
    expect(all).toMatchObject([
      {
        n: 1,
        method: 'PUT',
        path: '/agentgateway/resource/onlineagent/101',
        query: '',
        body: { password: '***', phonenum: '8101' },
        headers: { guid: null, authorization: false },
        status: 200,
        retcode: '0',
      },
      {
        n: 2,
        method: 'POST',
        path: '/agentgateway/resource/onlineagent/101//resetskill/false',
        query: 'skillid=1%3B2;3&phonelinkage=1',
        body: null,
        headers: { guid: agent.guid },
        status: 200,
        retcode: '0',
      },
    ])
    expect(JSON.stringify(all)).not.toContain('Deskside#')
    expect((await control('GET', '/requests?since=1')).body).toHaveLength(1)
    expect((await control('GET', '/requests?since=2')).body).toEqual([])
  })

  it('masks secrets of the management service and of queries, and measures what is no JSON', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.send('POST', '/apigovernance/api/oauth/tokenByAkSk', {
      body: { app_key: 'demo', app_secret: 'demo-secret' },
    })
    await agent.send('GET', '/nothing?a=1&oldpassword=secret1&b=2')
    await agent.send('POST', '/nothing', { body: 'password=secret2' })
    const all = (await control('GET', '/requests')).body as LoggedRequest[]
    expect(all.map(({ body, query }) => [body, query])).toEqual([
      [{ app_key: 'demo', app_secret: '***' }, ''],
      [null, 'a=1&oldpassword=***&b=2'],
      ['<16 bytes, not JSON>', ''],
    ])
  })
})

describe('calls', () => {
  it('are offered at once to the idle person who serves the queue', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    await agent.namesUntil('AgentState_Ready')
    await control('POST', '/calls', { skillId: 1, caller: '13800000001' })
    const events = await agent.eventsUntil('AgentEvent_Talking')
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'AgentState_Busy',
      'AgentEvent_Auto_Answer',
      'AgentEvent_Talking',
    ])
    expect(events.at(-1)?.content).toMatchObject({ caller: '13800000001', called: '90001' })
  })

  it('end when the caller hangs up', async () => {
    const { control, simulator } = await start()
    const { callid } = (await control('POST', '/calls', { skillId: 1 })).body as { callid: string }
    expect((await control('DELETE', `/calls/${callid}`)).status).toBe(200)
    expect(simulator.world.calls.size).toBe(0)
  })

  it('offer-call takes the longest-waiting one, or the one that is named', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'saybusy')
    await agent.call('POST', 'onlineagent', 'resetskill/false?skillid=1')
    const place = async (skillId: number): Promise<string> =>
      ((await control('POST', '/calls', { skillId })).body as { callid: string }).callid
    const [elsewhere, first, second] = [await place(2), await place(1), await place(1)]
    await agent.call('POST', 'onlineagent', 'resetskill/false')
    await agent.call('POST', 'onlineagent', 'sayfree')
    const named = await control('POST', '/agents/101/offer-call', { callid: second })
    expect(named.body).toEqual({ callid: second })
    await control('POST', '/agents/101/release-call')
    const offered: unknown[] = []
    for (let calls = 0; calls < 3; calls += 1) {
      offered.push((await control('POST', '/agents/101/offer-call')).body)
      await control('POST', '/agents/101/release-call')
    }
    // Then there is no call left, and a new one is made.
    expect(offered.slice(0, 2)).toEqual([{ callid: elsewhere }, { callid: first }])
    expect([elsewhere, first, second]).not.toContain((offered[2] as { callid: string }).callid)
  })
})

describe('POST /reset', () => {
  it('begins again from the seed: no session, call, fault, token or old request', async () => {
    const { client, control, simulator } = await start({ colleagues: 4 })
    const agent = client()
    const people = (): unknown =>
      [...simulator.world.agents.values()].map(({ name, bindings, presence }) => [
        name,
        [...bindings],
        presence === null,
      ])
    const before = people()
    await agent.signIn()
    await control('POST', '/calls', { skillId: 1 })
    simulator.faults.add({ match: { path: '/nowhere' }, action: { type: 'ignore' } })
    expect((await control('POST', '/reset')).status).toBe(200)
    expect(people()).toEqual(before)
    expect([simulator.world.calls.size, simulator.faults.list().length]).toEqual([0, 0])
    expect((await control('GET', '/requests')).body).toEqual([])
    expect((await agent.poll()).retcode()).toBe('100-006')
  })
})
