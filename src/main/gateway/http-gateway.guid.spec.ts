import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import { HttpGateway } from './http-gateway.ts'
import { done, guid, signal, signedIn, signInRequest, type GatewayCall } from './testing/gateway-calls.ts'
import { answer, ScriptedTransport, type Script, type ScriptEntry } from './testing/scripted-transport.ts'

describe('HttpGateway: Guid', () => {
  const guidsSent = (transport: ScriptedTransport) => transport.requests.map(({ headers }) => headers.Guid)

  it('sends none before and at sign-in, then the one from sign-in', async () => {
    const transport = new ScriptedTransport(
      done,
      signedIn('a.AgentGateway1'),
      signedIn('b.AgentGateway1'),
      done,
    )
    const gateway = new HttpGateway(transport)
    await gateway.sayIdle('101')
    await gateway.signIn(signInRequest)
    await gateway.forceSignIn(signInRequest)
    await gateway.sayIdle('101')
    expect(guidsSent(transport)).toEqual([undefined, undefined, undefined, 'b.AgentGateway1'])
  })

  it('keeps the one it has when another sign-in is refused', async () => {
    const refused = answer(
      { retcode: '100-002', message: '' },
      { headers: { 'Set-GUID': 'JSESSIONID=other' } },
    )
    const transport = new ScriptedTransport(signedIn(), refused, done)
    const gateway = new HttpGateway(transport)
    await gateway.signIn(signInRequest)
    await gateway.signIn(signInRequest)
    await gateway.sayIdle('101')
    expect(guidsSent(transport)).toEqual([undefined, undefined, guid])
  })

  it('adopts the one of every answer (AUTHMODE 2)', async () => {
    const renewed = (value: string, status = 200) =>
      answer({ retcode: '0', message: '' }, { status, headers: { 'set-guid': value } })
    const transport = new ScriptedTransport(
      signedIn('a'),
      renewed('JSESSIONID=b'),
      renewed('c'),
      renewed('d', 502),
      done,
      done,
    )
    const gateway = new HttpGateway(transport)
    await gateway.signIn(signInRequest)
    await gateway.pollEvent('101', signal)
    await gateway.pollEvent('101', signal)
    await gateway.pollEvent('101', signal)
    await gateway.sayIdle('101')
    await gateway.sayIdle('101')
    expect(guidsSent(transport)).toEqual([undefined, 'a', 'b', 'c', 'd', 'd'])
  })

  it.each<[string, ScriptEntry, GatewayCall]>([
    ['a sign-out', done, (gateway) => gateway.signOut('101')],
    ['a forced sign-out', done, (gateway) => gateway.forceSignOut('101')],
    ['100-008 at sign-out', answer({ retcode: '100-008' }), (gateway) => gateway.signOut('101')],
    ['100-006', answer({ retcode: '100-006' }), (gateway) => gateway.sayIdle('101')],
    ['000-003 on the poll', answer({ retcode: '000-003' }), (gateway) => gateway.pollEvent('101', signal)],
  ])('forgets it after %s', async (_what, script, call) => {
    const transport = new ScriptedTransport(signedIn(), script, done)
    const gateway = new HttpGateway(transport)
    await gateway.signIn(signInRequest)
    await call(gateway)
    await gateway.sayIdle('101')
    expect(guidsSent(transport)).toEqual([undefined, guid, undefined])
  })

  it('keeps it when a sign-out was refused or got lost', async () => {
    const transport = new ScriptedTransport(
      signedIn(),
      answer({ retcode: '100-010' }),
      err({ kind: 'cut' }),
      done,
    )
    const gateway = new HttpGateway(transport)
    await gateway.signIn(signInRequest)
    expect(await gateway.signOut('101')).toMatchObject({ error: { reason: 'in-a-call' } })
    await gateway.signOut('101')
    await gateway.sayIdle('101')
    expect(guidsSent(transport)).toEqual([undefined, guid, guid, guid])
  })

  it('does not let a late answer of the session before end the new one', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Script>>>()
    const transport = new ScriptedTransport(signedIn('a'), () => promise, signedIn('b'), done)
    const gateway = new HttpGateway(transport)
    await gateway.signIn(signInRequest)
    const late = gateway.pollEvent('101', signal)
    await gateway.forceSignIn(signInRequest)
    resolve(answer({ retcode: '100-006' }, { headers: { 'Set-GUID': 'JSESSIONID=a2' } }))
    expect(await late).toMatchObject({ error: { kind: 'session-gone' } })
    await gateway.sayIdle('101')
    expect(guidsSent(transport).at(-1)).toBe('b')
  })
})
