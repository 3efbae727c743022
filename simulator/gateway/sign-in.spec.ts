import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const put = (agent: GatewayClient, path: string, body: unknown): ReturnType<GatewayClient['call']> =>
  agent.call('PUT', 'onlineagent', path, { body })
const byAccount = (agent: GatewayClient, body: unknown): ReturnType<GatewayClient['call']> =>
  agent.send('PUT', '/agentgateway/resource/onlineagent/loginbyaccount', { body })

describe('refused sign-ins', () => {
  it.each<[why: string, setup: object, path: string, code: string]>([
    ['a locked account', { isLocked: true }, '', '110-016'],
    ['a locked account, by force', { isLocked: true }, 'forcelogin', '110-016'],
    ['an expired password', { isPasswordExpired: true }, 'loginex', '100-020'],
  ])('%s', async (_why, setup, path, code) => {
    const { client, control } = await start()
    const agent = client()
    await control('POST', '/agents/101/configure', setup)
    const answer = await put(agent, path, agent.credentials())
    expect([answer.retcode(), agent.guid]).toEqual([code, null])
  })

  it.each(['forcelogin', 'forceloginex', 'forceloginexwithoutphone'])(
    '%s of an agent who may not be forced out: 100-015, and he stays',
    async (path) => {
      const { client, control } = await start()
      const [first, second] = [client(), client()]
      await control('POST', '/agents/101/configure', { isProtected: true })
      await first.signIn()
      expect((await put(second, path, second.credentials())).retcode()).toBe('100-015')
      expect((await first.call('GET', 'onlineagent', 'agentstatus')).retcode()).toBe('0')
    },
  )

  it.each<[what: string, body: object, code: string]>([
    ['no account', { password: 'Deskside#101' }, '000-006'],
    ['an unknown account', { account: 'nobody', password: 'x' }, '100-062'],
    ['a wrong password', { account: 'agent101', password: 'x' }, '100-062'],
    ['agent type 5', { account: 'agent101', password: 'Deskside#101', agenttype: 5 }, '100-012'],
  ])('by account: %s', async (_what, body, code) => {
    const { client } = await start()
    expect((await byAccount(client(), body)).retcode()).toBe(code)
  })

  it('by a locked account: 100-061', async () => {
    const { client, control } = await start()
    await control('POST', '/agents/101/configure', { isLocked: true })
    const answer = await byAccount(client(), { account: 'agent101', password: 'Deskside#101' })
    expect(answer.retcode()).toBe('100-061')
  })

  it.each<[what: string, body: Readonly<Record<string, unknown>>]>([
    ['elsewhere', { callBackUri: 'http://example.org/events', serviceToken: 't' }],
    ['by another protocol', { callBackUri: 'ftp://127.0.0.1/events', serviceToken: 't' }],
    ['with a token of special characters', { callBackUri: 'http://127.0.0.1:1/', serviceToken: 'a b' }],
    ['with a token over 50 characters', { callBackUri: 'http://127.0.0.1:1/', serviceToken: 'x'.repeat(51) }],
  ])('for push %s: 100-001', async (_what, body) => {
    const { client } = await start()
    expect((await client().signIn(body)).retcode()).toBe('100-001')
  })
})

describe('sign-in with little', () => {
  it.each<[path: string, body: object, phone: string]>([
    ['loginex', {}, ''],
    ['loginex', { phonenum: '8101' }, '8101'],
    ['loginex', { password: 'Deskside#101', phonenum: '8101' }, '8101'],
    ['forceloginex', { phonenum: '8101' }, '8101'],
    ['forceloginexwithoutphone', { phonenum: '8101' }, ''],
  ])('%s %j', async (path, body, phone) => {
    const { client, simulator } = await start()
    expect((await put(client(), path, body)).retcode()).toBe('0')
    expect(simulator.world.agents.get('101')?.presence?.phone).toBe(phone)
  })

  it('still refuses a password that is wrong', async () => {
    const { client } = await start()
    expect((await put(client(), 'loginex', { password: 'x' })).retcode()).toBe('100-004')
  })

  it('without a phone: no skill sign-in and no calls, until one is bound', async () => {
    const { client, control } = await start()
    const agent = client()
    await put(agent, 'loginex', {})
    expect((await agent.call('POST', 'onlineagent', 'resetskill/true')).retcode()).toBe('100-007')
    expect((await control('POST', '/agents/101/offer-call')).status).toBe(409)
    const bound = await agent.call('POST', 'onlineagent', 'bindphone', { body: { phonenum: '8101' } })
    expect(bound.text).toBe('{"result":{},"message":"success","retcode":"0"}')
    expect((await agent.call('POST', 'onlineagent', 'resetskill/true')).retcode()).toBe('0')
    expect((await control('POST', '/agents/101/offer-call')).status).toBe(200)
  })

  it('a phone in use cannot be bound', async () => {
    const { client } = await start()
    const [first, second] = [client('101'), client('102')]
    await first.signIn()
    await put(second, 'loginex', {})
    const bound = await second.call('POST', 'onlineagent', 'bindphone', { body: { phonenum: '8101' } })
    expect(bound.retcode()).toBe('100-011')
  })

  it('by account answers with the agent ID and the phone as well', async () => {
    const { client } = await start()
    const agent = client()
    const answer = await byAccount(agent, { account: 'agent101', password: 'Deskside#101' })
    expect(answer.json().result).toMatchObject({ workno: '101', phoneNum: '8101', isForceChange: 'false' })
    expect((await agent.call('GET', 'onlineagent', 'agentstatus')).retcode()).toBe('0')
  })
})

describe('the password', () => {
  const OLD = 'Deskside#101'
  const change = (agent: GatewayClient, body: object): ReturnType<GatewayClient['call']> =>
    agent.call('POST', 'onlineagent', 'modifyaccountpwdex', { body })

  it.each<[why: string, body: object, code: string]>([
    ['no new one', { oldPassword: OLD }, '000-006'],
    ['a wrong old one', { oldPassword: 'x', newPassword: 'Another#1' }, '100-004'],
    ['the old one again', { oldPassword: OLD, newPassword: OLD }, '110-017'],
    ['the account', { oldPassword: OLD, newPassword: 'agent101' }, '110-018'],
    ['too simple a one', { oldPassword: OLD, newPassword: 'abcdefgh1' }, '110-019'],
    ['too short a one', { oldPassword: OLD, newPassword: 'Ab#1' }, '110-020'],
    ['too long a one', { oldPassword: OLD, newPassword: `Ab#1${'x'.repeat(27)}` }, '110-020'],
    [
      'another confirmation',
      { oldPassword: OLD, newPassword: 'Another#1', confirmPassword: 'Another#2' },
      '110-022',
    ],
  ])('is not changed to %s', async (_why, body, code) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    expect((await change(agent, body)).retcode()).toBe(code)
    expect((await client().signIn({}, true)).retcode()).toBe('0')
  })

  it('wrong five times in a row locks the account', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const codes: unknown[] = []
    for (let tries = 0; tries < 5; tries += 1) {
      codes.push((await change(agent, { oldPassword: 'x', newPassword: 'Another#1' })).retcode())
    }
    expect(codes).toEqual(['100-004', '100-004', '100-004', '100-004', '110-021'])
    expect((await client().signIn({}, true)).retcode()).toBe('110-016')
  })

  it('that must be changed keeps calls away until it is', async () => {
    const { client, control } = await start()
    const agent = client()
    await control('POST', '/agents/101/configure', { mustChangePassword: true, passwordDaysLeft: 9 })
    expect((await agent.signIn()).json().result).toMatchObject({ isForceChange: 'true', timeRemaining: '9' })
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    await control('POST', '/calls', { skillId: 1 })
    expect((await control('POST', '/agents/101/offer-call')).status).toBe(409)
    await agent.namesUntil('AgentState_Ready')
    const changed = await change(agent, { oldPassword: OLD, newPassword: 'Another#1' })
    expect(changed.text).toBe('{"result":{},"message":"success","retcode":"0"}')
    expect((await agent.namesUntil('AgentEvent_Talking')).at(0)).toBe('AgentState_Busy')
    const again = await client().signIn({ password: 'Another#1' }, true)
    expect(again.json().result).toMatchObject({ isForceChange: 'false', timeRemaining: '' })
  })
})
