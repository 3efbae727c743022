import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../../simulator/start-simulator.ts'
import { createGateway } from './create-gateway.ts'
import type { GatewayEvent } from './gateway-event.ts'
import type { HttpGateway } from './http-gateway.ts'
import { defaultTimeouts } from './timeouts.ts'

const agentId = '101'
const request = {
  agentId,
  password: 'Deskside#101',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
}
const never = new AbortController().signal

let simulator: Simulator
let gateway: HttpGateway

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, controlPort: 0, pollWaitMs: 50, authMode: 2, colleagues: 0 })
  const created = createGateway({ address: simulator.gatewayUrl, caPem: simulator.caPem })
  if (!created.ok) throw new Error(created.error.code)
  gateway = created.value
})
afterAll(async () => {
  await gateway.dispose()
  await simulator.close()
})
beforeEach(async () => {
  simulator.reset()
  expect(await gateway.signIn(request)).toMatchObject({ ok: true })
})

/** All events up to an answer without one. */
async function readEvents(): Promise<readonly GatewayEvent[]> {
  const events: GatewayEvent[] = []
  for (;;) {
    const polled = await gateway.pollEvent(agentId, never)
    if (!polled.ok) throw new Error(JSON.stringify(polled.error))
    if (polled.value === null) return events
    events.push(polled.value)
  }
}

/** Method, path and query of what the simulator received, without the base path. */
const received = () =>
  simulator.requests
    .since(0)
    .map(
      ({ method, path, query }) =>
        `${method} ${path.replace('/agentgateway/resource', '…')}${query === '' ? '' : `?${query}`}`,
    )

describe('HttpGateway and the simulator', () => {
  it('does not talk to a server nobody vouches for', async () => {
    const created = createGateway({ address: simulator.gatewayUrl, caPem: null })
    if (!created.ok) throw new Error(created.error.code)
    const before = received().length
    expect(await created.value.signIn(request)).toMatchObject({ error: { kind: 'untrusted-certificate' } })
    expect(received()).toHaveLength(before)
    await created.value.dispose()
  })

  it('reports a wrong password and a second sign-in', async () => {
    expect(await gateway.signIn(request)).toMatchObject({ error: { reason: 'already-signed-in' } })
    await gateway.signOut(agentId)
    expect(await gateway.signIn({ ...request, password: 'wrong' })).toMatchObject({
      error: { reason: 'wrong-credentials' },
    })
  })

  it('is told of the sign-in that took its place, then that it is signed out', async () => {
    await readEvents()
    const created = createGateway({ address: simulator.gatewayUrl, caPem: simulator.caPem })
    if (!created.ok) throw new Error(created.error.code)
    expect(await created.value.forceSignIn(request)).toMatchObject({ ok: true })
    expect(await readEvents().catch((error: unknown) => error)).toBeInstanceOf(Error)
    expect(await gateway.pollEvent(agentId, never)).toMatchObject({ error: { kind: 'session-gone' } })
    await created.value.dispose()
  })

  it('reads the events of a sign-in while every answer renews the Guid', async () => {
    expect(await readEvents()).toEqual([
      { type: 'in-service' },
      { type: 'idle', isForced: false, name: 'AgentState_Ready' },
    ])
    expect(await gateway.agentStatus(agentId)).toEqual({
      ok: true,
      value: { state: 'idle', isInCall: false },
    })
  })

  it('sends the requests of the switches exactly as documented', async () => {
    const before = received().length
    await gateway.resetSkills(agentId, { mode: 'all' }, true)
    await gateway.resetSkills(agentId, { mode: 'list', skillIds: [3, 1] }, false)
    await gateway.resetSkills(agentId, { mode: 'list', skillIds: [] }, false)
    await gateway.setAutoIdle(agentId, true)
    await gateway.onlineAgents(agentId)
    await gateway.transferWaitingCall(agentId, '1-1', 2)
    expect(received().slice(before)).toEqual([
      'POST …/onlineagent/101/resetskill/true?phonelinkage=1',
      'POST …/onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0',
      'POST …/onlineagent/101/resetskill/false?skillid=&phonelinkage=0',
      'POST …/onlineagent/101/autoenteridle/true',
      'GET …/agentgroup/101/allonlineagents',
      'PUT …/calldata/101/assignuserinqueue',
    ])
    expect(simulator.requests.since(0).at(-1)?.body).toEqual({ callid: '1-1', skillid: 2 })
  })

  it('finds itself in the roster of the queues it signed in to', async () => {
    await gateway.resetSkills(agentId, { mode: 'list', skillIds: [1, 3] }, false)
    const roster = await gateway.onlineAgents(agentId)
    if (!roster.ok) throw new Error(roster.error.kind)
    const own = roster.value.filter(({ agents }) => agents.some((agent) => agent.agentId === agentId))
    expect(own.map(({ skillId }) => skillId)).toEqual([1, 3])
  })

  it('sees a waiting call move to another queue', async () => {
    await gateway.resetSkills(agentId, { mode: 'all' }, false)
    expect(await gateway.sayBusy(agentId)).toEqual({ ok: true, value: null })
    const placed = await fetch(`${simulator.controlUrl}/calls`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      // Nobody else is signed in and 101 is busy: the call waits.
      body: JSON.stringify({ skillId: 4, caller: '13800000001' }),
    })
    expect(placed.ok).toBe(true)
    const { callid } = (await placed.json()) as { readonly callid: string }
    const waiting = await gateway.waitingCalls(agentId, 4)
    expect(waiting).toMatchObject({
      ok: true,
      value: [{ callId: callid, skillId: 4, caller: '13800000001' }],
    })
    expect(await gateway.transferWaitingCall(agentId, callid, 3)).toEqual({ ok: true, value: null })
    expect(await gateway.waitingCalls(agentId, 4)).toEqual({ ok: true, value: [] })
  })

  it('hears how linking the phone went', async () => {
    await readEvents()
    await gateway.resetSkills(agentId, { mode: 'all' }, true)
    expect(await readEvents()).toContainEqual({ type: 'linkage-result', result: 0 })
  })

  it('gives a poll up at once and loses no event by it', async () => {
    await readEvents()
    const abort = new AbortController()
    const polling = gateway.pollEvent(agentId, abort.signal)
    abort.abort()
    expect(await polling).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    await gateway.sayBusy(agentId)
    expect(await readEvents()).toMatchObject([{ type: 'busy', isForced: false }])
  })

  it('goes on with new connections after all were dropped', async () => {
    await readEvents()
    const polling = gateway.pollEvent(agentId, never)
    await gateway.dropConnections()
    expect(await polling).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
    expect(await gateway.agentStatus(agentId)).toMatchObject({ ok: true })
  })

  it.each(['truncated', 'html', 'empty', 'wrong-types'])(
    'calls a roster that is %s malformed',
    async (kind) => {
      const added = await fetch(`${simulator.controlUrl}/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          match: { path: '**/allonlineagents' },
          action: { type: 'malformed', kind },
          times: 1,
        }),
      })
      expect(added.ok).toBe(true)
      expect(await gateway.onlineAgents(agentId)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
      expect(await gateway.onlineAgents(agentId)).toMatchObject({ ok: true })
    },
  )

  it('does not know what became of a command whose connection was cut', async () => {
    await fetch(`${simulator.controlUrl}/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ match: { path: '**/sayfree' }, action: { type: 'reset' }, times: 1 }),
    })
    expect(await gateway.sayIdle(agentId)).toEqual({ ok: false, error: { kind: 'cut' } })
  })

  it('signs out in a way that ends the session', async () => {
    expect(await gateway.signOut(agentId)).toEqual({ ok: true, value: null })
    expect(await gateway.sayIdle(agentId)).toMatchObject({ error: { kind: 'session-gone' } })
  })

  it('keeps within the documented poll wait', () => {
    expect(defaultTimeouts.pollMs).toBeGreaterThan(10_000)
  })
})
