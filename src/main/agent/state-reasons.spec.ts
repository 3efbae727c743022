import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const ready: GatewayEvent = { type: 'idle', isForced: false, name: 'AgentState_Ready' }
const busy = (reason: number | null, isForced = false): GatewayEvent => ({ type: 'busy', reason, isForced })
const rest = (reason: number | null): GatewayEvent => ({ type: 'rest', reason })

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
  fixture.gateway.restReasonList = [
    { id: 1, text: 'Lunch' },
    { id: 9, text: ' ' },
  ]
  await fixture.signIn()
  await events(ready)
})

describe('the reasons of rest', () => {
  it('are read once for a session; one without a name is none', async () => {
    await fixture.clock.advance(120_000)
    expect(fixture.gateway.called('restReasons')).toHaveLength(1)
    expect(view().restReasons).toEqual([{ id: 1, text: 'Lunch' }])
  })

  it.each([
    [{ kind: 'http-status', status: 404 } as const, 1],
    [{ kind: 'timed-out' } as const, 2],
  ])('after %j they are read %i times', async (error, times) => {
    fixture = createFixture()
    fixture.gateway.failNext('restReasons', error)
    await fixture.signIn()
    await fixture.clock.advance(60_000)
    expect(fixture.gateway.called('restReasons')).toHaveLength(times)
  })
})

describe('asking with a reason', () => {
  it('goes to the gateway, into the journal, and into the snapshot until the event speaks', async () => {
    await fixture.desk.setAgentState({ state: 'busy', reason: 201 }, 'palette')
    expect(fixture.gateway.called('sayBusy')).toEqual([['101', { reason: 201 }]])
    expect(fixture.journal).toContainEqual(
      expect.objectContaining({
        name: 'agent-state',
        cause: 'palette',
        details: { to: 'busy', reason: 201 },
      }),
    )
    expect(view()).toMatchObject({ noted: 'busy', askedReason: 201, reason: null })
    await events(busy(201))
    expect(view()).toMatchObject({ effective: 'busy', reason: 201, noted: null })
  })

  it('of the present state changes the reason, and is nothing where the reason is the same', async () => {
    await events(busy(200))
    await fixture.desk.setAgentState({ state: 'busy', reason: 200 }, 'window')
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    expect(fixture.gateway.called('sayBusy')).toEqual([])
    await fixture.desk.setAgentState({ state: 'busy', reason: 201 }, 'window')
    expect(fixture.gateway.called('sayBusy')).toEqual([['101', { reason: 201, isProlonged: true }]])
    await events(busy(201))
    expect(view()).toMatchObject({ effective: 'busy', reason: 201, verdict: 'confirmed' })
  })

  it('a changed reason that only a query answers is not known', async () => {
    await events(busy(200))
    fixture.gateway.status = { state: 'busy', isInCall: false }
    await fixture.clock.advance(1)
    await fixture.desk.setAgentState({ state: 'busy', reason: 201 }, 'window')
    await fixture.clock.advance(2_000)
    expect(view()).toMatchObject({ effective: 'busy', reason: null, noted: null })
  })

  it('is kept in a gap and sent with its reason', async () => {
    fixture.gateway.status = { state: 'idle', isInCall: false }
    fixture.gateway.failPoll({ kind: 'unreachable', detail: '' })
    await fixture.settle()
    await fixture.desk.setAgentState({ state: 'rest', reason: 1, restSeconds: 300 }, 'window')
    expect(view()).toMatchObject({ isKept: true, askedReason: 1 })
    fixture.gateway.emit(null)
    await fixture.clock.advance(5_000)
    expect(fixture.gateway.called('rest')).toEqual([['101', 300, 1]])
  })
})

describe('a reason the gateway gives', () => {
  it.each([
    [busy(2), 2],
    [busy(null, true), 3],
    [busy(0), null],
    [busy(null), null],
  ])('%j: %j', async (event, reason) => {
    await events(event)
    expect(view()).toMatchObject({ effective: 'busy', reason })
  })

  it('is gone with the state', async () => {
    await events(busy(201), ready)
    expect(view()).toMatchObject({ effective: 'idle', reason: null })
  })
})

describe('the end of a rest', () => {
  it('is counted from the event, moved by another length, and gone with the rest', async () => {
    await fixture.desk.setAgentState({ state: 'rest', reason: 1, restSeconds: 300 }, 'window')
    expect(view().restUntil).toBeNull()
    await events(rest(1))
    expect(view()).toMatchObject({ reason: 1, restUntil: fixture.clock.now() + 300_000 })
    await events({ type: 'rest-over' })
    expect(view()).toMatchObject({ effective: 'rest', isRestOver: true })
    await fixture.desk.setAgentState({ state: 'rest', restSeconds: 600 }, 'window')
    expect(fixture.gateway.called('rest').at(-1)).toEqual(['101', 600, 0, true])
    await events(rest(0))
    expect(view()).toMatchObject({ restUntil: fixture.clock.now() + 600_000, isRestOver: false })
    await events(ready)
    expect(view()).toMatchObject({ restUntil: null, isRestOver: false })
  })

  it('is not known for a rest that was not asked for here', async () => {
    await events(rest(4))
    expect(view()).toMatchObject({ effective: 'rest', reason: 4, restUntil: null })
  })
})
