import { describe, expect, it } from 'vitest'
import { redact, redactText } from './redact.ts'

describe('by field name', () => {
  it.each([
    'password',
    'Password',
    'demoPassword',
    'oldPasswd',
    'appSecret',
    'app_secret',
    'appKey',
    'app_key',
    'AccessToken',
    'token',
    'guid',
    'Guid',
    'Set-GUID',
    'JSESSIONID',
    'authorization',
    'Authorization',
    'Cookie',
    'phone',
    'phonenumber',
    'phoneNo',
    'caller',
    'callerNo',
    'called',
    'ani',
    'credentials',
  ])('%s is masked', (name) => {
    expect(redact({ [name]: 'sesame' })).toEqual({ [name]: '[redacted]' })
    expect(redact({ deep: [{ [name]: ['sesame', 5551] }] })).toEqual({ deep: [{ [name]: '[redacted]' }] })
  })

  it.each([
    ['agentId', '101'],
    ['retcode', '100-002'],
    ['isPasswordChangeForced', true],
    ['hasCredentials', false],
    ['passwordDaysLeft', null],
    ['phoneLinkage', 1],
    ['skillId', 3],
  ])('%s stays', (name, value) => {
    expect(redact({ [name]: value })).toEqual({ [name]: value })
  })
})

describe('by pattern', () => {
  it.each([
    ['Authorization: Bearer abc.def-123', 'abc.def'],
    ['{"Guid":"JSESSIONID=7f3a-99"}', '7f3a'],
    ['Set-GUID: JSESSIONID=7f3a99', '7f3a99'],
    ['password=hunter2&x=1', 'hunter2'],
    ['{"password":"hunter2"}', 'hunter2'],
    ['phonenum: 8101', '8101'],
    ['https://agent:hunter2@gw.example/x', 'hunter2'],
    ['call from 13800000001 waits', '13800000001'],
    ['call from +49 30 1234567', '1234567'],
    ['call from (030) 123-4567', '123-4567'],
  ])('%s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret)
    expect(redactText(text)).toContain('[redacted]')
  })

  it.each([
    'https://gateway.example:8043/agentgateway/resource/onlineagent/101',
    'retcode 100-002 after 15000 ms',
    'agent 999999',
    '2026-11-21T08:30:05.007Z',
    'at Object.run (file:///app/out/main/index.js:1234:56)',
  ])('keeps %s', (text) => {
    expect(redactText(text)).toBe(text)
  })
})

describe('values of every shape', () => {
  it('an error keeps its code, loses secrets, and shows its cause', () => {
    const cause = Object.assign(new Error('token=abc'), { code: 'ECONNRESET' })
    const value = redact(new Error('password=hunter2', { cause })) as Record<string, unknown>
    expect(value).toMatchObject({
      name: 'Error',
      message: 'password=[redacted]',
      cause: { code: 'ECONNRESET', message: 'token=[redacted]' },
    })
    expect(JSON.stringify(value)).not.toContain('hunter2')
  })

  it('cycles, depth and length are bounded', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    expect(redact(cyclic)).toEqual({ self: '[cycle]' })
    expect(JSON.stringify(redact({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }))).toContain('[deep]')
    expect(redact(Array.from({ length: 60 }, (_, n) => n))).toHaveLength(51)
    expect(redactText('x'.repeat(5000))).toHaveLength(4001)
  })

  it.each([
    [5n, '5'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), '[invalid date]'],
    [() => 1, '[function]'],
    [Symbol('x'), '[symbol]'],
    [undefined, undefined],
    [null, null],
  ])('%s', (value, expected) => {
    expect(redact(value)).toEqual(expected)
  })

  it('does not run getters', () => {
    const value = {
      get trap(): string {
        throw new Error('ran')
      },
    }
    expect(redact(value)).toEqual({})
  })
})
