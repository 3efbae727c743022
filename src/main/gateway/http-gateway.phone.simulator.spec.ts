import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GatewayApi } from './gateway-api.ts'
import { SimulatedGateway, type SimulatedAgent } from './testing/simulated-gateway.ts'

const done = { ok: true, value: null }
const hour = 3_600_000

let world: SimulatedGateway
let agent: SimulatedAgent
let gateway: GatewayApi

/** Nobody lifts a ringing phone by himself here: the client does it. A call out is given up at once. */
beforeAll(async () => {
  world = await SimulatedGateway.start({ timing: { liftMs: [hour, hour], noAnswerMs: 0 } })
})
afterAll(() => world.close())
beforeEach(async () => {
  agent = await world.signIn('101', { isAlwaysOffHook: false, isLinked: true, autoIdle: false })
  gateway = agent.gateway
  expect(await agent.next('linkage-result')).toEqual({ type: 'linkage-result', result: 0 })
})
afterEach(() => world.reset())

async function talk(): Promise<string> {
  const callId = await world.offerCall('101')
  await agent.next('phone-alerting')
  await gateway.pickUpPhone('101')
  await agent.next('talking')
  return callId
}

describe('HttpGateway and the simulator: a linked phone', () => {
  it('rings, is lifted from here, and is on-hook again after the call', async () => {
    const callId = await world.offerCall('101')
    await agent.next('phone-alerting')
    expect(await agent.next('linked-phone')).toEqual({ type: 'linked-phone', status: 5 })
    expect(await gateway.pickUpPhone('101')).toEqual(done)
    const events = await agent.until('talking')
    expect(events).toContainEqual({ type: 'phone-off-hook', part: 'main' })
    expect(events.at(-1)).toMatchObject({ callId })
    expect(await gateway.releaseCall('101')).toEqual(done)
    // Whether a release by the client counts as the agent's or the platform's hanging up is documented nowhere.
    expect((await agent.next('phone-released')).by).not.toBe('unknown')
  })

  it('rejects a call', async () => {
    const callId = await world.offerCall('101')
    await agent.next('phone-alerting')
    expect(await gateway.hangUpPhone('101')).toEqual(done)
    const events = await agent.until('busy')
    expect(events).toContainEqual({ type: 'phone-released', by: 'agent' })
    expect(events).toContainEqual({ type: 'no-answer', callId })
    expect(events.at(-1)).toEqual({ type: 'busy', reason: 7, isForced: false })
  })

  it('holds, retrieves and passes the call on with its keys', async () => {
    const callId = await talk()
    await world.control('/agents/101/phone', { key: 'hold' })
    expect(await agent.next('linked-hold')).toEqual({ type: 'linked-hold', callId })
    await world.control('/agents/101/phone', { key: 'unhold' })
    expect(await agent.next('linked-retrieve')).toEqual({ type: 'linked-retrieve', callId })
    await world.control('/agents/101/phone', { key: 'transfer', number: '5550104' })
    expect(await agent.next('linked-transfer')).toEqual({
      type: 'linked-transfer',
      target: { address: '5550104', addressType: 6 },
      own: { address: '8101', addressType: 6 },
    })
    expect(await agent.next('linked-transfer-result')).toEqual({
      type: 'linked-transfer-result',
      result: 0,
      callId,
    })
  })

  it('dials out under an ID that is not the one of the call', async () => {
    await world.control('/agents/101/phone', { key: 'call-out', number: '5550104' })
    const announced = await agent.next('linked-call-out')
    expect(announced).toMatchObject({
      called: { address: '5550104', addressType: 6 },
      caller: { address: '8101', addressType: 6 },
      skillId: null,
    })
    const alerting = await agent.next('customer-alerting')
    expect(alerting.callId).not.toBe(announced.callId)
  })

  it('goes offline and comes back', async () => {
    await world.control('/agents/101/phone', { event: 'offline' })
    expect(await agent.next('linked-phone')).toEqual({ type: 'linked-phone', status: 4 })
    await world.control('/agents/101/phone', { event: 'online' })
    expect(await agent.next('linked-phone')).toEqual({ type: 'linked-phone', status: 3 })
  })

  it('is not lifted for a call out, which fails', async () => {
    await world.control('/agents/101/configure', { liftsPhone: false })
    const calling = await gateway.callOut('101', { called: '5550102' })
    const callId = calling.ok ? calling.value : null
    const events = await agent.until('phone-released')
    expect(events).toContainEqual({ type: 'call-out-failed', callId, isInternal: false })
    expect(events).toContainEqual({ type: 'connect-failed', callId })
  })
})

describe('HttpGateway and the simulator: a phone that does not take to linkage', () => {
  it('says that it could not be linked', async () => {
    await world.control('/agents/102/configure', { linkage: 'fails' })
    const colleague = await world.signIn('102', { isLinked: true })
    expect((await colleague.next('linkage-result')).result).not.toBe(0)
  })
})
