import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators, type TestBench } from '../testing/with-simulator.ts'

const start = useSimulators()

async function serving({ client }: TestBench, id: string): Promise<GatewayClient> {
  const agent = client(id)
  await agent.signIn()
  await agent.call('POST', 'onlineagent', 'resetskill/true')
  await agent.namesUntil('AgentState_Ready')
  return agent
}

const statusOf = async (agent: GatewayClient): Promise<unknown> =>
  (await agent.call('GET', 'onlineagent', 'agentstatus')).json().result
const rest = async (agent: GatewayClient): Promise<unknown> =>
  (await agent.call('POST', 'onlineagent', 'rest/600/2')).retcode()

describe('a rest that needs approval', () => {
  it('waits as pre-rest until it is approved', async () => {
    const bench = await start()
    const agent = await serving(bench, '101')
    await bench.control('POST', '/rest-rules', { isApprovalNeeded: true })
    expect(await rest(agent)).toBe('0')
    expect(await statusOf(agent)).toEqual({ agentState: 9, isWorking: false })
    expect((await bench.control('POST', '/agents/101/decide-rest', { isGranted: true })).status).toBe(200)
    const [granted] = await agent.eventsUntil('AgentState_SetRest_Success')
    expect(granted?.content).toEqual({ reason: '2' })
    expect(await statusOf(agent)).toEqual({ agentState: 8, isWorking: false })
  })

  it('is dropped when it is refused; and there is nothing to decide then', async () => {
    const bench = await start()
    const agent = await serving(bench, '101')
    await bench.control('POST', '/rest-rules', { isApprovalNeeded: true })
    await rest(agent)
    await bench.control('POST', '/agents/101/decide-rest', { isGranted: false })
    expect(await statusOf(agent)).toEqual({ agentState: 4, isWorking: false })
    expect((await bench.control('POST', '/agents/101/decide-rest', { isGranted: true })).status).toBe(409)
  })

  it('is granted when approval is not needed any more', async () => {
    const bench = await start()
    const agent = await serving(bench, '101')
    await bench.control('POST', '/rest-rules', { isApprovalNeeded: true })
    await rest(agent)
    await bench.control('POST', '/rest-rules', { isApprovalNeeded: false })
    expect(await agent.namesUntil('AgentState_SetRest_Success')).toEqual(['AgentState_SetRest_Success'])
  })
})

describe('a quota of rests', () => {
  it('lets the next one begin when one has ended; prolonging needs no place', async () => {
    const bench = await start()
    const [first, second] = [await serving(bench, '101'), await serving(bench, '102')]
    await bench.control('POST', '/rest-rules', { quota: 1 })
    expect([await rest(first), await rest(second)]).toEqual(['0', '0'])
    expect([await statusOf(first), await statusOf(second)]).toMatchObject([
      { agentState: 8 },
      { agentState: 9 },
    ])
    const prolonged = await first.call('POST', 'onlineagent', 'rest/600/3?prolong=true')
    expect(prolonged.retcode()).toBe('0')
    const events = await first.eventsUntil('AgentState_SetRest_Success')
    expect(await first.eventsUntil('AgentState_SetRest_Success')).toMatchObject([
      { content: { reason: '3' } },
    ])
    expect(events).toMatchObject([{ content: { reason: '2' } }])
    await first.call('POST', 'onlineagent', 'cancelrest')
    expect(await second.namesUntil('AgentState_SetRest_Success')).toEqual(['AgentState_SetRest_Success'])
  })
})

describe('reasons and custom states', () => {
  it('rest reasons have a text and the number that rest takes', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const answer = await agent.call('GET', 'agentgroup', 'restreason')
    expect(answer.json().result).toEqual([
      { restReason: 'Lunch', restReasonId: 1 },
      { restReason: 'Short break', restReasonId: 2 },
      { restReason: 'Training', restReasonId: 3 },
      { restReason: 'Meeting', restReasonId: 4 },
    ])
  })

  it('a custom state is set, queried and cancelled', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const query = async (): Promise<unknown> =>
      (await agent.call('GET', 'onlineagent', 'querycustomstate')).json().result
    const seen = [await query()]
    await agent.call('POST', 'onlineagent', 'setcustomstate?customstate=7')
    seen.push(await query())
    await agent.call('POST', 'onlineagent', 'cancelsetcustomstate')
    seen.push(await query())
    expect(seen.map((value) => (value as { agentcustomstate: string }).agentcustomstate)).toEqual([
      '65535',
      '7',
      '65535',
    ])
  })
})

describe('the wrap-up limit of a queue', () => {
  it.each<[body: unknown, path: string, status: number]>([
    [{ maxAgentWrapupTime: 3601 }, '/skills/1', 400],
    [{ maxAgentWrapupTime: 5 }, '/skills/99', 404],
  ])('%j on %s: %i', async (body, path, status) => {
    const { control } = await start()
    expect((await control('POST', path, body)).status).toBe(status)
  })

  it('ends the wrap-up after a call of that queue', async () => {
    const bench = await start({ timing: { offerMs: [0, 0] } })
    const agent = bench.client()
    await agent.signIn({ autoenteridle: false })
    await bench.control('POST', '/skills/1', { maxAgentWrapupTime: 1 })
    await bench.control('POST', '/agents/101/offer-call', { skillId: 1 })
    await agent.namesUntil('AgentEvent_Talking')
    await bench.control('POST', '/agents/101/release-call')
    expect((await agent.namesUntil('AgentState_Ready')).slice(-2)).toEqual([
      'AgentState_Work',
      'AgentState_Ready',
    ])
  })
})
