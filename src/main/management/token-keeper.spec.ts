import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import { answer, type ScriptEntry } from '../gateway/testing/scripted-transport.ts'
import { connect, startService, success, tokenAnswer, tokenPath } from './testing/management-service.ts'

const unauthorized = answer({ resultCode: '1', resultMessage: 'expired' }, { status: 401 })

describe('token: refusals', () => {
  it.each<[string, ScriptEntry, object]>([
    ['HTTP 401', unauthorized, { code: 'refused', reason: 'wrong-app-key', retcode: 'HTTP 401' }],
    ['HTTP 403', answer('', { status: 403 }), { code: 'refused', reason: 'no-right' }],
    ['HTTP 400', answer('', { status: 400 }), { code: 'refused', reason: 'bad-request' }],
    ['HTTP 502', answer('<html>', { status: 502 }), { code: 'malformed-answer' }],
    ['no JSON', answer('<html>'), { code: 'malformed-answer' }],
    ['no token', answer({ Expires: '600' }), { code: 'malformed-answer' }],
    ['an empty token', answer({ AccessToken: '', Expires: '600' }), { code: 'malformed-answer' }],
    [
      'a token with a line break',
      answer({ AccessToken: 'a\r\nb', Expires: '600' }),
      { code: 'malformed-answer' },
    ],
    ['no life', answer({ AccessToken: 'a' }), { code: 'malformed-answer' }],
    [
      'the life under another name',
      answer({ AccessToken: 'a', ExpiresIn: '600' }),
      { code: 'malformed-answer' },
    ],
    ['no life left', answer({ AccessToken: 'a', Expires: '0' }), { code: 'malformed-answer' }],
    ['a time-out', err({ kind: 'timed-out' }), { code: 'timed-out' }],
    ['a cut', err({ kind: 'cut' }), { code: 'unreachable' }],
  ])('%s instead of a token leaves nothing in doubt about the command', async (_what, script, error) => {
    const { transport, calls } = startService([success], [script])
    expect(await connect(transport).unbindAgents(3, ['agent102'])).toMatchObject({
      ok: false,
      error: { ...error, isOutcomeUnknown: false },
    })
    expect(calls()).toHaveLength(0)
  })

  it('asks again after a failure instead of keeping it', async () => {
    const { transport, tokenCalls } = startService(
      [success],
      [err({ kind: 'timed-out' }), tokenAnswer('good')],
    )
    const management = connect(transport)
    expect(await management.unbindAgents(3, ['a'])).toMatchObject({ ok: false })
    expect(await management.unbindAgents(3, ['a'])).toMatchObject({ ok: true })
    expect(tokenCalls()).toHaveLength(2)
  })
})

describe('token: life', () => {
  it('is asked for with key, secret and a short life', async () => {
    const { transport, tokenCalls } = startService([success])
    await connect(transport).unbindAgents(3, ['a'])
    expect(tokenCalls()).toMatchObject([
      {
        method: 'POST',
        path: tokenPath,
        headers: { 'Content-Type': 'application/json', 'X-Token-Expire': '600' },
        body: '{"app_key":"demo","app_secret":"demo-secret"}',
      },
    ])
  })

  it.each([
    [600, 0, 1],
    [600, 569_999, 1],
    [600, 570_000, 2],
    [600, 10_000_000, 2],
    [20, 9_999, 1],
    [20, 10_000, 2],
  ])('of %i s is used again after %i ms: %i requests', async (life, passed, requests) => {
    let now = 1_000_000
    const { transport, tokenCalls, calls } = startService(
      [success],
      [tokenAnswer('one', life), tokenAnswer('two', life)],
    )
    const management = connect(transport, () => now)
    await management.unbindAgents(3, ['a'])
    now += passed
    await management.unbindAgents(3, ['a'])
    expect(tokenCalls()).toHaveLength(requests)
    expect(calls().at(-1)?.headers.Authorization).toBe(requests === 1 ? 'Bearer one' : 'Bearer two')
  })

  it('is counted from before the request: a slow answer does not make it younger', async () => {
    let now = 0
    const { transport, tokenCalls } = startService(
      [success],
      [
        () => {
          now += 580_000
          return tokenAnswer('late')
        },
        tokenAnswer('fresh'),
      ],
    )
    const management = connect(transport, () => now)
    await management.unbindAgents(3, ['a'])
    await management.unbindAgents(3, ['a'])
    expect(tokenCalls()).toHaveLength(2)
  })

  it('is asked for once by calls at the same time', async () => {
    const { transport, tokenCalls, calls } = startService([success])
    const management = connect(transport)
    await Promise.all(['a', 'b', 'c'].map((account) => management.unbindAgents(3, [account])))
    expect(tokenCalls()).toHaveLength(1)
    expect(calls()).toHaveLength(3)
  })
})

describe('token: 401', () => {
  it('once is healed by a new token; the call is the same', async () => {
    const { transport, calls, tokenCalls } = startService([unauthorized, success])
    expect(await connect(transport).unbindAgents(3, ['agent102'])).toEqual({ ok: true, value: null })
    expect(tokenCalls()).toHaveLength(2)
    expect(calls().map(({ headers, body }) => [headers.Authorization, body])).toEqual([
      ['Bearer token-1', '{"skillId":3,"userAccounts":["agent102"]}'],
      ['Bearer token-2', '{"skillId":3,"userAccounts":["agent102"]}'],
    ])
  })

  it('twice is the fault of the key, and is not tried a third time', async () => {
    const { transport, calls } = startService([unauthorized])
    expect(await connect(transport).unbindAgents(3, ['agent102'])).toEqual({
      ok: false,
      error: {
        code: 'refused',
        reason: 'wrong-app-key',
        retcode: 'HTTP 401',
        gatewayMessage: 'expired',
        isOutcomeUnknown: false,
      },
    })
    expect(calls()).toHaveLength(2)
  })

  it('then a cut leaves the outcome unknown', async () => {
    const { transport } = startService([unauthorized, err({ kind: 'cut' })])
    expect(await connect(transport).unbindAgents(3, ['agent102'])).toMatchObject({
      error: { code: 'outcome-unknown', isOutcomeUnknown: true },
    })
  })

  it('of two calls at once costs one new token', async () => {
    const { transport, tokenCalls } = startService([unauthorized, unauthorized, success])
    const management = connect(transport)
    const both = await Promise.all([management.unbindAgents(3, ['a']), management.unbindAgents(3, ['b'])])
    expect(both).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    expect(tokenCalls()).toHaveLength(2)
  })
})
