import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

describe('what events say about the call', () => {
  let fixture: DeskFixture
  const call = () => fixture.desk.snapshot.call

  async function happen(...events: readonly GatewayEvent[]): Promise<void> {
    fixture.gateway.emit(...events)
    await fixture.clock.advance(10)
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
  })

  it.each<[string, readonly GatewayEvent[], string | null]>([
    ['is taken from the first event that tells it', [{ type: 'talking', callId: 'c', caller: '5' }], '5'],
    ['stays when a later event does not say it', [{ type: 'talking', callId: 'c', caller: null }], '138'],
    ['stays when a later event withholds it', [{ type: 'talking', callId: 'c', caller: '' }], '138'],
  ])('the number of the caller %s', async (_name, events, caller) => {
    await happen({ type: 'ringing', callId: 'c', caller: '138', isAutoAnswer: false }, ...events)
    expect(call()?.caller).toBe(caller)
  })

  it('a number that is withheld from the beginning is not a number nobody gave', async () => {
    await happen({ type: 'ringing', callId: 'c', caller: '', isAutoAnswer: false })
    expect(call()?.caller).toBe('')
    await happen({ type: 'call-released', callId: 'c', by: 'customer' }, { type: 'occupied' })
    await happen({ type: 'ringing', callId: 'd', caller: null, isAutoAnswer: false })
    expect(call()?.caller).toBeNull()
  })

  it('the phone of an agent who is not always off-hook rings', async () => {
    await happen({ type: 'phone-alerting' })
    expect(call()).toBeNull()
    await happen({ type: 'occupied' })
    expect(call()?.phase).toBe('arriving')
    await happen({ type: 'phone-alerting' })
    expect(call()?.phase).toBe('ringing')
    await happen({ type: 'talking', callId: 'c', caller: '1' }, { type: 'phone-alerting' })
    expect(call()?.phase).toBe('talking')
  })

  it('the keys of the linked phone hold and retrieve it; without a call they say nothing', async () => {
    await happen({ type: 'linked-hold', callId: 'c' }, { type: 'linked-retrieve', callId: 'c' })
    expect(call()).toBeNull()
    await happen({ type: 'talking', callId: 'c', caller: '1' }, { type: 'linked-hold', callId: 'c' })
    expect(call()?.phase).toBe('held')
    await happen({ type: 'linked-retrieve', callId: 'c' })
    expect(call()?.phase).toBe('talking')
  })
})

describe('what events say about the linkage', () => {
  it('a linked phone that goes offline contradicts it, and coming back proves nothing', async () => {
    const fixture = createFixture()
    await fixture.signIn()
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.emit({ type: 'linked-phone', status: 4 })
    await fixture.clock.advance(10)
    expect(fixture.desk.snapshot.linkage.verdict).toBe('accepted')
    fixture.gateway.emit({ type: 'linkage-result', result: 0 }, { type: 'linked-phone', status: 4 })
    await fixture.clock.advance(10)
    expect(fixture.desk.snapshot.linkage).toMatchObject({ verdict: 'contradicted', effective: false })
    fixture.gateway.emit({ type: 'linked-phone', status: 3 })
    await fixture.clock.advance(10)
    expect(fixture.desk.snapshot.linkage.verdict).toBe('contradicted')
  })
})

describe('what events say about the after-call setting', () => {
  const ringing: GatewayEvent = { type: 'ringing', callId: 'c', caller: '138', isAutoAnswer: false }
  const talking: GatewayEvent = { type: 'talking', callId: 'c', caller: '138' }
  const released: GatewayEvent = { type: 'call-released', callId: 'c', by: 'customer' }
  const idle = (name: string, isForced = false): GatewayEvent => ({ type: 'idle', isForced, name })
  const wrapUp = (isRequested: boolean): GatewayEvent => ({ type: 'wrap-up', isRequested })

  it.each<[string, readonly GatewayEvent[]]>([
    ['the end of a call that was never answered', [{ type: 'occupied' }, released, idle('AgentState_Ready')]],
    ['the end of a call that only rang', [ringing, released, idle('AgentState_Ready')]],
    ['idle without a call', [idle('AgentState_Ready')]],
    [
      'the end of busy on request',
      [talking, released, idle('AgentState_CancelNotReady_Success'), idle('AgentState_Ready')],
    ],
    ['the end of a wrap-up on request', [talking, released, idle('AgentState_CancelWork_Success')]],
    [
      'an order of an inspector',
      [talking, released, idle('AgentState_Force_Ready', true), idle('AgentState_Ready')],
    ],
    [
      'busy that was noted',
      [talking, released, { type: 'busy', reason: 1, isForced: false }, idle('AgentState_Ready')],
    ],
    ['a wrap-up that was asked for', [talking, released, wrapUp(true)]],
  ])('%s proves nothing', async (_name, events) => {
    const fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.emit(...events)
    await fixture.clock.advance(10)
    expect(fixture.desk.snapshot.afterCall.line.seen).toBeNull()
  })

  it.each<[string, GatewayEvent, number, boolean | null]>([
    ['idle', idle('AgentState_Ready'), 4_000, true],
    ['wrap-up', wrapUp(false), 4_000, false],
    ['idle that comes much later', idle('AgentState_Ready'), 6_000, null],
    ['wrap-up that comes much later', wrapUp(false), 6_000, null],
  ])('after a release: %s', async (_name, event, afterMs, seen) => {
    const fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.emit(talking, released)
    await fixture.clock.advance(afterMs)
    fixture.gateway.emit(event)
    await fixture.clock.advance(10)
    expect(fixture.desk.snapshot.afterCall.line.seen?.value ?? null).toBe(seen)
  })
})
