import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { createGateway } from '../gateway/create-gateway.ts'
import { createManagement } from '../management/create-management.ts'
import { systemClock } from '../time/clock.ts'
import { startSimulator, type Simulator } from '../../../simulator/start-simulator.ts'
import type { SimulatorOptions } from '../../../simulator/options.ts'
import { createDesk, type DeskParts } from './create-desk.ts'
import { MemorySettings } from './testing/desk-fixture.ts'

/*
 * The desk on the real client against the real simulator over HTTPS: no fakes. Waits are for snapshots, never for time.
 */

interface Bench extends DeskParts {
  readonly simulator: Simulator
  /** Resolves with the first snapshot, present or coming, that satisfies the condition. */
  until(condition: (snapshot: DeskSnapshot) => boolean): Promise<DeskSnapshot>
  /** A caller joins a queue; answers with the call's ID. */
  call(skillId: number): Promise<string>
  /** Changing requests the gateway got, as "METHOD path?query body". */
  sent(): readonly string[]
}

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

function deskFor(simulator: Simulator, settings: MemorySettings): DeskParts {
  const parts = createDesk({
    openGateway: async ({ address }) => createGateway({ address, caPem: simulator.caPem }),
    openManagement: async (target) => createManagement({ ...target, caPem: simulator.caPem }),
    settings,
    clock: systemClock,
    random: Math.random,
    log: { info: () => undefined, warn: () => undefined },
    app: { version: '0', host: 'chromium', locale: 'en' },
    run: { gatewayAddress: null, managementAddress: null, caFile: null },
    demo: null,
    newId: () => 'id',
    schedule: setImmediate,
  })
  closers.push(() => parts.desk.dispose())
  closers.push(() => parts.supervisor.dispose())
  return parts
}

async function bench(options: SimulatorOptions = {}, settings = new MemorySettings()): Promise<Bench> {
  const simulator = await startSimulator({
    port: 0,
    controlPort: 0,
    pollWaitMs: 100,
    colleagues: 4,
    seed: 7,
    ...options,
  })
  closers.push(() => simulator.close())
  const parts = deskFor(simulator, settings)
  return {
    ...parts,
    simulator,
    until: (condition) =>
      new Promise((resolve) => {
        const undo = parts.desk.subscribe(look)
        function look(snapshot: DeskSnapshot): void {
          if (!condition(snapshot)) return
          undo()
          resolve(snapshot)
        }
        look(parts.desk.snapshot)
      }),
    call: async (skillId) => {
      const body = JSON.stringify({ skillId, caller: '13800000001' })
      const response = await fetch(`${simulator.controlUrl}/calls`, { method: 'POST', body })
      return ((await response.json()) as { callid: string }).callid
    },
    sent: () =>
      simulator.requests
        .since(0)
        .filter((request) => request.method !== 'GET')
        .map(
          (request) =>
            `${request.method} ${request.path.replace('/agentgateway/resource', '')}` +
            (request.query === '' ? '' : `?${request.query.replace(/^\?/, '')}`),
        ),
  }
}

async function signIn({ desk, simulator, until }: Bench, change: object = {}): Promise<DeskSnapshot> {
  const [agent] = simulator.demoAgents
  const result = await desk.signIn({
    gatewayAddress: simulator.gatewayUrl,
    caFile: '',
    agentId: agent!.id,
    password: agent!.password,
    phone: agent!.phone,
    isAlwaysOffHook: true,
    takeOver: false,
    ...change,
  })
  expect(result).toEqual({ ok: true, value: null })
  return until(
    (snapshot) =>
      snapshot.skills.verdict === 'confirmed' &&
      snapshot.agentState.effective === 'idle' &&
      snapshot.queues.length > 0,
  )
}

describe.each([1, 2] as const)('the desk against the simulator, AUTHMODE %i', (authMode) => {
  it('signs in, sends the wishes, sees them, and signs out', async () => {
    const it = await bench({ authMode })
    const online = await signIn(it)
    expect(online.skills.configured.map((skill) => skill.name)).toContain('Billing')
    expect(online.queues.map((queue) => queue.name)).toEqual([
      'Billing',
      'Technical support',
      'Sales',
      'Premium',
      'Web chat',
    ])
    expect(it.sent()).toContain('POST /onlineagent/101/resetskill/true?phonelinkage=0')
    expect(it.sent()).toContain('POST /onlineagent/101/autoenteridle/true')
    expect(await it.desk.signOut({ force: false })).toEqual({ ok: true, value: null })
    const state = (await (await fetch(`${it.simulator.controlUrl}/state`)).json()) as {
      agents: { id: string }[]
    }
    expect(state.agents.find((agent) => agent.id === '101')).toMatchObject({ state: 'signed-out' })
  })

  it('stays signed in over many polls', async () => {
    const it = await bench({ authMode, pollWaitMs: 5 })
    await signIn(it)
    const polls = (): number =>
      it.simulator.requests.since(0).filter((request) => request.path.includes('agentevent')).length
    for (const state of ['busy', 'idle', 'wrap-up', 'idle', 'busy'] as const) {
      expect((await it.desk.setAgentState(state, 'window')).ok).toBe(true)
      await it.until(
        (snapshot) => snapshot.agentState.effective === state && snapshot.agentState.noted === null,
      )
    }
    expect(polls()).toBeGreaterThan(5)
    expect(it.desk.snapshot.session.phase).toBe('online')
  })
})

describe('the desk against the simulator', () => {
  it('asks before it takes over', async () => {
    const it = await bench()
    await signIn(it)
    const second = deskFor(it.simulator, new MemorySettings())
    const [agent] = it.simulator.demoAgents
    const input = {
      gatewayAddress: it.simulator.gatewayUrl,
      caFile: '',
      agentId: agent!.id,
      password: agent!.password,
      phone: agent!.phone,
      isAlwaysOffHook: true,
    }
    expect(await second.desk.signIn({ ...input, takeOver: false })).toMatchObject({
      error: { reason: 'already-signed-in', retcode: '100-002' },
    })
    expect((await second.desk.signIn({ ...input, takeOver: true })).ok).toBe(true)
    const ended = await it.until((snapshot) => snapshot.session.phase === 'signed-out')
    expect(ended.session).toMatchObject({ ended: { cause: 'signed-out-by-platform' } })
  })

  it('moves a waiting call and sees it in the other queue', async () => {
    const it = await bench({ colleagues: 0 })
    await signIn(it)
    await it.desk.setAgentState('busy', 'window')
    await it.until((snapshot) => snapshot.agentState.effective === 'busy')
    const callId = await it.call(4)
    await it.desk.refreshWaiting()
    expect(it.desk.snapshot.waiting.calls).toMatchObject([{ callId, skillId: 4, caller: '13800000001' }])
    const receipt = await it.desk.transferWaitingCall({ callId, fromSkillId: 4, toSkillId: 2 })
    expect(receipt).toMatchObject({ ok: true, value: { outcome: 'moved', isSeenInTarget: true } })
    expect(it.desk.snapshot.waiting.calls).toMatchObject([{ callId, skillId: 2 }])
    const request = it.simulator.requests.since(0).find((one) => one.path.includes('assignuserinqueue'))
    expect(request).toMatchObject({ method: 'PUT', body: { callid: callId, skillid: 2 } })
  })

  it('proves the after-call rule by the next call, in both directions', async () => {
    const it = await bench({ colleagues: 0, timing: { talkMs: [5, 5], offerMs: [0, 0] } })
    await signIn(it)
    for (const [autoIdle, state] of [
      [false, 'wrap-up'],
      [true, 'idle'],
    ] as const) {
      expect((await it.desk.setAfterCall(autoIdle, 'tray')).ok).toBe(true)
      if (it.desk.snapshot.agentState.effective === 'wrap-up') await it.desk.setAgentState('idle', 'tray')
      await it.until((snapshot) => snapshot.agentState.effective === 'idle')
      await fetch(`${it.simulator.controlUrl}/calls`, {
        method: 'POST',
        body: JSON.stringify({ skillId: 1, caller: '13800000001' }),
      })
      const proved = await it.until(
        (snapshot) =>
          snapshot.afterCall.line.seen?.value === autoIdle && snapshot.agentState.effective === state,
      )
      expect(proved.afterCall.verdict).toBe('confirmed')
    }
  })

  it('links the phone and sees it', async () => {
    const it = await bench()
    await signIn(it)
    await it.desk.setLinkage(true, 'window')
    const linked = await it.until((snapshot) => snapshot.linkage.verdict === 'confirmed')
    expect(linked.linkage.effective).toBe(true)
    expect(it.sent()).toContain('POST /onlineagent/101/resetskill/true?phonelinkage=1')
  })

  it('unbinds an account and binds it again with its weights', async () => {
    const it = await bench()
    await signIn(it)
    await it.supervisor.connect({
      managementAddress: it.simulator.gatewayUrl,
      appKey: 'demo',
      appSecret: 'demo-secret',
    })
    const before = await it.supervisor.readBindings(1)
    if (!before.ok) throw new Error(before.error.code)
    const account = before.value.bindings[0]!.account
    const receipt = await it.supervisor.unbind({ skillId: 1, accounts: [account] })
    expect(receipt).toMatchObject({ ok: true, value: { outcome: 'unbound' } })
    const after = await it.supervisor.readBindings(1)
    expect(after.ok && after.value.bindings.map((binding) => binding.account)).not.toContain(account)
    expect(await it.supervisor.undo('id')).toMatchObject({ value: { outcome: 'undone' } })
    const restored = await it.supervisor.readBindings(1)
    expect(restored.ok && restored.value.bindings).toEqual(before.value.bindings)
  })

  it('shows an interruption when the gateway goes, and is right again when it is back', async () => {
    const it = await bench()
    await signIn(it)
    it.simulator.faults.add({ match: { path: '**/agentevent/*' }, action: { type: 'reset' }, times: 2 })
    await it.until(
      (snapshot) => snapshot.session.phase === 'online' && snapshot.session.interruption !== null,
    )
    await it.until(
      (snapshot) => snapshot.session.phase === 'online' && snapshot.session.interruption === null,
    )
  })

  it('ends at once when the Guid is refused', async () => {
    const it = await bench()
    await signIn(it)
    it.simulator.faults.add({ match: { path: '**/saybusy' }, action: { type: 'expire-guid' }, times: 1 })
    await it.desk.setAgentState('busy', 'window')
    const ended = await it.until((snapshot) => snapshot.session.phase === 'signed-out')
    expect(ended.session).toMatchObject({ ended: { cause: 'guid-refused' } })
  })
})
