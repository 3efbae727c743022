import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'
import { FAULT_ACTIONS } from './fault-engine.ts'
import { matchesGlob } from './glob.ts'

const start = useSimulators()
const POLL = { path: '**/agentevent/*' }
const RESET_SKILL = { path: '**/resetskill/*' }

describe('matchesGlob', () => {
  it.each<[pattern: string, path: string, expected: boolean]>([
    ['**/resetskill/*', '/agentgateway/resource/onlineagent/101/resetskill/true', true],
    ['**/resetskill/*', '/agentgateway/resource/onlineagent/101/resetskill', false],
    ['**/onlineagent/*', '/agentgateway/resource/onlineagent/101/resetskill/true', false],
    ['/agentgateway/**', '/agentgateway/resource/agentevent/101', true],
    ['**', '/anything/at/all', true],
    ['*', '/anything', false],
    ['/a.c', '/abc', false],
    ['/a(b', '/a(b', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected)
  })
})

describe('orders that make no sense', () => {
  it.each<[what: string, order: unknown]>([
    ['no action', {}],
    ['no type', { action: {} }],
    ['an unknown match', { match: { verb: 'GET' }, action: { type: 'ignore' } }],
    ['an unknown field', { action: { type: 'ignore' }, time: 3 }],
    ['times 0', { action: { type: 'ignore' }, times: 0 }],
    ['delay without ms', { action: { type: 'delay' } }],
    ['delay of -1 ms', { action: { type: 'delay', ms: -1 } }],
    ['status 99', { action: { type: 'status', status: 99 } }],
    ['retcode without code', { action: { type: 'retcode' } }],
    ['an unknown way of spoiling', { action: { type: 'malformed', kind: 'odd' } }],
    ['a strange moment', { action: { type: 'reset', when: 'later' } }],
    ['no JSON', '{'],
  ])('%s: 400, and nothing is ordered', async (_what, order) => {
    const { control } = await start()
    const answer = await control('POST', '/faults', order)
    expect(answer.status).toBe(400)
    expect((await control('GET', '/faults')).body).toEqual([])
  })

  it('an unknown type is answered with the valid ones', async () => {
    const { control } = await start()
    const answer = await control('POST', '/faults', { action: { type: 'magic' } })
    expect(answer.status).toBe(400)
    for (const { type } of FAULT_ACTIONS) expect(JSON.stringify(answer.body)).toContain(type)
  })
})

describe('which requests are struck', () => {
  it('by verb, path and agent, and by number; then the fault is used up', async () => {
    const { client, control } = await start()
    const first = client('101')
    const second = client('102')
    await first.signIn()
    await second.signIn()
    await control('POST', '/faults', {
      match: { method: 'post', path: '**/autoenteridle/*', agent: 101, nth: 2 },
      action: { type: 'retcode', retcode: '100-007', message: 'no' },
    })
    const flag = async (agent: typeof first): Promise<unknown> =>
      (await agent.call('POST', 'onlineagent', 'autoenteridle/true')).retcode()
    expect([
      await flag(second),
      await flag(first),
      await flag(second),
      await flag(first),
      await flag(first),
    ]).toEqual(['0', '0', '0', '100-007', '0'])
  })

  it('until removed, when nothing else is said', async () => {
    const { client, control } = await start()
    const agent = client()
    await control('POST', '/faults', { action: { type: 'status', status: 503 } })
    expect([(await agent.signIn()).status, (await agent.signIn()).status]).toEqual([503, 503])
    expect(await control('DELETE', '/faults')).toEqual({ status: 200, body: { removed: 1 } })
    expect((await agent.signIn()).status).toBe(200)
  })

  it('as often as ordered, and one fault can be removed alone', async () => {
    const { client, control } = await start()
    const agent = client()
    await control('POST', '/faults', { action: { type: 'status', status: 500 }, times: 1 })
    await control('POST', '/faults', { action: { type: 'status', status: 502 } })
    expect([(await agent.signIn()).status, (await agent.signIn()).status]).toEqual([500, 502])
    expect((await control('DELETE', '/faults/2')).status).toBe(200)
    expect((await control('DELETE', '/faults/2')).status).toBe(404)
    expect((await agent.signIn()).status).toBe(200)
  })

  it('the log names the fault', async () => {
    const { client, simulator } = await start()
    simulator.faults.add({ action: { type: 'status', status: 503 } })
    await client().signIn()
    expect(simulator.requests.since(0)).toMatchObject([{ status: 503, fault: 'status' }])
  })
})

describe('what faults do', () => {
  it('ignore answers success and does nothing', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: RESET_SKILL, action: { type: 'ignore' } })
    expect((await agent.call('POST', 'onlineagent', 'resetskill/true')).retcode()).toBe('0')
    expect(simulator.world.agents.get('101')?.presence?.skills.size).toBe(0)
  })

  it.each<[when: string, skills: number]>([
    ['before', 0],
    ['after', 5],
  ])('reset %s the request took effect', async (when, skills) => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: RESET_SKILL, action: { type: 'reset', when } })
    await expect(agent.call('POST', 'onlineagent', 'resetskill/true')).rejects.toThrow()
    expect(simulator.world.agents.get('101')?.presence?.skills.size).toBe(skills)
  })

  it('delay answers later, and honestly', async () => {
    const { client, simulator } = await start()
    simulator.faults.add({ action: { type: 'delay', ms: 80 }, times: 1 })
    const before = performance.now()
    expect((await client().signIn()).retcode()).toBe('0')
    expect(performance.now() - before).toBeGreaterThan(75)
  })

  it.each<[when: string, whileHeld: number]>([
    ['before', 0],
    ['after', 5],
  ])('hold %s: answers honestly once the fault is removed', async (when, whileHeld) => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    const order = simulator.faults.add({ match: RESET_SKILL, action: { type: 'hold', when } })
    const asking = agent.call('POST', 'onlineagent', 'resetskill/true')
    const skills = (): number | undefined => simulator.world.agents.get('101')?.presence?.skills.size
    while (simulator.requests.since(0).at(-1)?.fault !== 'hold') await nextTurn()
    expect(simulator.requests.since(0).at(-1)?.status).toBeNull()
    expect(skills()).toBe(whileHeld)
    expect(simulator.faults.remove('fault' in order ? order.fault.id : undefined)).toBe(1)
    expect((await asking).retcode()).toBe('0')
    expect(skills()).toBe(5)
  })

  it.each<[kind: string, check: (text: string) => void]>([
    ['truncated', (text) => expect(() => JSON.parse(text) as unknown).toThrow()],
    ['html', (text) => expect(text).toMatch(/^<html>/)],
    ['wrong-types', (text) => expect(JSON.parse(text)).toMatchObject({ retcode: 0, message: 17 })],
    ['empty', (text) => expect(text).toBe('')],
    ['huge', (text) => expect(text.length).toBeGreaterThan(8_000_000)],
  ])('malformed %s, while the request took effect', async (kind, check) => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: RESET_SKILL, action: { type: 'malformed', kind } })
    const answer = await agent.call('POST', 'onlineagent', 'resetskill/true')
    expect(answer.status).toBe(200)
    check(answer.text)
    expect(simulator.world.agents.get('101')?.presence?.skills.size).toBe(5)
  })

  it('expire-guid: 000-003 from now on, while the agent stays signed in', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: RESET_SKILL, action: { type: 'expire-guid' }, times: 1 })
    expect((await agent.call('POST', 'onlineagent', 'resetskill/true')).retcode()).toBe('000-003')
    expect((await agent.poll()).retcode()).toBe('000-003')
    expect(simulator.world.agents.get('101')?.presence).not.toBeNull()
    expect((await agent.signIn({}, true)).retcode()).toBe('0')
  })

  it('duplicate delivers an event twice', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: POLL, action: { type: 'duplicate' }, times: 1 })
    expect(await agent.namesUntil('AgentState_Ready')).toEqual([
      'AgentOther_InService',
      'AgentOther_InService',
      'AgentState_Ready',
    ])
  })

  it('drop-events loses an event', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    simulator.faults.add({ match: POLL, action: { type: 'drop-events' }, times: 1 })
    expect((await agent.poll()).text).toBe('{"message":"","retcode":"0"}')
    expect(await agent.namesUntil('AgentState_Ready')).toEqual(['AgentState_Ready'])
  })

  it('slow-drip sends everything, in pieces', async () => {
    const { client, simulator } = await start()
    simulator.faults.add({ action: { type: 'slow-drip', ms: 1, bytes: 20 } })
    expect((await client().signIn()).retcode()).toBe('0')
  })

  it.each(['half-open', 'hang'])('%s: no end of the answer until the client gives up', async (type) => {
    const { client, simulator } = await start()
    simulator.faults.add({ action: { type } })
    const abort = new AbortController()
    const agent = client()
    const body = agent.credentials()
    const asking = agent.call('PUT', 'onlineagent', '', { body, signal: abort.signal })
    while (simulator.requests.since(0)[0]?.fault !== type) await nextTurn()
    abort.abort()
    await expect(asking).rejects.toThrow()
  })

  it('ignore and retcode speak the language of the management service', async () => {
    const { client, simulator } = await start()
    const path = '/apiaccess/rest/cc-management/v1/agentAccount/releaseAgentBySkillId'
    simulator.faults.add({ match: { path: '/apiaccess/**' }, action: { type: 'ignore' }, times: 1 })
    simulator.faults.add({ match: { path: '/apiaccess/**' }, action: { type: 'retcode', retcode: '1' } })
    const agent = client()
    expect((await agent.send('POST', path)).json()).toEqual({ resultCode: '0', resultMessage: 'success' })
    expect((await agent.send('POST', path)).json()).toMatchObject({ resultCode: '1' })
  })
})
