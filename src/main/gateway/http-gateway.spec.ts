import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import { HttpGateway } from './http-gateway.ts'
import {
  all,
  commands,
  done,
  finds,
  guid,
  lists,
  operations,
  orders,
  queries,
  readings,
  run,
  signedIn,
  signIns,
  signInRequest,
  signOuts,
} from './testing/gateway-calls.ts'
import { answer, ScriptedTransport, type ScriptEntry } from './testing/scripted-transport.ts'
import { defaultTimeouts } from './timeouts.ts'
import type { TransportError } from './transport.ts'

describe('HttpGateway: no whole answer', () => {
  const failures: readonly TransportError[] = [
    { kind: 'unreachable', detail: 'ECONNREFUSED' },
    { kind: 'untrusted-certificate', detail: 'CERT_HAS_EXPIRED' },
    { kind: 'timed-out' },
  ]

  it.each(all.flatMap(([name, call]) => failures.map((error) => ({ name, call, error }))))(
    '$name hands on $error.kind',
    async ({ call, error }) => {
      expect((await run(call, err(error))).result).toEqual({ ok: false, error })
    },
  )

  it.each([...commands, ...orders, ...signIns])(
    '%s is cut: it may have been carried out',
    async (_name, call) => {
      expect((await run(call, err({ kind: 'cut' }))).result).toEqual({ ok: false, error: { kind: 'cut' } })
    },
  )

  it.each(queries)('%s is unreachable when cut: it changes nothing', async (_name, call) => {
    expect((await run(call, err({ kind: 'cut' }))).result).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    })
  })

  it.each(all)('%s calls an endless body malformed', async (_name, call) => {
    expect((await run(call, err({ kind: 'too-large' }))).result).toMatchObject({
      ok: false,
      error: { kind: 'malformed' },
    })
  })

  it.each(all)('%s is sent once, whatever comes back', async (_name, call) => {
    const scripts: readonly ScriptEntry[] = [
      err({ kind: 'cut' }),
      err({ kind: 'timed-out' }),
      answer('', { status: 503 }),
    ]
    for (const script of scripts) {
      expect((await run(call, script)).transport.requests).toHaveLength(1)
    }
  })
})

describe('HttpGateway: refusals', () => {
  it.each(all)('%s says why the platform refused', async (_name, call) => {
    const { result } = await run(call, answer({ message: 'resource busy', retcode: '100-007' }))
    expect(result).toEqual({
      ok: false,
      error: { kind: 'refused', reason: 'platform-refused', retcode: '100-007', message: 'resource busy' },
    })
  })

  it.each(all.flatMap(([name, call]) => ['000-003', '100-006'].map((retcode) => ({ name, call, retcode }))))(
    '$name takes $retcode for the end of the session',
    async ({ call, retcode }) => {
      const { result } = await run(call, answer({ message: 'no', retcode }))
      expect(result).toEqual({ ok: false, error: { kind: 'session-gone', retcode, message: 'no' } })
    },
  )

  it.each(
    lists.flatMap(([name, call]) =>
      ['600-005', '600-001', '600-002', '400-002', '400-003'].map((retcode) => ({ name, call, retcode })),
    ),
  )('$name takes $retcode for an empty list', async ({ call, retcode }) => {
    expect((await run(call, answer({ message: 'none', retcode }))).result).toEqual({ ok: true, value: [] })
  })

  it.each(
    finds.flatMap(([name, call]) =>
      ['600-005', '400-002', '400-003'].map((retcode) => ({ name, call, retcode })),
    ),
  )('$name takes $retcode for "there is none"', async ({ call, retcode }) => {
    expect((await run(call, answer({ message: 'none', retcode }))).result).toEqual({ ok: true, value: null })
  })

  it.each([...commands, ...orders, ...signIns, ...readings])(
    '%s takes 600-005 for a refusal',
    async (_name, call) => {
      const { result } = await run(call, answer({ message: 'none', retcode: '600-005' }))
      expect(result).toMatchObject({ ok: false, error: { kind: 'refused', reason: 'nothing-found' } })
    },
  )

  it.each(signOuts)('%s takes "already signed out" for success', async (_name, call) => {
    expect((await run(call, answer({ message: '', retcode: '100-008' }))).result).toEqual({
      ok: true,
      value: null,
    })
  })

  it.each(operations)('%s takes "already signed out" for a refusal', async (_name, call) => {
    expect((await run(call, answer({ message: '', retcode: '100-008' }))).result).toMatchObject({ ok: false })
  })

  it('keeps password, phone and Guid out of what the gateway echoes', async () => {
    const echo = `agent 101 with Deskside#101 at 8101 is unknown`
    const transport = new ScriptedTransport(
      answer({ message: echo, retcode: '100-004' }),
      signedIn(),
      answer({ message: `Guid ${guid} has no right`, retcode: '100-009' }),
      answer({ message: 'Deskside#101 may not become Deskside#new', retcode: '110-017' }),
    )
    const gateway = new HttpGateway(transport)
    expect(await gateway.signIn(signInRequest)).toMatchObject({
      error: { message: 'agent 101 with ••• at ••• is unknown' },
    })
    await gateway.signIn(signInRequest)
    expect(await gateway.sayIdle('101')).toMatchObject({ error: { message: 'Guid ••• has no right' } })
    expect(await gateway.changePassword('101', 'Deskside#101', 'Deskside#new')).toMatchObject({
      error: { message: '••• may not become •••' },
    })
  })
})

describe('HttpGateway: success', () => {
  it.each(
    commands.flatMap(([name, call]) =>
      [{}, null, undefined, [], 'ok', 0].map((result) => ({ name, call, result })),
    ),
  )('$name does not read the reserved result $result', async ({ call, result }) => {
    expect((await run(call, answer({ message: 'success', retcode: 0, result }))).result).toEqual({
      ok: true,
      value: null,
    })
  })

  it.each(lists.flatMap(([name, call]) => [[], null, undefined].map((result) => ({ name, call, result }))))(
    '$name reads $result as an empty list',
    async ({ call, result }) => {
      expect((await run(call, answer({ retcode: '0', message: '', result }))).result).toEqual({
        ok: true,
        value: [],
      })
    },
  )

  it('reads an answer that is labelled as something else', async () => {
    const { result } = await run(
      (gateway) => gateway.configuredSkills('101'),
      answer(
        { retcode: '0', result: [{ id: 1, name: 'Billing', mediatype: '5' }] },
        { headers: { 'Content-Type': 'text/html' } },
      ),
    )
    expect(result).toEqual({ ok: true, value: [{ id: 1, name: 'Billing', mediaType: 5 }] })
  })

  it.each(all)('%s carries the headers of the protocol below the base path', async (_name, call) => {
    const { transport } = await run(call, done)
    const [request] = transport.requests
    expect(request?.path).toMatch(/^\/agentgateway\/resource\/[a-z]+\/101/)
    expect(request?.headers['Content-Type']).toBe('application/json; charset=UTF-8')
  })

  it.each(all)('%s waits as long as its kind may take, on its own lane', async (name, call) => {
    const { transport } = await run(call, done)
    const own: Partial<Record<string, number>> = {
      signIn: defaultTimeouts.signInMs,
      forceSignIn: defaultTimeouts.signInMs,
      pollEvent: defaultTimeouts.pollMs,
      onlineAgents: defaultTimeouts.rosterMs,
      agentsOfQueue: defaultTimeouts.rosterMs,
      allAgentStatus: defaultTimeouts.rosterMs,
    }
    expect(transport.requests[0]).toMatchObject({
      timeoutMs: own[name] ?? defaultTimeouts.commandMs,
      lane: name === 'pollEvent' ? 'poll' : 'command',
    })
  })

  it('hands connections and disposal to the transport', async () => {
    const transport = new ScriptedTransport(done)
    const gateway = new HttpGateway(transport)
    await gateway.dropConnections()
    expect(transport.drops).toBe(1)
    await gateway.dispose()
    expect(transport.isDisposed).toBe(true)
  })
})
