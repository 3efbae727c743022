import { afterEach, describe, expect, it } from 'vitest'
import { demoSignIn, SimulatedDesks } from './testing/desk-on-simulator.ts'

const desks = new SimulatedDesks()

afterEach(() => desks.closeAll())

describe.each([1, 2] as const)('the desk against the simulator, AUTHMODE %i', (authMode) => {
  it('signs in, sends the wishes, sees them, and signs out', async () => {
    const bench = await desks.start({ authMode })
    const online = await bench.signIn()
    expect(online.skills.configured.map((skill) => skill.name)).toContain('Billing')
    expect(online.queues.map((queue) => queue.name)).toEqual([
      'Billing',
      'Technical support',
      'Sales',
      'Premium',
      'Web chat',
    ])
    expect(bench.sent()).toContain('POST /onlineagent/101/resetskill/true?phonelinkage=0')
    expect(bench.sent()).toContain('POST /onlineagent/101/autoenteridle/true')
    expect(await bench.desk.signOut({ force: false })).toEqual({ ok: true, value: null })
    const state = (await (await fetch(`${bench.simulator.controlUrl}/state`)).json()) as {
      agents: { id: string }[]
    }
    expect(state.agents.find((agent) => agent.id === '101')).toMatchObject({ state: 'signed-out' })
  })

  it('stays signed in over many polls', async () => {
    const bench = await desks.start({ authMode, pollWaitMs: 5 })
    await bench.signIn()
    const polls = (): number =>
      bench.simulator.requests.since(0).filter((request) => request.path.includes('agentevent')).length
    for (const state of ['busy', 'idle', 'wrap-up', 'idle', 'busy'] as const) {
      expect((await bench.desk.setAgentState({ state: state }, 'window')).ok).toBe(true)
      await bench.until(
        (snapshot) => snapshot.agentState.effective === state && snapshot.agentState.noted === null,
      )
    }
    expect(polls()).toBeGreaterThan(5)
    expect(bench.desk.snapshot.session.phase).toBe('online')
  })
})

describe('the desk against the simulator', () => {
  it('asks before it takes over', async () => {
    const bench = await desks.start()
    await bench.signIn()
    const second = desks.join(bench.simulator)
    const input = demoSignIn(bench.simulator)
    expect(await second.desk.signIn(input)).toMatchObject({
      error: { reason: 'already-signed-in', retcode: '100-002' },
    })
    expect((await second.desk.signIn({ ...input, takeOver: true })).ok).toBe(true)
    const ended = await bench.until((snapshot) => snapshot.session.phase === 'taken-over')
    expect(ended.session).toMatchObject({ ended: { cause: 'shut-down' }, canReturn: true })
  })

  it('moves a waiting call and sees it in the other queue', async () => {
    const bench = await desks.start({ colleagues: 0 })
    await bench.signIn()
    await bench.desk.setAgentState({ state: 'busy' }, 'window')
    await bench.until((snapshot) => snapshot.agentState.effective === 'busy')
    const callId = await bench.call(4)
    await bench.desk.refreshWaiting()
    expect(bench.desk.snapshot.waiting.calls).toMatchObject([{ callId, skillId: 4, caller: '13800000001' }])
    const receipt = await bench.desk.transferWaitingCall({ callId, fromSkillId: 4, toSkillId: 2 })
    expect(receipt).toMatchObject({ ok: true, value: { outcome: 'moved', answer: 'accepted' } })
    expect(bench.desk.snapshot.waiting.calls).toMatchObject([{ callId, skillId: 2 }])
    const request = bench.simulator.requests.since(0).find((one) => one.path.includes('assignuserinqueue'))
    expect(request).toMatchObject({ method: 'PUT', body: { callid: callId, skillid: 2 } })
  })

  it('proves the after-call rule by the next call, in both directions', async () => {
    const bench = await desks.start({ colleagues: 0, timing: { talkMs: [5, 5], offerMs: [0, 0] } })
    await bench.signIn()
    for (const [autoIdle, state] of [
      [false, 'wrap-up'],
      [true, 'idle'],
    ] as const) {
      expect((await bench.desk.setAfterCall(autoIdle, 'tray')).ok).toBe(true)
      if (bench.desk.snapshot.agentState.effective === 'wrap-up')
        await bench.desk.setAgentState({ state: 'idle' }, 'tray')
      await bench.until((snapshot) => snapshot.agentState.effective === 'idle')
      await fetch(`${bench.simulator.controlUrl}/calls`, {
        method: 'POST',
        body: JSON.stringify({ skillId: 1, caller: '13800000001' }),
      })
      const proved = await bench.until(
        (snapshot) =>
          snapshot.afterCall.line.seen?.value === autoIdle && snapshot.agentState.effective === state,
      )
      expect(proved.afterCall.verdict).toBe('confirmed')
    }
  })

  it('links the phone and sees it', async () => {
    const bench = await desks.start()
    await bench.signIn()
    await bench.desk.setLinkage(true, 'window')
    const linked = await bench.until((snapshot) => snapshot.linkage.verdict === 'confirmed')
    expect(linked.linkage.effective).toBe(true)
    expect(bench.sent()).toContain('POST /onlineagent/101/resetskill/true?phonelinkage=1')
  })

  it('unbinds an account and binds it again with its weights', async () => {
    const bench = await desks.start()
    await bench.signIn()
    await bench.supervisor.connect(
      {
        managementAddress: bench.simulator.gatewayUrl,
        appKey: 'demo',
        appSecret: 'demo-secret',
      },
      'window',
    )
    const before = await bench.supervisor.readBindings(1)
    if (!before.ok) throw new Error(before.error.code)
    const account = before.value.bindings[0]!.account
    const receipt = await bench.supervisor.unbind({ skillId: 1, accounts: [account] }, 'window')
    expect(receipt).toMatchObject({ ok: true, value: { outcome: 'unbound' } })
    const after = await bench.supervisor.readBindings(1)
    expect(after.ok && after.value.bindings.map((binding) => binding.account)).not.toContain(account)
    expect(await bench.supervisor.undo('id', 'window')).toMatchObject({ value: { outcome: 'undone' } })
    const restored = await bench.supervisor.readBindings(1)
    expect(restored.ok && restored.value.bindings).toEqual(before.value.bindings)
  })

  it('is in doubt when the gateway goes, and is right again when it is back', async () => {
    const bench = await desks.start()
    await bench.signIn()
    bench.simulator.faults.add({ match: { path: '**/agentevent/*' }, action: { type: 'reset' }, times: 2 })
    await bench.until(({ session }) => session.phase === 'doubtful')
    await bench.until(({ session }) => session.phase === 'recovering')
    await bench.until(({ session }) => session.phase === 'online')
  })

  it('ends at once when the Guid is refused', async () => {
    const bench = await desks.start()
    await bench.signIn()
    bench.simulator.faults.add({ match: { path: '**/saybusy' }, action: { type: 'expire-guid' }, times: 1 })
    await bench.desk.setAgentState({ state: 'busy' }, 'window')
    const ended = await bench.until((snapshot) => snapshot.session.phase === 'ended')
    expect(ended.session).toMatchObject({ ended: { cause: 'guid-refused' } })
  })
})
