import { beforeEach, describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const busy = (isForced: boolean): GatewayEvent => ({ type: 'busy', reason: isForced ? 3 : 1, isForced })
const idle: GatewayEvent = { type: 'idle', isForced: false, name: 'AgentState_Ready' }

describe('notices because of events', () => {
  let fixture: DeskFixture
  const kinds = (): readonly string[] => fixture.desk.snapshot.notices.map(({ content }) => content.kind)

  async function happen(...events: readonly GatewayEvent[]): Promise<void> {
    fixture.gateway.emit(...events)
    await fixture.clock.advance(10)
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    await happen(idle)
  })

  it('a call that was not answered is told with its number, once, and not at all in a gap', async () => {
    await happen({ type: 'occupied' }, { type: 'ringing', callId: 'c', caller: '138', isAutoAnswer: false })
    await happen({ type: 'no-answer', callId: 'c' }, { type: 'busy', reason: 2, isForced: false })
    expect(fixture.desk.snapshot.notices.map(({ content }) => content)).toEqual([
      { kind: 'call-missed', caller: '138' },
    ])
    fixture.desk.dismissNotice(fixture.desk.snapshot.notices[0]!.id)
    fixture.gateway.emit({ type: 'no-answer', callId: 'd' })
    fixture.desk.gapFound({ from: fixture.clock.now() - 5_000, cause: 'sleep' })
    await fixture.clock.advance(1_000)
    expect(kinds()).toEqual([])
    expect(fixture.desk.snapshot.absence?.changes).toContainEqual({ kind: 'call-missed', caller: null })
  })

  it('an order of an inspector is told once, though it comes as two events, and is over with the next state', async () => {
    await happen(busy(true), busy(true))
    expect(kinds()).toEqual(['state-forced'])
    const [first] = fixture.desk.snapshot.notices
    await happen(busy(true))
    expect(fixture.desk.snapshot.notices[0]!.id).toBe(first!.id)
    await happen(idle)
    expect(kinds()).toEqual([])
  })

  it('the end of a rest is told, and is over when the agent leaves it', async () => {
    await happen({ type: 'rest', reason: 0 }, { type: 'rest-over' })
    expect(kinds()).toEqual(['rest-over'])
    await happen(idle)
    expect(kinds()).toEqual([])
  })

  it('what is about the session ends with it', async () => {
    await happen(busy(true))
    await fixture.desk.signOut({ force: false })
    expect(kinds()).toEqual([])
  })
})
