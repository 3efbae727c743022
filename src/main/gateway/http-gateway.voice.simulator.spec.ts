import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallTransfer, GatewayApi } from './gateway-api.ts'
import type { GatewayCall } from './testing/gateway-calls.ts'
import { SimulatedGateway, type SimulatedAgent } from './testing/simulated-gateway.ts'

const done = { ok: true, value: null }
const caller = '13800000001'

let world: SimulatedGateway
let agent: SimulatedAgent
let gateway: GatewayApi

beforeAll(async () => {
  world = await SimulatedGateway.start()
})
afterAll(() => world.close())
beforeEach(async () => {
  agent = await world.signIn('101')
  gateway = agent.gateway
  await gateway.resetSkills('101', { mode: 'all' }, false)
})
afterEach(() => world.reset())

/** A conversation with a caller of queue 1; the ID of the call. */
async function talk(): Promise<string> {
  const callId = await world.offerCall('101')
  expect(await agent.next('talking')).toMatchObject({ type: 'talking', callId, caller })
  return callId
}

describe('HttpGateway and the simulator: no call', () => {
  it.each<[string, GatewayCall, string]>([
    ['answerCall', (api) => api.answerCall('101'), '200-002'],
    ['releaseCall', (api) => api.releaseCall('101'), '200-017'],
    ['holdCall', (api) => api.holdCall('101'), '200-013'],
    ['retrieveCall', (api) => api.retrieveCall('101'), '200-015'],
    ['mute', (api) => api.mute('101'), '200-003'],
    ['unmute', (api) => api.unmute('101'), '200-007'],
    ['sendDigits', (api) => api.sendDigits('101', '1'), '200-026'],
    ['transferCall', (api) => api.transferCall('101', { to: 'ivr', ivr: '1', mode: 'release' }), '200-012'],
  ])('%s says that the call is gone', async (_name, call, retcode) => {
    expect(await call(gateway)).toMatchObject({ ok: false, error: { reason: 'call-gone', retcode } })
  })

  it('finds no call and no data of one', async () => {
    expect(await gateway.callInfo('101')).toEqual({ ok: true, value: [] })
    expect(await gateway.callInfoById('101', '1-1')).toEqual(done)
  })

  it('cannot dial a wrong number, pull a call that is not there or use a phone that is not linked', async () => {
    expect(await gateway.callOut('101', { called: 'Ada' })).toMatchObject({
      error: { reason: 'bad-request', retcode: '200-001' },
    })
    expect(await gateway.requestWaitingCall('101', '1-1', 1)).toMatchObject({ ok: false })
    expect(await gateway.pickUpPhone('101')).toMatchObject({ error: { reason: 'platform-refused' } })
    expect(await gateway.hangUpPhone('101')).toMatchObject({ error: { reason: 'platform-refused' } })
  })
})

describe('HttpGateway and the simulator: a call', () => {
  it('rings until it is answered by hand', async () => {
    expect(await gateway.setAutoAnswer('101', false)).toEqual(done)
    const callId = await world.offerCall('101')
    expect(await agent.until('customer-alerting')).toMatchObject([
      { type: 'occupied' },
      { type: 'ringing', callId, caller, isAutoAnswer: false },
      { type: 'customer-alerting', callId, otherAgentId: null },
    ])
    expect(await gateway.answerCall('101', callId)).toEqual(done)
    expect(await agent.next('talking')).toMatchObject({ type: 'talking', callId, caller })
  })

  it('is described while it lasts, and by its ID when it is over', async () => {
    const callId = await talk()
    const present = await gateway.callInfo('101')
    expect(present).toMatchObject({
      ok: true,
      value: [{ callId, caller, callSkillId: 1, feature: 0, beganAt: expect.any(Number) as number }],
    })
    expect(await gateway.releaseCall('101')).toEqual(done)
    await agent.next('idle')
    expect(await gateway.callInfo('101')).toEqual({ ok: true, value: [] })
    expect(await gateway.callInfoById('101', callId)).toMatchObject({
      ok: true,
      value: { callId, caller, endedAt: expect.any(Number) as number },
    })
    expect(await gateway.dayStatistics('101')).toMatchObject({
      ok: true,
      value: { answeredCalls: 1, releasedByAgent: 1, callOuts: 0 },
    })
  })

  it('is held and retrieved, muted and unmuted, and dialled into', async () => {
    const callId = await talk()
    expect(await gateway.mute('101')).toEqual(done)
    expect(await gateway.mute('101')).toMatchObject({ ok: false, error: { retcode: '200-004' } })
    expect(await gateway.unmute('101')).toEqual(done)
    expect(await gateway.sendDigits('101', '12*#')).toEqual(done)
    expect(await gateway.holdCall('101')).toEqual(done)
    expect(await agent.next('held')).toEqual({ type: 'held', callId })
    expect(await gateway.retrieveCall('101', callId)).toEqual(done)
    expect(await agent.next('talking')).toMatchObject({ callId })
    expect(await gateway.releaseCall('101')).toEqual(done)
    expect(await agent.until('idle')).toMatchObject([
      { type: 'call-released', callId, by: 'agent' },
      { type: 'call-released', callId, by: 'customer' },
      { type: 'idle' },
    ])
  })

  it('goes out, with the ID of the events to come', async () => {
    const calling = await gateway.callOut('101', { called: '5550102', skillId: 1, media: 'audio' })
    expect(calling).toMatchObject({ ok: true, value: expect.stringMatching(/^\d+-\d+$/) as string })
    const callId = calling.ok ? calling.value : null
    expect(await agent.until('talking')).toMatchObject([
      { type: 'occupied' },
      { type: 'customer-alerting', callId, otherPhone: '5550102' },
      { type: 'talking', callId },
    ])
    expect(await gateway.callInfoById('101', callId ?? '')).toMatchObject({
      value: { called: '5550102', feature: 7 },
    })
  })

  it('is pulled out of a queue', async () => {
    await gateway.sayBusy('101')
    await agent.next('busy')
    const { callid } = await world.control('/calls', { skillId: 2, caller })
    expect(await gateway.requestWaitingCall('101', String(callid), 2)).toEqual(done)
    expect(await agent.next('talking')).toMatchObject({ type: 'talking', callId: callid, caller })
  })
})

describe('HttpGateway and the simulator: transfers', () => {
  const number = '5550104'

  it.each<CallTransfer>([
    { to: 'queue', skillId: 2, mode: 'release' },
    { to: 'queue', skillId: 2, mode: 'success' },
    { to: 'agent', workNo: '102', mode: 'release' },
    { to: 'agent', workNo: '102', mode: 'success', skillId: 1 },
    { to: 'ivr', ivr: '1', mode: 'release' },
    { to: 'ivr', ivr: '1', mode: 'suspend' },
    { to: 'access-code', accessCode: '90002', mode: 'release' },
    { to: 'access-code', accessCode: '90002', mode: 'success' },
    { to: 'number', number, mode: 'release' },
    { to: 'number', number, mode: 'success', caller: '3001' },
    { to: 'number', number, mode: 'talk' },
    { to: 'number', number, mode: 'three-party', isCustomerHeld: true, media: 'audio', appData: 'order 7' },
  ])('%j is understood', async (transfer) => {
    const colleague = await world.signIn('102')
    await colleague.gateway.resetSkills('102', { mode: 'list', skillIds: [1] }, false)
    await talk()
    expect(await gateway.transferCall('101', transfer)).toEqual(done)
  })

  it.each<CallTransfer>([
    { to: 'queue', skillId: 77, mode: 'release' },
    { to: 'agent', workNo: '103', mode: 'success' },
    { to: 'access-code', accessCode: '1', mode: 'release' },
  ])('%j is refused: there is no such target', async (transfer) => {
    await talk()
    expect(await gateway.transferCall('101', transfer)).toMatchObject({
      error: { reason: 'platform-refused' },
    })
  })

  it('moves the call into another queue', async () => {
    await gateway.setAutoIdle('101', false)
    const callId = await talk()
    await gateway.transferCall('101', { to: 'queue', skillId: 2, mode: 'release' })
    await agent.next('wrap-up')
    expect(await gateway.waitingCalls('101', 2)).toMatchObject({ ok: true, value: [{ callId, caller }] })
  })

  it('brings three parties together', async () => {
    const callId = await talk()
    await gateway.transferCall('101', { to: 'number', number, mode: 'three-party' })
    const events = await agent.until('conference')
    expect(events).toContainEqual({ type: 'held', callId })
    expect(events.at(-1)).toMatchObject({ type: 'conference', callId: expect.any(String) as string })
  })
})
