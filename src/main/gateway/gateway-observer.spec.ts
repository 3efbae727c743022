import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import type { GatewayObserver, ObservedExchange } from './gateway-observer.ts'
import { HttpGateway } from './http-gateway.ts'
import {
  all,
  done,
  guid,
  signal,
  signedIn,
  signInRequest,
  type GatewayCall,
} from './testing/gateway-calls.ts'
import { answer, ScriptedTransport, type ScriptEntry } from './testing/scripted-transport.ts'
import { defaultTimeouts } from './timeouts.ts'

/** Makes a call over a clock that the spec moves; each exchange takes 7 ms unless told otherwise. */
async function observe(call: GatewayCall, scripts: readonly ScriptEntry[], tookMs = 7) {
  const seen: ObservedExchange[] = []
  const observer: GatewayObserver = { exchanged: (exchange) => seen.push(exchange) }
  let now = 1_000
  const later = scripts.map((script): ScriptEntry => (request) => {
    now += tookMs
    return typeof script === 'function' ? script(request) : script
  })
  const transport = new ScriptedTransport(...later)
  const gateway = new HttpGateway(transport, defaultTimeouts, { observer, now: () => now })
  const result = await call(gateway)
  return { seen, result, transport }
}

describe('GatewayObserver', () => {
  it.each(all)('%s is told once, with what was sent and how long it took', async (name, call) => {
    const { seen, transport } = await observe(call, [answer({ message: 'no', retcode: '100-007' })])
    expect(seen).toHaveLength(1)
    expect(seen[0]).toEqual({
      name: expect.stringMatching(/^[a-z][A-Za-z]+$/) as string,
      lane: name === 'pollEvent' ? 'poll' : 'command',
      method: transport.requests[0]?.method,
      startedAt: 1_000,
      durationMs: 7,
      outcome: { kind: 'answered', retcode: '100-007' },
    })
  })

  it('gives every interface a name of its own', async () => {
    const names = await Promise.all(
      all.map(async ([, call]) => (await observe(call, [done])).seen.map(({ name }) => name).join()),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it.each<[string, ScriptEntry, object]>([
    ['nothing', err({ kind: 'timed-out' }), { kind: 'failed', error: 'timed-out' }],
    ['a cut', err({ kind: 'cut' }), { kind: 'failed', error: 'cut' }],
    [
      'no connection',
      err({ kind: 'unreachable', detail: 'ECONNREFUSED' }),
      { kind: 'failed', error: 'unreachable' },
    ],
    [
      'no trust',
      err({ kind: 'untrusted-certificate', detail: 'CERT_HAS_EXPIRED' }),
      { kind: 'failed', error: 'untrusted-certificate' },
    ],
    ['its own end', err({ kind: 'aborted', wasSent: true }), { kind: 'failed', error: 'aborted' }],
    ['a proxy', answer('', { status: 502 }), { kind: 'failed', error: 'http-status' }],
    ['nonsense', answer('<html>'), { kind: 'failed', error: 'malformed' }],
    ['the end of the session', answer({ retcode: '100-006' }), { kind: 'answered', retcode: '100-006' }],
    ['a switch-over', answer({ retcode: '000-004' }), { kind: 'answered', retcode: '000-004' }],
    ['a lost switch-over', answer({ retcode: '105-001' }), { kind: 'answered', retcode: '105-001' }],
    ['success', done, { kind: 'answered', retcode: '0' }],
  ])('hears of %s', async (_what, script, outcome) => {
    const { seen } = await observe((gateway) => gateway.sayIdle('101'), [script])
    expect(seen).toMatchObject([{ name: 'sayFree', outcome }])
  })

  it.each<[string, GatewayCall, string]>([
    ['an empty list', (gateway) => gateway.onlineAgents('101'), '600-005'],
    ['a call that is not there', (gateway) => gateway.callInfoById('101', '1-1'), '400-002'],
    ['a sign-out that was not needed', (gateway) => gateway.signOut('101'), '100-008'],
  ])('hears the code that was read as %s', async (_what, call, retcode) => {
    const { seen, result } = await observe(call, [answer({ message: '', retcode })])
    expect(result).toMatchObject({ ok: true })
    expect(seen).toMatchObject([{ outcome: { kind: 'answered', retcode } }])
  })

  it('hears that a result could not be read', async () => {
    const { seen } = await observe(
      (gateway) => gateway.onlineAgents('101'),
      [answer({ retcode: '0', result: 'x' })],
    )
    expect(seen).toMatchObject([{ outcome: { kind: 'failed', error: 'malformed' } }])
  })

  it('hears of both requests when a sign-in has to be taken back', async () => {
    const unreadable = answer({ retcode: '0', result: 'x' }, { headers: { 'Set-GUID': guid } })
    const { seen } = await observe((gateway) => gateway.signIn(signInRequest), [unreadable, done])
    expect(seen).toMatchObject([
      { name: 'login', durationMs: 7, outcome: { kind: 'failed', error: 'malformed' } },
      { name: 'forceLogout', durationMs: 7, outcome: { kind: 'answered', retcode: '0' } },
    ])
  })

  it('never reports less than no time, when the clock is set back', async () => {
    const { seen } = await observe((gateway) => gateway.pollEvent('101', signal), [done], -5_000)
    expect(seen).toMatchObject([{ durationMs: 0 }])
  })

  it('is told nothing that was sent or answered', async () => {
    const { seen } = await observe(
      async (gateway) => {
        await gateway.signIn(signInRequest)
        return gateway.changePassword('101', 'Deskside#101', 'Deskside#new')
      },
      [signedIn(), answer({ message: 'Deskside#new is too simple', retcode: '110-019' })],
    )
    expect(seen).toHaveLength(2)
    expect(JSON.stringify(seen)).not.toMatch(/Deskside#|8101|agentgateway|onlineagent|AgentGateway1/)
  })
})
