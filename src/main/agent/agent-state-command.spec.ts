import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const ready: GatewayEvent = { type: 'idle', isForced: false, name: 'AgentState_Ready' }
const busy: GatewayEvent = { type: 'busy', reason: 1, isForced: false }
const wrapUp: GatewayEvent = { type: 'wrap-up', isRequested: false }

describe('asking for a state', () => {
  let fixture: DeskFixture
  const view = (): DeskFixture['desk']['snapshot']['agentState'] => fixture.desk.snapshot.agentState

  async function events(...list: readonly GatewayEvent[]): Promise<void> {
    for (const event of list) {
      await fixture.clock.advance(1)
      fixture.gateway.emit(event)
      await fixture.clock.advance(0)
    }
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    await events(ready)
  })

  it('is refused without a session', async () => {
    await fixture.desk.signOut({ force: false })
    expect(await fixture.desk.setAgentState({ state: 'busy' }, 'tray')).toMatchObject({
      error: { code: 'not-connected' },
    })
  })

  it('is refused in a state that does not allow it, without asking the gateway', async () => {
    await events({ type: 'occupied' })
    expect(await fixture.desk.setAgentState({ state: 'wrap-up' }, 'window')).toMatchObject({
      error: { reason: 'not-in-this-state' },
    })
    expect(fixture.gateway.called('enterWrapUp')).toEqual([])
  })

  it.each([
    ['busy', [], 'sayBusy'],
    ['rest', [], 'rest'],
    ['wrap-up', [], 'enterWrapUp'],
    ['idle', [busy], 'sayIdle'],
    ['idle', [wrapUp], 'sayIdle'],
    ['idle', [{ type: 'rest', reason: 0 }], 'cancelRest'],
  ] as const)('%s after %j calls %s', async (state, before, method) => {
    await events(...before)
    expect((await fixture.desk.setAgentState({ state: state }, 'window')).ok).toBe(true)
    expect(fixture.gateway.called(method)).toHaveLength(1)
  })

  it('shows the state only when the event says so', async () => {
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(view()).toMatchObject({ effective: 'idle', verdict: 'accepted', noted: 'busy' })
    await events(busy)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed', noted: null })
  })

  it('lets the last wish win: the present state takes an open wish back', async () => {
    fixture.gateway.hold('sayBusy')
    const first = fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await fixture.settle()
    const second = fixture.desk.setAgentState({ state: 'idle' }, 'window')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    expect(await first).toMatchObject({ error: { code: 'superseded' } })
    expect((await second).ok).toBe(true)
    expect(fixture.gateway.called('sayIdle')).toHaveLength(1)
  })

  it('asks for nothing when the agent is in that state already', async () => {
    expect((await fixture.desk.setAgentState({ state: 'idle' }, 'window')).ok).toBe(true)
    expect(fixture.gateway.called('sayIdle')).toEqual([])
  })

  it('is not called confirmed while no poll gets through, and is read when one does', async () => {
    await fixture.clock.advance(10)
    fixture.gateway.failPoll({ kind: 'malformed', detail: 'html' })
    await fixture.settle()
    expect(view()).toMatchObject({ effective: 'idle', verdict: 'doubted' })
    fixture.gateway.status = { state: 'busy', isInCall: false }
    fixture.gateway.emit(null)
    await fixture.clock.advance(1000)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed' })
  })

  it('reads the state when the event does not come', async () => {
    fixture.gateway.status = { state: 'busy', isInCall: false }
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(view()).toMatchObject({ effective: 'idle', noted: 'busy' })
    await fixture.clock.advance(2000)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed', noted: null })
  })

  it('stays open, not fulfilled, when the state that was read is another one', async () => {
    fixture.gateway.status = { state: 'idle', isInCall: false }
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await fixture.clock.advance(2000)
    expect(view()).toMatchObject({ effective: 'idle', verdict: 'accepted', noted: 'busy' })
  })

  it('finds within a minute that events were lost', async () => {
    await events({ type: 'talking', callId: 'c', caller: null })
    fixture.gateway.status = { state: 'busy', isInCall: false }
    await fixture.clock.advance(61_000)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed' })
    expect(fixture.desk.snapshot.call).toBeNull()
  })

  it('is settled by an event that overtook the answer', async () => {
    fixture.gateway.hold('sayBusy')
    const asking = fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await events(busy)
    fixture.gateway.held[0]!.release()
    await asking
    expect(view()).toMatchObject({ effective: 'busy', noted: null })
  })

  it('stays noted during a call and in the wrap-up after it', async () => {
    await events({ type: 'talking', callId: 'c', caller: null })
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await events({ type: 'call-released', callId: 'c', by: 'customer' }, wrapUp)
    expect(view()).toMatchObject({ effective: 'wrap-up', noted: 'busy' })
    await events(busy)
    expect(view()).toMatchObject({ effective: 'busy', noted: null })
  })

  it('says why it was refused and reads the state back', async () => {
    fixture.gateway.failNext('sayBusy', {
      kind: 'refused',
      reason: 'not-in-this-state',
      retcode: '100-009',
      message: '',
    })
    fixture.gateway.status = { state: 'busy', isInCall: false }
    await fixture.clock.advance(1)
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'failed' })
    expect(fixture.desk.snapshot.notices[0]!.content).toMatchObject({
      kind: 'wish-failed',
      wish: 'agent-state',
    })
  })

  it('drops the refusal when the state changes', async () => {
    fixture.gateway.failNext('sayBusy', { kind: 'timed-out' })
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(view().verdict).toBe('uncertain')
    await events(busy)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed' })
  })

  it('does not let a state that was read early overwrite a newer event', async () => {
    fixture.gateway.hold('agentStatus')
    fixture.gateway.status = { state: 'idle', isInCall: false }
    fixture.gateway.failNext('sayBusy', { kind: 'timed-out' })
    const asking = fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await fixture.settle()
    await events(busy)
    fixture.gateway.held[0]!.release()
    await asking
    expect(view().effective).toBe('busy')
  })

  it('counts the time in a state from its first event', async () => {
    await events(busy)
    const since = view().since
    await events(busy)
    expect(view().since).toBe(since)
  })

  it('keeps the call on the screen while a rest that was noted during it is told instead', async () => {
    await events({ type: 'talking', callId: 'c-1', caller: '555' })
    fixture.gateway.status = { state: 'rest-requested', isInCall: true }
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    await fixture.clock.advance(2_000)
    expect(view().effective).toBe('rest-requested')
    expect(fixture.desk.snapshot.call).toMatchObject({ callId: 'c-1' })
    fixture.gateway.status = { state: 'rest-requested', isInCall: false }
    await fixture.clock.advance(60_000)
    expect(fixture.desk.snapshot.call).toBeNull()
  })
})
