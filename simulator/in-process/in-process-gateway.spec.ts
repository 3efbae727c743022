import { describe, expect, it } from 'vitest'
import { HttpGateway } from '../../src/main/gateway/http-gateway.ts'
import { placeCall } from '../world/queues.ts'
import { createInProcessGateway, type InProcessGateway, type InProcessOptions } from './in-process-gateway.ts'
import { VirtualClock } from './virtual-clock.ts'

const signIn = {
  agentId: '101',
  password: 'Deskside#101',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
} as const

interface Bench extends InProcessGateway {
  readonly clock: VirtualClock
  readonly client: HttpGateway
}

function start(change: Partial<InProcessOptions> = {}): Bench {
  const clock = new VirtualClock()
  const gateway = createInProcessGateway({
    clock,
    clientClock: clock.client,
    agents: 3,
    colleagues: 0,
    onInternalError: (error) => {
      throw error
    },
    ...change,
  })
  return { ...gateway, clock, client: new HttpGateway(gateway.transport()) }
}

async function startSignedIn(change: Partial<InProcessOptions> = {}): Promise<Bench> {
  const bench = start(change)
  const signingIn = bench.client.signIn(signIn)
  await bench.clock.advance(1_000)
  expect(await signingIn).toMatchObject({ ok: true })
  return bench
}

/** Entries of one type, without times and numbers. */
const taken = (bench: Bench, type: string): object[] =>
  bench.history.filter((entry) => entry.type === type).map(({ atMs: _atMs, ...rest }) => rest)

describe('the network', () => {
  it('down: connections are refused, and what is under way is cut and done all the same', async () => {
    const bench = await startSignedIn({ latencyMs: [50, 50] })
    const busy = bench.client.sayBusy('101')
    await bench.clock.advance(60)
    bench.network.set('down')
    await bench.clock.advance(100)
    expect(await busy).toEqual({ ok: false, error: { kind: 'cut' } })
    expect(await bench.client.sayIdle('101')).toMatchObject({ error: { kind: 'unreachable' } })
    expect(taken(bench, 'state').at(-1)).toMatchObject({ state: { name: 'busy' } })
  })

  it('down: what has not arrived yet is never done', async () => {
    const bench = await startSignedIn({ latencyMs: [50, 50] })
    const busy = bench.client.sayBusy('101')
    await bench.clock.advance(40)
    bench.network.set('down')
    bench.network.set('up')
    await bench.clock.advance(200)
    expect(await busy).toEqual({ ok: false, error: { kind: 'cut' } })
    expect(taken(bench, 'state').at(-1)).toMatchObject({ state: { name: 'idle' } })
  })

  it('a black hole: an open connection leaves the outcome unknown, a new one cannot be made', async () => {
    const bench = await startSignedIn()
    bench.network.set('black-hole')
    const busy = bench.client.sayBusy('101')
    await bench.clock.advance(9_999)
    let isAnswered = false
    void busy.then(() => (isAnswered = true))
    await bench.clock.advance(0)
    expect(isAnswered).toBe(false)
    await bench.clock.advance(1)
    expect(await busy).toEqual({ ok: false, error: { kind: 'timed-out' } })
    const idle = bench.client.sayIdle('101')
    await bench.clock.advance(5_000)
    expect(await idle).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'UND_ERR_CONNECT_TIMEOUT' },
    })
  })

  it('a black hole swallows an event that the server believes delivered', async () => {
    const bench = await startSignedIn({ latencyMs: [10, 10], pollWaitMs: 10_000 })
    const abort = new AbortController()
    const poll = async () => {
      const polling = bench.client.pollEvent('101', abort.signal)
      await bench.clock.advance(20)
      return polling
    }
    expect([await poll(), await poll()]).toMatchObject([
      { value: { type: 'in-service' } },
      { value: { type: 'idle' } },
    ])
    const polling = bench.client.pollEvent('101', abort.signal)
    await bench.clock.advance(15)
    bench.network.set('black-hole')
    bench.run((world) => placeCall(world, { skillId: 1, caller: '1', origin: 'placed' }))
    bench.run((world) => world.emit(world.agents.get('101')!, { eventType: 'Lost', content: null }))
    await bench.clock.advance(1_000)
    bench.network.set('up')
    await bench.clock.advance(15_000)
    expect(await polling).toEqual({ ok: false, error: { kind: 'timed-out' } })
    const next = bench.client.pollEvent('101', abort.signal)
    await bench.clock.advance(10_100)
    expect(await next).toEqual({ ok: true, value: null })
  })
})

describe('time', () => {
  it('each way takes its latency; without one nothing needs time', async () => {
    const slow = start({ latencyMs: [30, 30] })
    const signingIn = slow.client.signIn(signIn)
    await slow.clock.advance(59)
    expect(slow.history.filter(({ type }) => type === 'carried-out')).toHaveLength(1)
    let isAnswered = false
    void signingIn.then(() => (isAnswered = true))
    await slow.clock.advance(0)
    expect(isAnswered).toBe(false)
    await slow.clock.advance(1)
    expect(isAnswered).toBe(true)
    expect(await start().client.signIn(signIn)).toMatchObject({ ok: true })
  })

  it('a frozen client gets its answers when it thaws', async () => {
    const bench = await startSignedIn({ latencyMs: [5, 5] })
    const busy = bench.client.sayBusy('101')
    bench.clock.freeze()
    await bench.clock.advance(60_000)
    expect(taken(bench, 'state').at(-1)).toMatchObject({ state: { name: 'busy' } })
    bench.clock.thaw()
    await bench.clock.advance(0)
    // The answer had come before the deadline passed.
    expect(await busy).toEqual({ ok: true, value: null })
  })
})

describe('history', () => {
  it('tells what was done from what was only answered', async () => {
    const bench = await startSignedIn()
    bench.faults.add({ match: { path: '**/autoenteridle/*' }, action: { type: 'ignore' }, times: 1 })
    bench.faults.add({
      match: { path: '**/autoenteridle/*' },
      action: { type: 'reset', when: 'after' },
      times: 1,
    })
    expect(await bench.client.setAutoIdle('101', false)).toEqual({ ok: true, value: null })
    expect(await bench.client.setAutoIdle('101', false)).toEqual({ ok: false, error: { kind: 'cut' } })
    const done = bench.history.filter(
      (entry) => entry.type === 'carried-out' && entry.request.path.includes('autoenteridle'),
    )
    expect(done).toMatchObject([{ agentId: '101', retcode: '0', request: { fault: 'reset' } }])
    expect(taken(bench, 'settings')).toMatchObject([
      { settings: { autoEnterIdle: true } },
      { settings: { autoEnterIdle: false } },
    ])
  })

  it('follows a call through the centre', async () => {
    const bench = await startSignedIn({ timing: { offerMs: [0, 0] } })
    await bench.client.resetSkills('101', { mode: 'list', skillIds: [2] }, false)
    const place = (skillId: number): string =>
      bench.run((world) => {
        const placed = placeCall(world, { skillId, caller: '1', origin: 'placed', talkMs: 500 })
        return placed.ok ? placed.value.callid : ''
      })
    const callid = place(2)
    await bench.clock.advance(1_000)
    const places = bench.history
      .filter((entry) => entry.type === 'call' || entry.type === 'call-ended')
      .map((entry) => ('place' in entry ? entry.place : { ended: entry.from.kind }))
    expect(places).toEqual([
      { kind: 'queue', skillId: 2 },
      { kind: 'offered', agentId: '101' },
      { kind: 'talking', agentId: '101' },
      { ended: 'talking' },
    ])
    expect(callid).not.toBe('')
  })

  it.each<[why: string, end: (bench: Bench) => unknown, cause: string]>([
    ['a sign-out', (bench) => bench.client.signOut('101'), 'signed-out'],
    ['another sign-in', (bench) => new HttpGateway(bench.transport()).forceSignIn(signIn), 'taken-over'],
    ['silence', (bench) => bench.clock.advance(130_000), 'silence'],
  ])('names %s as the end of a session', async (_why, end, cause) => {
    const bench = await startSignedIn()
    await end(bench)
    expect(taken(bench, 'presence-ended')).toMatchObject([{ agentId: '101', cause }])
  })

  it('is the same for the same seed and the same commands', async () => {
    const run = async (seed: number): Promise<string> => {
      const bench = await startSignedIn({ seed, latencyMs: [1, 500], callsPerMinute: 30, colleagues: 1 })
      void bench.client.resetSkills('101', { mode: 'all' }, true)
      await bench.clock.advance(60_000)
      return JSON.stringify(bench.history)
    }
    expect(await run(5)).toBe(await run(5))
    expect(await run(5)).not.toBe(await run(6))
  })
})
