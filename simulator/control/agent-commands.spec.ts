import { describe, expect, it } from 'vitest'
import { ManualClock } from '../world/clock.ts'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()

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

describe('a phone', () => {
  it.each<[linkage: string, agentId: string, results: unknown[]]>([
    ['by-number', '101', [0]],
    ['by-number', '106', [1]],
    ['links', '106', [0]],
    ['fails', '101', [1]],
  ])('whose linkage is %s, of agent %s: %j', async (linkage, agentId, results) => {
    const { client, control } = await start()
    await control('POST', `/agents/${agentId}/configure`, { linkage })
    const agent = client(agentId)
    await agent.signIn({ phonelinkage: true })
    const events = await agent.eventsUntil('AgentEvent_linkageCapability')
    expect(events.slice(2).map(({ content }) => (content as { result: number }).result)).toEqual(results)
  })

  it('that goes offline by itself tells so, and cannot be linked until it is back', async () => {
    const clock = new ManualClock()
    const { client, control } = await start({ clock })
    await control('POST', '/agents/106/configure', { linkage: 'goes-offline' })
    const agent = client('106')
    await agent.signIn({ phonelinkage: true, releasephone: true })
    await agent.eventsUntil('AgentEvent_linkageCapability')
    clock.advance(5000)
    expect(await agent.eventsUntil('AgentEvent_linkagePhoneStatus')).toMatchObject([
      { eventType: 'AgentOther_PhoneUnknow' },
      { content: { result: 4 } },
    ])
    const capability = async (): Promise<unknown> => {
      await agent.call('POST', 'onlineagent', 'resetskill/true?phonelinkage=1')
      return (await agent.eventsUntil('AgentEvent_linkageCapability')).at(-1)?.content
    }
    expect(await capability()).toEqual({ result: 1 })
    await control('POST', '/agents/106/phone', { event: 'online' })
    expect(await capability()).toEqual({ result: 0 })
  })

  it.each<[verb: string, path: string, events: string[]]>([
    ['POST', 'phonepickup', ['AgentOther_PhoneOffhook', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking']],
    ['PUT', 'phonepickup', ['AgentOther_PhoneOffhook', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking']],
    [
      'POST',
      'phonehangup',
      ['AgentOther_PhoneRelease', 'AgentEvent_No_Answer', 'AgentState_SetNotReady_Success'],
    ],
    [
      'PUT',
      'phonehangup',
      ['AgentOther_PhoneRelease', 'AgentEvent_No_Answer', 'AgentState_SetNotReady_Success'],
    ],
  ])('that rings and is linked obeys %s %s', async (verb, path, events) => {
    const { client, control } = await start({ timing: { offerMs: [0, 0], liftMs: [60_000, 60_000] } })
    const agent = client()
    await agent.signIn({ phonelinkage: true, releasephone: true })
    await control('POST', '/agents/101/offer-call')
    await agent.namesUntil('AgentOther_PhoneAlerting')
    expect((await agent.call(verb, 'voicecall', path)).retcode()).toBe('0')
    const names = await agent.namesUntil(events.at(-1) ?? '')
    expect(names.filter((name) => !name.includes('linkage'))).toEqual(events)
  })

  it('obeys its keys', async () => {
    const { client, control } = await start({ timing: { offerMs: [0, 0], liftMs: [0, 0] } })
    const agent = client()
    await agent.signIn({ phonelinkage: true })
    await control('POST', '/agents/101/offer-call')
    await agent.namesUntil('AgentEvent_Talking')
    for (const key of ['hold', 'unhold']) {
      expect((await control('POST', '/agents/101/phone', { key })).status).toBe(200)
    }
    expect(await agent.namesUntil('AgentEvent_linkagePhoneUnHold')).toEqual([
      'AgentEvent_linkagePhoneHold',
      'AgentEvent_linkagePhoneUnHold',
    ])
  })

  it('of somebody who does not lift it rings in vain; and a number outside can be dead', async () => {
    const clock = new ManualClock()
    const { client, control } = await start({ clock })
    const agent = client()
    await control('POST', '/agents/101/configure', { liftsPhone: false })
    await agent.signIn({ releasephone: true })
    await control('POST', '/agents/101/offer-call')
    clock.advance(30_000)
    expect((await agent.eventsUntil('AgentState_SetNotReady_Success')).at(-1)?.content).toEqual({
      reason: '2',
    })
    await control('POST', '/agents/101/configure', { liftsPhone: true })
    await control('POST', '/numbers/5550100', { isAnswered: false })
    await agent.call('PUT', 'voicecall', 'callout', { body: { called: '5550100' } })
    clock.advance(30_000)
    expect((await agent.namesUntil('AgentState_Ready')).slice(-4)).toEqual([
      'AgentOther_PhoneRelease',
      'AgentEvent_Call_Out_Fail',
      'AgentEvent_Connect_Fail',
      'AgentState_Ready',
    ])
  })
})
