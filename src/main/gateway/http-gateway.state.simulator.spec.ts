import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GatewayApi } from './gateway-api.ts'
import { SimulatedGateway, type SimulatedAgent } from './testing/simulated-gateway.ts'

const done = { ok: true, value: null }

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
})
afterEach(() => world.reset())

describe('HttpGateway and the simulator: the agent', () => {
  it('is busy for a reason of the customer, and changes it', async () => {
    expect(await gateway.sayBusy('101', { reason: 199 })).toMatchObject({ error: { reason: 'bad-request' } })
    expect(await gateway.sayBusy('101', { reason: 200 })).toEqual(done)
    expect(await agent.next('busy')).toEqual({ type: 'busy', reason: 200, isForced: false })
    expect(await gateway.sayBusy('101', { reason: 250, isProlonged: true })).toEqual(done)
    expect(await agent.next('busy')).toEqual({ type: 'busy', reason: 250, isForced: false })
  })

  it('rests, and rests longer', async () => {
    await gateway.resetSkills('101', { mode: 'all' }, false)
    expect(await gateway.rest('101', 0, 0)).toMatchObject({ error: { reason: 'bad-request' } })
    expect(await gateway.rest('101', 600, 1)).toEqual(done)
    expect(await agent.next('rest')).toEqual({ type: 'rest', reason: 1 })
    expect(await gateway.rest('101', 900, 2, true)).toEqual(done)
    expect(await agent.next('rest')).toEqual({ type: 'rest', reason: 2 })
  })

  it('knows the reasons for a rest', async () => {
    const reasons = await gateway.restReasons('101')
    expect(reasons).toMatchObject({
      ok: true,
      value: expect.arrayContaining([{ id: 1, text: 'Lunch' }]) as [],
    })
  })

  it('has a state of the customer for as long as it is set', async () => {
    expect(await gateway.setCustomState('101', 65_535)).toMatchObject({ error: { reason: 'bad-request' } })
    expect(await gateway.customState('101')).toEqual({ ok: true, value: null })
    expect(await gateway.setCustomState('101', 0)).toEqual(done)
    expect(await gateway.customState('101')).toEqual({ ok: true, value: 0 })
    expect(await gateway.cancelCustomState('101')).toEqual(done)
    expect(await gateway.customState('101')).toEqual({ ok: true, value: null })
  })

  it('is forced into states by an inspector', async () => {
    await world.control('/agents/101/force-state', { state: 'busy' })
    expect(await agent.next('busy')).toMatchObject({ isForced: true })
    await world.control('/agents/101/force-state', { state: 'idle' })
    expect(await agent.next('idle')).toMatchObject({ isForced: true })
  })

  it('keeps the sign-in alive in both ways', async () => {
    expect(await gateway.handshake('101')).toEqual(done)
    expect(await gateway.heartbeat('101')).toMatchObject({
      ok: true,
      value: { loginTime: expect.stringMatching(/^\d{13}$/) as string },
    })
  })

  it('reads what a colleague is configured for', async () => {
    const own = await gateway.configuredSkills('101')
    expect(own.ok && own.value.length).toBeGreaterThan(0)
    expect(await gateway.skillsOfAgent('101', '101')).toEqual(own)
    expect(await gateway.skillsOfAgent('101', '999')).toMatchObject({ ok: false })
  })

  it('is signed out with a reason, and not with one that cannot be', async () => {
    expect(await gateway.forceSignOutWithReason('101', 0)).toMatchObject({
      error: { reason: 'bad-request', retcode: '100-005' },
    })
    expect(await gateway.forceSignOutWithReason('101', 7)).toEqual(done)
    expect(await gateway.sayIdle('101')).toMatchObject({ error: { kind: 'session-gone' } })
  })
})
