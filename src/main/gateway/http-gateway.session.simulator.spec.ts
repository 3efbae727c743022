import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoSignIn, SimulatedGateway } from './testing/simulated-gateway.ts'

const done = { ok: true, value: null }

let world: SimulatedGateway

beforeAll(async () => {
  world = await SimulatedGateway.start()
})
afterAll(() => world.close())
afterEach(() => world.reset())

describe('HttpGateway and the simulator: accounts', () => {
  it.each([
    [{ isLocked: true }, 'account-locked'],
    [{ isPasswordExpired: true }, 'password-expired'],
    [{ password: 'Another#1' }, 'wrong-credentials'],
  ])('cannot sign in with %j: %s', async (setup, reason) => {
    await world.control('/agents/102/configure', setup)
    const { gateway } = await world.signIn('101')
    expect(await gateway.signIn(demoSignIn('102'))).toMatchObject({ error: { kind: 'refused', reason } })
  })

  it('cannot push out an agent who is protected', async () => {
    await world.control('/agents/101/configure', { isProtected: true })
    const first = await world.signIn('101')
    const other = await world.signIn('102')
    expect(await other.gateway.forceSignIn(demoSignIn('101'))).toMatchObject({
      error: { reason: 'signed-in-and-protected' },
    })
    expect(await first.gateway.sayBusy('101')).toEqual(done)
  })

  it('is told that the password has to be changed, and changes it', async () => {
    await world.control('/agents/101/configure', { mustChangePassword: true, passwordDaysLeft: 0 })
    const { gateway } = await world.signIn('102')
    expect(await gateway.signIn(demoSignIn('101'))).toMatchObject({
      ok: true,
      value: { isPasswordChangeForced: true, passwordDaysLeft: 0 },
    })
    const change = (oldPassword: string, newPassword: string) =>
      gateway.changePassword('101', oldPassword, newPassword)
    expect(await change('wrong', 'Deskside#new1')).toMatchObject({ error: { reason: 'wrong-credentials' } })
    expect(await change('Deskside#101', 'Deskside#101')).toMatchObject({ error: { retcode: '110-017' } })
    expect(await change('Deskside#101', 'simple')).toMatchObject({ error: { reason: 'bad-request' } })
    expect(await change('Deskside#101', 'Deskside#new1')).toEqual(done)
    await gateway.signOut('101')
    expect(await gateway.signIn({ ...demoSignIn('101'), password: 'Deskside#new1' })).toMatchObject({
      ok: true,
      value: { isPasswordChangeForced: false },
    })
  })
})

describe('HttpGateway and the simulator: a switch-over', () => {
  it('is said to every request while it lasts', async () => {
    const { gateway } = await world.signIn('101')
    await world.control('/switch-over', { seconds: 3_600 })
    expect(await gateway.sayBusy('101')).toMatchObject({ error: { kind: 'switch-over', retcode: '000-004' } })
    expect(await gateway.pollEvent('101', new AbortController().signal)).toMatchObject({
      error: { kind: 'switch-over', retcode: '105-002' },
    })
  })

  it('wakes a poll that waits', async () => {
    const { gateway } = await world.signIn('101')
    const polling = gateway.pollEvent('101', new AbortController().signal)
    await world.control('/switch-over', { seconds: 3_600 })
    expect(await polling).toMatchObject({ error: { kind: 'switch-over' } })
  })

  it.each([
    ['lost', '105-001'],
    ['timed-out', '105-005'],
    ['other-guid', '105-006'],
    ['off', '105-007'],
  ])('ends badly (%s): only a new sign-in helps', async (outcome, retcode) => {
    const { gateway } = await world.signIn('101')
    await world.control('/switch-over', { seconds: 0, outcome })
    expect(await gateway.sayBusy('101')).toMatchObject({ error: { kind: 'sign-in-again', retcode } })
    expect(await gateway.signIn(demoSignIn('101'))).toMatchObject({ ok: true })
  })

  it('ends well, with the same Guid', async () => {
    const { gateway } = await world.signIn('101')
    await world.control('/switch-over', { seconds: 0 })
    expect(await gateway.sayBusy('101')).toMatchObject({ error: { kind: 'switch-over', retcode: '105-003' } })
    expect(await gateway.sayBusy('101')).toEqual(done)
  })
})

describe('HttpGateway and the simulator: who is there', () => {
  it('reads the agents of a queue and of the whole VDN', async () => {
    const { gateway } = await world.signIn('101')
    const colleague = await world.signIn('102')
    await gateway.resetSkills('101', { mode: 'list', skillIds: [1] }, false)
    await colleague.gateway.resetSkills('102', { mode: 'list', skillIds: [2] }, false)
    await colleague.gateway.sayBusy('102')

    const ofQueue = await gateway.agentsOfQueue('101', 1)
    expect(ofQueue).toMatchObject({ ok: true, value: [{ agentId: '101', state: 'idle' }] })
    expect(await gateway.agentsOfQueue('101', 77)).toMatchObject({ error: { reason: 'platform-refused' } })

    const everybody = await gateway.allAgentStatus('101')
    if (!everybody.ok) throw new Error(everybody.error.kind)
    const states = new Map(everybody.value.map((agent) => [agent.agentId, agent.state]))
    expect([states.get('101'), states.get('102'), states.get('103')]).toEqual(['idle', 'busy', 'signed-out'])
  })
})
