import { describe, expect, it } from 'vitest'
import { ManualClock } from '../world/clock.ts'
import { useSimulators, type TestBench } from '../testing/with-simulator.ts'
import type { WireAnswer } from '../testing/gateway-client.ts'

const start = useSimulators()
const TOKEN = '/apigovernance/api/oauth/tokenByAkSk'
const FAMILY = '/apiaccess/rest/cc-management/v1/agentAccount'
const CREDENTIALS = { app_key: 'demo', app_secret: 'demo-secret' }

type Send = (name: string, body: unknown) => Promise<WireAnswer>

/** Fetches a token and gives a function that sends with it. */
async function supervisor({ client }: TestBench, lifeS = '600'): Promise<Send> {
  const wire = client()
  const answer = await wire.send('POST', TOKEN, { body: CREDENTIALS, headers: { 'X-Token-Expire': lifeS } })
  const authorization = `Bearer ${String(answer.json().AccessToken)}`
  return (name, body) =>
    wire.send('POST', `${FAMILY}/${name}`, { body, headers: { Authorization: authorization } })
}

const boundTo = ({ simulator }: TestBench, skillId: number): string[] =>
  [...simulator.world.agents.values()]
    .filter(({ bindings }) => bindings.has(skillId))
    .map(({ account }) => account)

describe('the token', () => {
  it.each<[what: string, body: unknown, headers: Record<string, string>, status: number]>([
    ['a wrong secret', { app_key: 'demo', app_secret: 'x' }, {}, 401],
    ['a wrong key', { app_key: 'x', app_secret: 'demo-secret' }, {}, 401],
    ['no body', undefined, {}, 400],
    ['no secret', { app_key: 'demo' }, {}, 400],
    ['a life of 0 s', CREDENTIALS, { 'X-Token-Expire': '0' }, 400],
    ['a life over an hour', CREDENTIALS, { 'X-Token-Expire': '3601' }, 400],
    ['a life in words', CREDENTIALS, { 'X-Token-Expire': 'long' }, 400],
  ])('%s: refused', async (_what, body, headers, status) => {
    const { client } = await start()
    const answer = await client().send('POST', TOKEN, { body, headers })
    expect(answer.status).toBe(status)
    expect(answer.json()).not.toHaveProperty('AccessToken')
  })

  it('has only text fields, and its life is called Expires', async () => {
    const { client } = await start({ clock: new ManualClock(1_700_000_000_500) })
    const answer = await client().send('POST', TOKEN, {
      body: CREDENTIALS,
      headers: { 'x-token-expire': '60' },
    })
    expect(answer.json()).toEqual({
      AccessToken: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      ApplyType: 'Bearer',
      CreateTime: '1700000000',
      Expires: '60',
      Scope: '',
      AppKey: 'demo',
      UserID: 'deskside-simulator',
    })
  })
})

describe('refused commands', () => {
  it.each(['', 'Bearer', 'Bearer  x', 'Bearer made-up', 'Basic ZGVtbw=='])(
    'authorization "%s": 401',
    async (authorization) => {
      const bench = await start()
      const before = boundTo(bench, 1)
      const answer = await bench.client().send('POST', `${FAMILY}/releaseAgentBySkillId`, {
        body: { skillId: 1, userAccounts: [] },
        headers: authorization === '' ? {} : { Authorization: authorization },
      })
      expect(answer.status).toBe(401)
      expect(boundTo(bench, 1)).toEqual(before)
    },
  )

  it('an expired token: 401', async () => {
    const clock = new ManualClock()
    const bench = await start({ clock })
    const send = await supervisor(bench, '60')
    const query = { requestParam: { skillId: 1, pageSize: 1, pageNum: 0 } }
    clock.advance(59_999)
    expect((await send('queryAgentInfoBySkillId', query)).status).toBe(200)
    clock.advance(1)
    expect((await send('queryAgentInfoBySkillId', query)).status).toBe(401)
  })

  it.each<[name: string, body: unknown]>([
    ['releaseAgentBySkillId', undefined],
    ['releaseAgentBySkillId', { skillId: 1 }],
    ['releaseAgentBySkillId', { userAccounts: [] }],
    ['releaseAgentBySkillId', { skillId: '1', userAccounts: [] }],
    ['releaseAgentBySkillId', { skillId: 1, userAccounts: 'agent101' }],
    ['releaseAgentBySkillId', { skillId: 1, userAccounts: [101] }],
    ['queryAgentInfoBySkillId', { skillId: 1, pageSize: 10, pageNum: 0 }],
    ['queryAgentInfoBySkillId', { requestParam: { skillId: 1, pageSize: 101, pageNum: 0 } }],
    ['queryAgentInfoBySkillId', { requestParam: { skillId: 1, pageSize: 10, pageNum: -1 } }],
    ['addSkillsToAgent', { skillId: 1, userAccounts: [], agentWeight: 1, skillWeight: 1 }],
    ['addSkillsToAgent', { skillId: 1, userAccounts: ['agent101'], agentWeight: 0, skillWeight: 1 }],
  ])('%s %j: 400, and nobody is unbound', async (name, body) => {
    const bench = await start()
    const send = await supervisor(bench)
    const before = boundTo(bench, 1)
    expect((await send(name, body)).status).toBe(400)
    expect(boundTo(bench, 1)).toEqual(before)
  })

  it.each<[what: string, skillId: number, accounts: string[]]>([
    ['an unknown account', 1, ['agent101', 'agent999']],
    ['an account that is not bound', 4, ['agent101', 'agent102']],
    ['an unknown queue', 99, []],
  ])('%s: resultCode 1, and nobody is unbound', async (_what, skillId, userAccounts) => {
    const bench = await start()
    bench.simulator.world.agents.get('102')?.bindings.delete(4)
    const send = await supervisor(bench)
    const before = boundTo(bench, skillId)
    const answer = await send('releaseAgentBySkillId', { skillId, userAccounts })
    expect([answer.status, answer.json().resultCode]).toEqual([200, '1'])
    expect(answer.json().resultMessage).not.toBe('')
    expect(boundTo(bench, skillId)).toEqual(before)
  })
})

describe('unbinding', () => {
  it('takes the named accounts off the queue', async () => {
    const bench = await start()
    const send = await supervisor(bench)
    const before = boundTo(bench, 1)
    const answer = await send('releaseAgentBySkillId', { skillId: 1, userAccounts: ['agent101'] })
    expect(answer.json()).toEqual({ resultCode: '0', resultMessage: 'success' })
    expect(boundTo(bench, 1)).toEqual(before.filter((account) => account !== 'agent101'))
  })

  it('with an empty list takes everyone off', async () => {
    const bench = await start()
    expect(boundTo(bench, 1).length).toBeGreaterThan(1)
    const send = await supervisor(bench)
    await send('releaseAgentBySkillId', { skillId: 1, userAccounts: [] })
    expect(boundTo(bench, 1)).toEqual([])
    expect(boundTo(bench, 2).length).toBeGreaterThan(0)
  })

  it('acts on the next skill sign-in, not on the present one', async () => {
    const bench = await start()
    const agent = bench.client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    const signedIn = (): boolean | undefined =>
      bench.simulator.world.agents.get('101')?.presence?.skills.has(1)
    const send = await supervisor(bench)
    await send('releaseAgentBySkillId', { skillId: 1, userAccounts: ['agent101'] })
    expect(signedIn()).toBe(true)
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    expect(signedIn()).toBe(false)
  })
})

describe('binding and paging', () => {
  it('binds with weights, and shows them', async () => {
    const bench = await start()
    const send = await supervisor(bench)
    await send('releaseAgentBySkillId', { skillId: 4, userAccounts: [] })
    const weights = { agentWeight: 7, skillWeight: 2 }
    await send('addSkillsToAgent', { skillId: 4, userAccounts: ['agent103'], ...weights })
    const page = await send('queryAgentInfoBySkillId', {
      requestParam: { skillId: 4, pageSize: 10, pageNum: 0 },
    })
    expect(page.json()).toMatchObject({
      data: [{ workNo: '103', userAccount: 'agent103', agentType: 4, ...weights }],
      count: 1,
      resultCode: '0',
    })
  })

  it('gives every bound agent on exactly one page', async () => {
    const bench = await start({ agents: 250 })
    const send = await supervisor(bench)
    const seen: unknown[] = []
    for (let pageNum = 0; ; pageNum += 1) {
      const param = { skillId: 1, pageSize: 20, pageNum }
      const { data } = (await send('queryAgentInfoBySkillId', { requestParam: param })).json()
      const rows = data as { userAccount: string }[]
      if (rows.length === 0) break
      seen.push(...rows.map(({ userAccount }) => userAccount))
    }
    expect(seen).toEqual(boundTo(bench, 1))
  })
})
