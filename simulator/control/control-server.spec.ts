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
    const unserved = (await control('POST', '/agents/101/offer-call')).body as { callid: string }
    expect([elsewhere, first, second]).not.toContain(unserved.callid)
  })
})

describe('agents', () => {
  it.each<[state: string, events: string[]]>([
    ['idle', ['AgentState_Force_Ready', 'AgentState_Ready']],
    ['busy', ['AgentState_Force_SetNotReady', 'AgentState_SetNotReady_Success']],
    ['rest', ['AgentState_SetRest_Success']],
    ['work', ['AgentState_Work']],
  ])('can be forced to %s', async (state, events) => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    await control('POST', '/agents/101/force-state', { state })
    expect(await agent.namesUntil(events.at(-1) ?? '')).toEqual(events)
  })

  it('can be thrown out, and are then free to sign in', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await control('POST', '/agents/101/kick')
    expect((await agent.namesUntil('AgentOther_ShutdownService')).length).toBeGreaterThan(0)
    expect((await agent.poll()).retcode()).toBe('100-006')
    expect((await agent.signIn()).retcode()).toBe('0')
  })

  it('can be taken over: a plain sign-in is then refused', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await control('POST', '/agents/101/kick', { by: 'sign-in' })
    await agent.namesUntil('AgentOther_ShutdownService')
    expect((await agent.poll()).retcode()).toBe('100-006')
    expect((await agent.signIn()).retcode()).toBe('100-002')
    expect((await agent.signIn({}, true)).retcode()).toBe('0')
  })

  it.each<[what: string, events: unknown[]]>([
    [
      'ringing',
      [
        ['AgentOther_PhoneAlerting', null],
        ['AgentEvent_linkagePhoneStatus', { result: 5 }],
      ],
    ],
    [
      'offhook',
      [
        ['AgentOther_PhoneOffhook', { type: 'main' }],
        ['AgentEvent_linkagePhoneStatus', { result: 0 }],
      ],
    ],
    [
      'onhook',
      [
        ['AgentOther_PhoneRelease', { phoneState: 2 }],
        ['AgentEvent_linkagePhoneStatus', { result: 1 }],
      ],
    ],
    ['online', [['AgentEvent_linkagePhoneStatus', { result: 3 }]]],
    [
      'offline',
      [
        ['AgentOther_PhoneUnknow', null],
        ['AgentEvent_linkagePhoneStatus', { result: 4 }],
      ],
    ],
  ])('phone %s', async (what, events) => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn({ releasephone: true, phonelinkage: true })
    await agent.eventsUntil('AgentEvent_linkageCapability')
    await control('POST', '/agents/101/phone', { event: what })
    const seen = await agent.eventsUntil('AgentEvent_linkagePhoneStatus')
    expect(seen.map(({ eventType, content }) => [eventType, content])).toEqual(events)
  })

  it('always off-hook become busy with reason 5 when they hang up', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    await control('POST', '/agents/101/phone', { event: 'onhook' })
    expect(await agent.eventsUntil('AgentState_SetNotReady_Success')).toMatchObject([
      { eventType: 'AgentOther_PhoneRelease', content: { phoneState: 2 } },
      { eventType: 'AgentState_SetNotReady_Success', content: { reason: '5' } },
    ])
  })

  it('end their call by hanging up', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn({ releasephone: true })
    await control('POST', '/agents/101/offer-call')
    await agent.namesUntil('AgentEvent_Talking')
    await control('POST', '/agents/101/phone', { event: 'onhook' })
    expect(await agent.eventsUntil('AgentState_Ready')).toMatchObject([
      { eventType: 'AgentEvent_Call_Release' },
      { eventType: 'AgentEvent_Customer_Release' },
      { eventType: 'AgentOther_PhoneRelease', content: { phoneState: 2 } },
      { eventType: 'AgentState_Ready' },
    ])
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
