import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators, type TestBench } from '../testing/with-simulator.ts'

const start = useSimulators()
const OPERATED = '{"result":{},"message":"success","retcode":"0"}'
const TIMING = { offerMs: [0, 0], liftMs: [0, 0], calleeAnswerMs: [0, 0], ivrMs: [0, 0] } as const

/** An agent in a conversation of queue 1. */
async function inConversation(bench: TestBench): Promise<{ agent: GatewayClient; callid: string }> {
  const agent = bench.client()
  await agent.signIn()
  const { body } = await bench.control('POST', '/agents/101/offer-call', {
    skillId: 1,
    caller: '13800000001',
  })
  await agent.namesUntil('AgentEvent_Talking')
  return { agent, callid: (body as { callid: string }).callid }
}

const callRow = (callid: string): unknown => ({
  called: '90001',
  caller: '13800000001',
  callid,
  calldata: '',
  orgicallednum: '90001',
  callfeature: 0,
  callskill: 'Billing',
  callskillid: 1,
  begintime: expect.any(Number) as unknown,
  endtime: null,
})

describe('a conversation', () => {
  it.each<[steps: [verb: string, path: string][], last: string]>([
    [
      [
        ['POST', 'hold'],
        ['POST', 'gethold'],
      ],
      'AgentEvent_Talking',
    ],
    [
      [
        ['POST', 'beginmute'],
        ['POST', 'endmute'],
        ['POST', 'seconddial/1,2*'],
        ['POST', 'seconddialex?number=12'],
        ['DELETE', 'release'],
      ],
      'AgentState_Ready',
    ],
    [[['POST', 'disconnect/13800000001']], 'AgentState_Ready'],
  ])('%j', async (steps, last) => {
    const { agent } = await inConversation(await start({ timing: TIMING }))
    for (const [verb, path] of steps) expect((await agent.call(verb, 'voicecall', path)).text).toBe(OPERATED)
    expect((await agent.namesUntil(last)).at(-1)).toBe(last)
  })

  it('of voice has no picture to freeze', async () => {
    const { agent } = await inConversation(await start({ timing: TIMING }))
    const codes = [
      (await agent.call('POST', 'voicecall', 'beginmutevideo')).retcode(),
      (await agent.call('POST', 'voicecall', 'endmutevideo')).retcode(),
    ]
    expect(codes).toEqual(['200-020', '200-022'])
  })

  it('is described, with data that applications attach', async () => {
    const { agent, callid } = await inConversation(await start({ timing: TIMING }))
    const info = async (path: string): Promise<unknown> =>
      (await agent.call('GET', 'calldata', path)).json().result
    expect(await info('callinfo')).toEqual(callRow(callid))
    expect(await info(`callinfobycallid/${callid}`)).toEqual(callRow(callid))
    expect(await info('allcallid')).toEqual([callid])
    const set = await agent.call('PUT', 'calldata', 'setcalldataex', {
      body: { callid, calldata: 'order 7' },
    })
    expect([set.text, await info('appdata')]).toEqual([OPERATED, 'order 7'])
    await agent.call('POST', 'voicecall', 'hold')
    expect(await info('holdlist')).toMatchObject([{ callid, calldata: 'order 7' }])
    await agent.call('DELETE', 'voicecall', 'release')
    expect(await info('callinfo')).toMatchObject({ callid, endtime: expect.any(Number) as unknown })
    const without = await agent.call('GET', 'calldata', 'callinfo?isNoContainLastCall=true')
    expect(without.retcode()).toBe('400-002')
  })

  it('that rings is described before it is answered', async () => {
    const bench = await start({ timing: TIMING })
    const agent = bench.client()
    await agent.signIn({ autoanswer: false })
    await bench.control('POST', '/agents/101/offer-call', { skillId: 1, caller: '13800000001' })
    const [ringing] = (await agent.eventsUntil('AgentEvent_Ringing')).slice(-1)
    const { callid } = ringing?.content as { callid: string }
    const before = await agent.call('GET', 'calldata', 'callinfobeforeanswer')
    expect(before.json().result).toEqual(callRow(callid))
    expect((await agent.call('PUT', 'voicecall', 'answer')).text).toBe(OPERATED)
    expect((await agent.call('GET', 'calldata', 'callinfobeforeanswer')).retcode()).toBe('400-002')
  })

  it('is transferred to a queue, where its caller waits', async () => {
    const bench = await start({ timing: TIMING })
    const { agent, callid } = await inConversation(bench)
    const body = { devicetype: '1', address: '2', mode: '0', callappdata: 'order 7' }
    expect((await agent.call('POST', 'voicecall', 'transfer', { body })).text).toBe(OPERATED)
    expect(await agent.namesUntil('AgentState_Ready')).toEqual([
      'AgentEvent_Call_Release',
      'AgentState_Ready',
    ])
    await agent.call('POST', 'onlineagent', 'saybusy')
    const waiting = (await agent.call('GET', 'calldata', 'waitcallinfo/2')).json().result
    expect(waiting).toMatchObject([{ callid, callskillid: 2, calldata: 'order 7' }])
    const length = await agent.call('GET', 'queuedevice', 'skillwaitnum/2')
    expect(length.json().result).toBe(1)
    const pulled = await agent.call('POST', 'voicecall', `requestcall/${callid}/0?skillId=2`)
    expect(pulled.text).toBe(OPERATED)
    expect((await agent.eventsUntil('AgentEvent_Talking')).at(-1)).toMatchObject({ content: { callid } })
  })

  it('is transferred to a colleague and taken back', async () => {
    const bench = await start({ timing: TIMING })
    const { agent } = await inConversation(bench)
    const colleague = bench.client('102')
    await colleague.signIn({ autoanswer: false })
    const body = { devicetype: 2, address: '102', mode: 2 }
    expect((await agent.call('POST', 'voicecall', 'transfer', { body })).text).toBe(OPERATED)
    await colleague.namesUntil('AgentEvent_Ringing')
    expect((await agent.call('POST', 'voicecall', 'canceltransfer')).text).toBe(OPERATED)
    expect(await agent.namesUntil('AgentEvent_Talking')).toEqual(['AgentEvent_Talking'])
    expect((await colleague.namesUntil('AgentState_Ready')).at(-1)).toBe('AgentState_Ready')
  })

  it('can be joined with a colleague whose help was asked for', async () => {
    const bench = await start({ timing: TIMING })
    const { agent, callid } = await inConversation(bench)
    await bench.client('102').signIn()
    const body = { dstaddress: '102', devicetype: 2, mode: 1, callappdata: '' }
    const help = await agent.call('POST', 'voicecall', 'innerhelp', { body })
    expect(help.json()).toEqual({
      message: '',
      retcode: '0',
      result: expect.stringMatching(/^\d+-\d+$/) as unknown,
    })
    await agent.namesUntil('AgentEvent_Talking')
    expect((await agent.call('POST', 'voicecall', `connecthold/${callid}`)).text).toBe(OPERATED)
    expect((await agent.call('POST', 'voicecall', 'confjoin', { body: {} })).text).toBe(OPERATED)
    expect((await agent.namesUntil('AgentEvent_Conference')).at(-1)).toBe('AgentEvent_Conference')
    expect((await agent.call('POST', 'voicecall', `dropcall/${callid}`)).text).toBe(OPERATED)
  })
})

describe('calls of the agent', () => {
  it.each<[what: string, path: string, body: unknown]>([
    ['outside', 'callout', { called: '5550100', caller: '', skillid: 1, callappdata: '', mediaability: 0 }],
    ['to a colleague', 'callinner', { called: '102' }],
  ])('%s answer with their callid', async (_what, path, body) => {
    const bench = await start({ timing: TIMING })
    const agent = bench.client()
    await agent.signIn()
    await bench.client('102').signIn()
    await agent.namesUntil('AgentState_Ready')
    const answer = await agent.call('PUT', 'voicecall', path, { body })
    const { result } = answer.json()
    expect(answer.text).toBe(`{"message":"","retcode":"0","result":"${String(result)}"}`)
    const events = await agent.eventsUntil('AgentEvent_Talking')
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'AgentState_Busy',
      'AgentEvent_Customer_Alerting',
      'AgentEvent_Talking',
    ])
    expect(events.at(-1)?.content).toMatchObject({ callid: result })
  })
})

describe('statistics of the day', () => {
  it('count what the agent did', async () => {
    const bench = await start({ timing: TIMING })
    const { agent } = await inConversation(bench)
    await agent.call('POST', 'voicecall', 'hold')
    await agent.call('DELETE', 'voicecall', 'release')
    await agent.call('PUT', 'voicecall', 'callout', { body: { called: '5550100' } })
    await agent.namesUntil('AgentEvent_Talking')
    await agent.call('DELETE', 'voicecall', 'release')
    await agent.call('POST', 'onlineagent', 'saybusy')
    const { result } = (await agent.call('GET', 'calldata', 'statistics')).json()
    expect(result).toEqual({
      talktime: expect.any(Number) as unknown,
      answernums: 1,
      noanswernums: 0,
      calloutnums: 1,
      intercallnums: 0,
      interhelpnums: 0,
      transfernums: 0,
      transferoutnums: 0,
      transferivrnums: 0,
      redirectnums: 0,
      keepnums: 1,
      busynums: 1,
      restnums: 0,
      restoutnums: 0,
      resttime: 0,
      restouttime: 0,
      agentrelease: 2,
      busytime: 0,
    })
  })
})
