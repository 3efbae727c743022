import { beforeEach, describe, expect, it } from 'vitest'
import type { CallView } from '../../shared/domain/call.ts'
import type { CallAction } from '../../shared/domain/call-control.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { FakeGateway } from '../gateway/testing/fake-gateway.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const occupied: GatewayEvent = { type: 'occupied' }
const ringing: GatewayEvent = { type: 'ringing', callId: 'c-1', caller: '555', isAutoAnswer: false }
const talking: GatewayEvent = { type: 'talking', callId: 'c-1', caller: '555' }
const held: GatewayEvent = { type: 'held', callId: 'c-1' }
const released: GatewayEvent = { type: 'call-released', callId: 'c-1', by: 'customer' }
const alerting: GatewayEvent = { type: 'phone-alerting' }
const linked: GatewayEvent = { type: 'linkage-result', result: 0 }

let fixture: DeskFixture

beforeEach(async () => {
  fixture = createFixture()
  await fixture.signIn()
})

const call = (): CallView | null => fixture.desk.snapshot.call

async function events(...list: readonly GatewayEvent[]): Promise<void> {
  for (const event of list) {
    await fixture.clock.advance(1)
    fixture.gateway.emit(event)
    await fixture.clock.advance(0)
  }
}

const control = (action: CallAction) => fixture.desk.controlCall(action, 'window')

describe('refused without asking the gateway', () => {
  it('without a session', async () => {
    await fixture.desk.signOut({ force: false }, 'window')
    expect(await control('release')).toMatchObject({ error: { code: 'not-connected' } })
  })

  it('without a call', async () => {
    expect(await control('release')).toMatchObject({ error: { reason: 'not-now', unavailable: 'no-call' } })
    expect(fixture.gateway.called('releaseCall')).toEqual([])
  })

  it.each<[CallAction, readonly GatewayEvent[], string]>([
    ['answer', [occupied], 'not-ringing'],
    ['answer', [occupied, alerting], 'lift-the-phone'],
    ['answer', [talking], 'already-answered'],
    ['pick-up', [occupied, alerting], 'not-linked'],
    ['reject', [occupied, alerting], 'not-linked'],
    ['reject', [talking], 'already-answered'],
    ['hold', [ringing], 'not-answered'],
    ['hold', [talking, held], 'on-hold'],
    ['hold', [talking, { type: 'conference', callId: 'c-1' }], 'in-conference'],
    ['retrieve', [talking], 'not-on-hold'],
    ['mute', [talking, held], 'on-hold'],
    ['unmute', [talking], 'not-muted'],
    ['release', [occupied], 'not-answered'],
  ])('%s after %j: %s', async (action, before, reason) => {
    await events(...before)
    expect(call()?.actions[action]).toBe(reason)
    expect(await control(action)).toMatchObject({ error: { reason: 'not-now', unavailable: reason } })
    expect(call()?.asked).toBeNull()
  })

  it('while the gateway is silent', async () => {
    await events(talking)
    fixture.gateway.failPoll({ kind: 'unreachable', detail: '' })
    await fixture.settle()
    expect(call()?.actions.release).toBe('gateway-silent')
    expect(await control('release')).toMatchObject({ error: { code: 'unreachable' } })
    expect(fixture.gateway.called('releaseCall')).toEqual([])
  })
})

describe('sent once', () => {
  it.each<[CallAction, readonly GatewayEvent[], Parameters<FakeGateway['called']>[0], readonly unknown[]]>([
    ['answer', [occupied, ringing], 'answerCall', ['101', 'c-1']],
    ['reject', [occupied, ringing], 'releaseCall', ['101']],
    ['hold', [talking], 'holdCall', ['101']],
    ['retrieve', [talking, held], 'retrieveCall', ['101', 'c-1']],
    ['mute', [talking], 'mute', ['101']],
    ['release', [talking], 'releaseCall', ['101']],
    ['release', [talking, held], 'releaseCall', ['101']],
  ])('%s after %j calls %s', async (action, before, method, args) => {
    await events(...before)
    expect(await control(action)).toMatchObject({ ok: true })
    expect(fixture.gateway.called(method)).toEqual([args])
  })

  it.each<[CallAction, Parameters<FakeGateway['called']>[0]]>([
    ['pick-up', 'pickUpPhone'],
    ['reject', 'hangUpPhone'],
  ])('%s at a linked phone that rings', async (action, method) => {
    await fixture.desk.setLinkage(true, 'window')
    await events(linked, occupied, alerting)
    expect((await control(action)).ok).toBe(true)
    expect(fixture.gateway.called(method)).toEqual([['101']])
  })

  it('with its door in the journal, before the answer', async () => {
    await events(talking)
    fixture.gateway.hold('holdCall')
    const asking = fixture.desk.controlCall('hold', 'shortcut')
    await fixture.settle()
    expect(fixture.journal.at(-1)).toMatchObject({
      kind: 'command',
      name: 'call',
      cause: 'shortcut',
      details: { what: 'hold', callId: 'c-1' },
    })
    fixture.gateway.held[0]!.release()
    await asking
  })

  it('the same again while it is under way is superseded, and sent no second time', async () => {
    await events(talking)
    fixture.gateway.hold('holdCall')
    const first = control('hold')
    expect(call()?.actions.hold).toBe('under-way')
    expect(await control('hold')).toMatchObject({ error: { code: 'superseded' } })
    fixture.gateway.held[0]!.release()
    expect((await first).ok).toBe(true)
    expect(fixture.gateway.called('holdCall')).toHaveLength(1)
  })
})

describe('only to the call it was asked for', () => {
  it('a release that waits while its call ends does not end the next one', async () => {
    await events(talking)
    fixture.gateway.hold('holdCall')
    const holding = control('hold')
    await fixture.settle()
    const releasing = control('release')
    await events(released, occupied, { ...talking, callId: 'c-2' })
    fixture.gateway.held[0]!.release()
    await holding
    expect(await releasing).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.gateway.called('releaseCall')).toEqual([])
    expect(call()).toMatchObject({ callId: 'c-2', asked: null })
  })

  it('a rejection that waits while the call is answered does not end the conversation', async () => {
    await events(occupied, ringing)
    fixture.gateway.hold('sayBusy')
    const busy = fixture.desk.setAgentState({ state: 'busy' }, 'window')
    await fixture.settle()
    const rejecting = control('reject')
    await events(talking)
    fixture.gateway.held[0]!.release()
    expect(await rejecting).toMatchObject({ error: { code: 'superseded' } })
    await busy
    expect(fixture.gateway.called('releaseCall')).toEqual([])
  })

  it('the end of another call, such as a consultation, is not its end', async () => {
    await events(talking, { ...released, callId: 'c-9' })
    expect(call()).toMatchObject({ callId: 'c-1', phase: 'talking' })
  })
})

describe('what became of it', () => {
  it('the event ends the request, also when it overtakes the answer', async () => {
    await events(talking)
    fixture.gateway.hold('holdCall')
    const asking = control('hold')
    await events(held)
    fixture.gateway.held[0]!.release()
    await asking
    expect(call()).toMatchObject({ phase: 'held', asked: null })
  })

  it('muting is known from the answer alone, and in doubt after a hold', async () => {
    await events(talking)
    await control('mute')
    expect(call()).toMatchObject({ isMuted: true, asked: null })
    expect(call()?.actions.mute).toBe('muted')
    await events(held, talking)
    expect(call()?.isMuted).toBeNull()
    expect(call()?.actions).toMatchObject({ mute: null, unmute: null })
  })

  it('without an answer to muting nobody knows whether the agent is heard', async () => {
    await events(talking)
    fixture.gateway.failNext('mute', { kind: 'timed-out' })
    expect((await control('mute')).ok).toBe(false)
    expect(call()).toMatchObject({ isMuted: null, asked: { action: 'mute', outcome: 'unknown' } })
  })

  it('without an answer the state is read back: the call may have ended', async () => {
    await events(talking)
    fixture.gateway.failNext('releaseCall', { kind: 'cut' })
    fixture.gateway.status = { state: 'wrap-up', isInCall: false }
    await fixture.clock.advance(1)
    expect(await control('release')).toMatchObject({ error: { code: 'outcome-unknown' } })
    expect(call()).toBeNull()
    expect(fixture.desk.snapshot.agentState.effective).toBe('wrap-up')
    expect(fixture.gateway.called('releaseCall')).toHaveLength(1)
  })

  it('a refusal stays with the call and says why', async () => {
    await events(talking)
    fixture.gateway.status = { state: 'talking', isInCall: true }
    fixture.gateway.failNext('holdCall', {
      kind: 'refused',
      reason: 'not-in-this-state',
      retcode: '200-014',
      message: '',
    })
    await control('hold')
    expect(call()?.asked).toMatchObject({ action: 'hold', outcome: 'refused', error: { retcode: '200-014' } })
    expect(call()?.actions.hold).toBeNull()
  })

  it('what was accepted and has no effect may be asked for again a moment later', async () => {
    await events(talking)
    fixture.gateway.status = { state: 'talking', isInCall: true }
    await control('hold')
    expect(call()?.actions.hold).toBe('under-way')
    await fixture.clock.advance(2_000)
    expect(call()).toMatchObject({ phase: 'talking', asked: null })
  })
})

it('the queue and the kind of a call are asked for once, when an event has named it', async () => {
  const info = { callId: 'c-1', caller: '555', called: '95001', callSkillId: 2, feature: 6 }
  fixture.gateway.presentCalls = [{ ...info, beganAt: 1, endedAt: null }]
  await events(occupied)
  expect(fixture.gateway.called('callInfo')).toEqual([])
  await events(ringing, talking, held)
  expect(fixture.gateway.called('callInfo')).toHaveLength(1)
  expect(call()).toMatchObject({ skillId: 2, kind: 'internal', phase: 'held' })
})

it.each<[string, readonly GatewayEvent[], Partial<CallView>]>([
  [
    'the called party of an own call',
    [{ ...talking, about: { called: '777', feature: 7 } }],
    { caller: '777', kind: 'outgoing' },
  ],
  ['who passed it on', [{ ...ringing, about: { transferredBy: '102' } }, talking], { transferredBy: '102' }],
  [
    'the party whose phone rings',
    [occupied, { type: 'customer-alerting', callId: 'c-1', otherPhone: '888', otherAgentId: null }],
    { caller: '888' },
  ],
  [
    'how long it has lasted, holding included',
    [talking, held],
    { answeredAt: expect.any(Number) as number, phase: 'held' },
  ],
])('a call tells %s', async (_what, before, expected) => {
  await events(...before)
  expect(call()).toMatchObject(expected)
})

it('nothing is looked for after the session', async () => {
  await events(talking)
  expect((await control('hold')).ok).toBe(true)
  await fixture.desk.signOut({ force: true }, 'window')
  expect(fixture.clock.pendingTimers).toBe(0)
})
