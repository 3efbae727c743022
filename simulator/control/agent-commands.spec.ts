import { describe, expect, it } from 'vitest'
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
