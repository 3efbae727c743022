import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Transport, TransportRequest } from '../../src/main/gateway/transport.ts'
import { UndiciTransport } from '../../src/main/gateway/undici-transport.ts'
import type { FaultEngine } from '../faults/fault-engine.ts'
import type { RequestLog } from '../http/request-log.ts'
import type { SimulatorOptions } from '../options.ts'
import { startSimulator } from '../start-simulator.ts'
import type { World } from '../world/world.ts'
import { createInProcessGateway } from './in-process-gateway.ts'
import { VirtualClock } from './virtual-clock.ts'

/*
 * One contract, two ways to the same simulator: over sockets and in process. What is a cut, a time-out or a refused
 * connection here decides what Deskside says about a command; the two must never disagree.
 */

interface Bench {
  readonly transport: Transport
  readonly faults: FaultEngine
  readonly requests: RequestLog
  readonly run: <T>(command: (world: World) => T) => T
  /** Lets time pass until the condition holds. */
  readonly until: (condition: () => boolean) => Promise<void>
  /** Nobody listens any more. */
  readonly stop: () => Promise<void>
}

const world: SimulatorOptions = { colleagues: 0, pollWaitMs: 60_000, agents: 3 }
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function overSockets(maxBodyBytes?: number): Promise<Bench> {
  const simulator = await startSimulator({ ...world, http: true, hasControl: false })
  const transport = new UndiciTransport({
    origin: simulator.gatewayUrl,
    caPem: null,
    connectMs: 2_000,
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
  })
  closers.push(
    () => simulator.close(),
    () => transport.dispose(),
  )
  return {
    transport,
    faults: simulator.faults,
    requests: simulator.requests,
    run: simulator.run,
    until: async (condition) => {
      while (!condition()) await nextTurn()
    },
    stop: () => simulator.close(),
  }
}

async function inProcess(maxBodyBytes?: number): Promise<Bench> {
  const clock = new VirtualClock()
  const gateway = createInProcessGateway({
    ...world,
    clock,
    clientClock: clock.client,
    latencyMs: [1, 5],
    onInternalError: (error) => {
      throw error
    },
  })
  const transport = gateway.transport(maxBodyBytes === undefined ? {} : { maxBodyBytes })
  closers.push(() => gateway.dispose())
  return {
    transport,
    faults: gateway.faults,
    requests: gateway.requests,
    run: gateway.run,
    until: async (condition) => {
      while (!condition()) await clock.advance(1)
    },
    stop: async () => gateway.network.set('down'),
  }
}

const BASE = '/agentgateway/resource'
const request = (change: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'PUT',
  path: `${BASE}/onlineagent/101`,
  headers: {},
  body: '{"password":"Deskside#101","phonenum":"8101"}',
  lane: 'command',
  timeoutMs: 3_000,
  ...change,
})
/** Sends, and lets time pass until the answer is there. */
async function exchange(bench: Bench, sent: TransportRequest): ReturnType<Transport['send']> {
  return settled(bench, bench.transport.send(sent))
}

async function settled<T>(bench: Bench, work: Promise<T>): Promise<T> {
  let isSettled = false
  void work.finally(() => (isSettled = true))
  await bench.until(() => isSettled)
  return work
}

const isSignedIn = (bench: Bench): boolean => bench.run((all) => all.agents.get('101')?.presence !== null)

/** Signs in and gives the poll of that session. */
async function signIn(bench: Bench): Promise<TransportRequest> {
  const sent = await exchange(bench, request())
  const guid = sent.ok ? (sent.value.headers.get('set-guid')?.[0] ?? '') : ''
  return request({
    method: 'GET',
    path: `${BASE}/agentevent/101`,
    headers: { Guid: guid.replace('JSESSIONID=', '') },
    body: null,
    lane: 'poll',
  })
}

/** Signs in and fetches the events of that, so that the next poll waits. */
async function signInQuietly(bench: Bench): Promise<TransportRequest> {
  const poll = await signIn(bench)
  for (let event = 0; event < 2; event += 1) {
    expect(await exchange(bench, poll)).toMatchObject({ ok: true, value: { status: 200 } })
  }
  return poll
}

/** Sends a poll that waits at the server. */
async function openPoll(
  bench: Bench,
  poll: TransportRequest,
): Promise<{ answer: ReturnType<Transport['send']> }> {
  const answer = bench.transport.send(poll)
  await bench.until(() => bench.requests.since(3).length === 1)
  return { answer }
}

/** A command of the session that the poll is of. */
const sayBusy = (poll: TransportRequest): TransportRequest => ({
  ...poll,
  method: 'POST',
  path: `${BASE}/onlineagent/101/saybusy`,
  lane: 'command',
})

describe.each<[name: string, open: (maxBodyBytes?: number) => Promise<Bench>]>([
  ['over sockets', overSockets],
  ['in process', inProcess],
])('a transport %s', (_name, open) => {
  it('calls a refused connection unreachable', async () => {
    const bench = await open()
    await bench.stop()
    const sent = await exchange(bench, request())
    expect(sent).toEqual({ ok: false, error: { kind: 'unreachable', detail: 'ECONNREFUSED' } })
  })

  it.each([
    ['before', false],
    ['after', true],
  ])('is cut by a reset %s the request took effect', async (when, tookEffect) => {
    const bench = await open()
    bench.faults.add({ action: { type: 'reset', when } })
    expect(await exchange(bench, request())).toEqual({ ok: false, error: { kind: 'cut' } })
    expect(isSignedIn(bench)).toBe(tookEffect)
  })

  it.each<[action: Record<string, unknown>, tookEffect: boolean]>([
    [{ type: 'hang' }, false],
    [{ type: 'hang', when: 'after' }, true],
    [{ type: 'hold' }, false],
    [{ type: 'hold', when: 'after' }, true],
    [{ type: 'half-open' }, true],
    [{ type: 'slow-drip', ms: 100, bytes: 1 }, true],
  ])('times out on %o', async (action, tookEffect) => {
    const bench = await open()
    bench.faults.add({ action, times: 1 })
    const sent = await exchange(bench, request({ timeoutMs: 250 }))
    expect(sent).toEqual({ ok: false, error: { kind: 'timed-out' } })
    expect(isSignedIn(bench)).toBe(tookEffect)
  })

  it.each<[action: Record<string, unknown>, answer: object]>([
    [{ type: 'slow-drip', ms: 1, bytes: 50 }, { status: 200 }],
    [{ type: 'delay', ms: 20 }, { status: 200 }],
    [{ type: 'status', status: 503 }, { status: 503 }],
    [
      { type: 'malformed', kind: 'empty' },
      { status: 200, body: '' },
    ],
    [
      { type: 'retcode', retcode: '100-007', message: 'no' },
      { body: '{"message":"no","retcode":"100-007"}' },
    ],
  ])('brings whatever was answered through %o', async (action, answer) => {
    const bench = await open()
    bench.faults.add({ action, times: 1 })
    expect(await exchange(bench, request())).toMatchObject({ ok: true, value: answer })
  })

  it('does not read a body beyond the limit', async () => {
    const bench = await open(30)
    expect(await exchange(bench, request())).toEqual({ ok: false, error: { kind: 'too-large' } })
  })

  it('gives header names in lower case, and the Guid', async () => {
    const bench = await open()
    const sent = await exchange(bench, request())
    const headers = sent.ok ? sent.value.headers : new Map<string, string[]>()
    expect(headers.get('set-guid')?.[0]).toMatch(/^JSESSIONID=.+/)
    expect(headers.get('content-type')).toEqual(['application/json; charset=UTF-8'])
  })

  it('sends nothing for a signal that was aborted before', async () => {
    const { transport, requests } = await open()
    const sent = await transport.send(request({ signal: AbortSignal.abort() }))
    expect(sent).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    expect(requests.since(0)).toEqual([])
  })

  it('tells the server of a poll that was aborted, which then loses no event', async () => {
    const bench = await open()
    const poll = await signInQuietly(bench)
    const abort = new AbortController()
    const polling = bench.transport.send({ ...poll, signal: abort.signal })
    const openPolls = (): number | undefined =>
      bench.run((all) => all.agents.get('101')?.presence?.session?.openPolls)
    await bench.until(() => openPolls() === 1)
    abort.abort()
    expect(await settled(bench, polling)).toEqual({ ok: false, error: { kind: 'aborted', wasSent: true } })
    await bench.until(() => openPolls() === 0)
  })

  it('sends commands beside a poll that waits', async () => {
    const bench = await open()
    const poll = await signInQuietly(bench)
    const polling = await openPoll(bench, poll)
    expect(await exchange(bench, sayBusy(poll))).toMatchObject({ ok: true })
    expect(await settled(bench, polling.answer)).toMatchObject({
      value: { body: expect.stringContaining('AgentState_SetNotReady_Success') as string },
    })
  })

  it('keeps a queued request that was given up from leaving', async () => {
    const bench = await open()
    const poll = await signInQuietly(bench)
    const first = await openPoll(bench, poll)
    const abort = new AbortController()
    const queued = bench.transport.send({ ...poll, path: '/queued', signal: abort.signal })
    const late = bench.transport.send({ ...poll, path: '/late', timeoutMs: 20 })
    abort.abort()
    expect(await settled(bench, queued)).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    expect(await settled(bench, late)).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'CONNECT_TIMED_OUT' },
    })
    await bench.transport.dispose()
    expect(await settled(bench, first.answer)).toEqual({
      ok: false,
      error: { kind: 'aborted', wasSent: true },
    })
    expect(bench.requests.since(0).map(({ path }) => path)).not.toContain('/queued')
  })

  it('cuts what is under way when connections are dropped, and opens new ones', async () => {
    const bench = await open()
    const poll = await signInQuietly(bench)
    const polling = await openPoll(bench, poll)
    await bench.transport.dropConnections()
    expect(await settled(bench, polling.answer)).toEqual({ ok: false, error: { kind: 'cut' } })
    expect(await exchange(bench, sayBusy(poll))).toMatchObject({ ok: true })
  })

  it('answers aborted after it was disposed of, twice without harm', async () => {
    const { transport, requests } = await open()
    await transport.dispose()
    await transport.dispose()
    expect(await transport.send(request())).toEqual({
      ok: false,
      error: { kind: 'aborted', wasSent: false },
    })
    expect(requests.since(0)).toEqual([])
  })
})
