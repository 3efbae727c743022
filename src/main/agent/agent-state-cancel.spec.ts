import { beforeEach, describe, expect, it } from 'vitest'
import type { RequestableState } from '../../shared/domain/agent.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

describe('taking back a state that the gateway has noted', () => {
  let fixture: DeskFixture
  const view = (): DeskFixture['desk']['snapshot']['agentState'] => fixture.desk.snapshot.agentState
  const cancel = () => fixture.desk.cancelWish('agent-state', 'palette')

  async function note(state: RequestableState): Promise<void> {
    await fixture.desk.setAgentState({ state: state }, 'window')
    expect(view().noted).toBe(state)
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.status = { state: 'talking', isInCall: true }
    fixture.gateway.emit({ type: 'talking', callId: 'c', caller: '1' })
    await fixture.clock.advance(1_000)
  })

  it('is refused when nothing is noted', async () => {
    expect(await cancel()).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.gateway.called('sayIdle')).toEqual([])
  })

  it('is refused during a gap, and stays noted', async () => {
    await note('busy')
    fixture.gateway.failPoll({ kind: 'timed-out' })
    await fixture.clock.advance(100)
    expect(await cancel()).toMatchObject({ error: { code: 'unreachable' } })
    expect(view()).toMatchObject({ noted: 'busy', isKept: false })
    expect(fixture.gateway.called('sayIdle')).toEqual([])
  })

  it.each([
    ['busy', 'sayIdle', 'cancelRest'],
    ['rest', 'cancelRest', 'sayIdle'],
  ] as const)('%s is taken back by %s', async (state, method, other) => {
    await note(state)
    expect((await cancel()).ok).toBe(true)
    expect(fixture.gateway.called(method)).toHaveLength(1)
    expect(fixture.gateway.called(other)).toEqual([])
    expect(view()).toMatchObject({ noted: null, effective: 'talking', verdict: 'confirmed' })
  })

  it('is in the journal before it leaves', async () => {
    await note('busy')
    fixture.gateway.hold('sayIdle')
    void cancel()
    await fixture.settle()
    expect(fixture.gateway.held).toHaveLength(1)
    expect(fixture.journal.at(-1)).toMatchObject({
      kind: 'wish',
      name: 'agent-state',
      cause: 'palette',
      details: { what: 'taken-back' },
    })
  })

  it('leaves a newer wish alone', async () => {
    await note('busy')
    fixture.gateway.hold('sayIdle')
    fixture.gateway.hold('rest')
    const cancelling = cancel()
    await fixture.settle()
    const asking = fixture.desk.setAgentState({ state: 'rest' }, 'tray')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    expect(await cancelling).toMatchObject({ error: { code: 'superseded' } })
    expect(view().line).toMatchObject({ isPending: true, wished: { value: 'rest' } })
    fixture.gateway.held[1]!.release()
    expect((await asking).ok).toBe(true)
    expect(view().noted).toBe('rest')
  })

  it('never leaves when a newer wish comes first', async () => {
    await note('busy')
    fixture.gateway.hold('setAutoIdle')
    void fixture.desk.setAfterCall(false, 'window')
    await fixture.settle()
    void cancel()
    await fixture.settle()
    void fixture.desk.setAgentState({ state: 'rest' }, 'tray')
    await fixture.settle()
    fixture.gateway.held[0]!.release()
    await fixture.settle()
    expect(fixture.gateway.called('sayIdle')).toEqual([])
    expect(view().noted).toBe('rest')
  })

  it('without an answer is told as such, and the state is read', async () => {
    await note('rest')
    fixture.gateway.failNext('cancelRest', { kind: 'timed-out' })
    const before = fixture.gateway.called('agentStatus').length
    expect(await cancel()).toMatchObject({ error: { code: 'timed-out' } })
    expect(view()).toMatchObject({ verdict: 'uncertain', line: { failure: { isOutcomeUnknown: true } } })
    expect(fixture.gateway.called('agentStatus').length).toBe(before + 1)
    expect(fixture.desk.snapshot.notices[0]?.content).toMatchObject({
      kind: 'wish-failed',
      wish: 'agent-state',
    })
  })

  it('is followed by a look at the state: its event may be lost', async () => {
    await note('rest')
    await cancel()
    fixture.gateway.status = { state: 'busy', isInCall: false }
    await fixture.clock.advance(1_500)
    expect(view()).toMatchObject({ effective: 'busy', verdict: 'confirmed' })
  })
})
