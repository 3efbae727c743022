import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, comeBack, fallSilent } from './testing/busy-desk.ts'
import type { DeskFixture } from './testing/desk-fixture.ts'

const gone = { kind: 'session-gone', retcode: '100-006', message: '' } as const

describe('a recovery that is overtaken', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot
  const release = async (nth: number): Promise<void> => {
    fixture.gateway.held[nth]!.release()
    await fixture.settle()
  }

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  /** The linkage, kept in a gap, is on its way and gets no answer. */
  async function leaveSending(): Promise<void> {
    await fallSilent(fixture)
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.hold('resetSkills')
    await comeBack(fixture)
    expect(fixture.gateway.held).toHaveLength(1)
  }

  /** Another gap, in which the agent wishes for something lasting and for a state. */
  async function wishInAnotherGap(): Promise<void> {
    await fallSilent(fixture)
    await fixture.desk.setLinkage(false, 'window')
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    await comeBack(fixture)
  }

  it('by one of the same session leaves a kept state to it', async () => {
    await leaveSending()
    await wishInAnotherGap()
    await release(0)
    expect(snapshot().agentState.isKept).toBe(true)
    await release(1)
    expect(snapshot().agentState.isKept).toBe(false)
    expect(fixture.gateway.called('rest')).toHaveLength(1)
  })

  it('by one of the next session, of the same number, leaves a kept state to it', async () => {
    await leaveSending()
    fixture.gateway.failPoll(gone)
    await fixture.clock.advance(1)
    expect(snapshot().session.phase).toBe('ended')
    await fixture.signIn()
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    await fixture.clock.advance(100)
    await release(1)
    await wishInAnotherGap()
    expect(fixture.gateway.held).toHaveLength(3)
    await release(0)
    expect(snapshot().agentState.isKept).toBe(true)
    await release(2)
    expect(fixture.gateway.called('rest')).toHaveLength(1)
  })

  it('by silence while it reads reports nothing, and the next one reports once', async () => {
    fixture.gateway.hold('agentStatus')
    const from = fixture.clock.now() - 60_000
    fixture.desk.gapFound({ from, cause: 'sleep' })
    await fixture.clock.advance(400)
    expect(snapshot().session.phase).toBe('recovering')
    await fallSilent(fixture)
    await release(0)
    expect(snapshot()).toMatchObject({ session: { phase: 'doubtful' }, absence: null })
    fixture.gateway.emit(null)
    await fixture.clock.advance(2_000)
    await release(1)
    expect(snapshot()).toMatchObject({ session: { phase: 'online' }, absence: { from, cause: 'sleep' } })
    expect(fixture.journal.filter(({ kind }) => kind === 'absence')).toHaveLength(1)
  })
})

it('what the gateway says while the events of a gap are fetched stays proved when the rest is read', async () => {
  const fixture = await busyDesk()
  await fixture.desk.setLinkage(true, 'window')
  fixture.gateway.emit({ type: 'linkage-result', result: 0 })
  await fixture.clock.advance(1_000)
  await fixture.desk.setLinkage(false, 'window')
  fixture.desk.gapFound({ from: fixture.clock.now() - 60_000, cause: 'sleep' })
  await fixture.clock.advance(100)
  expect(fixture.desk.snapshot).toMatchObject({
    session: { phase: 'recovering' },
    linkage: { verdict: 'accepted' },
  })
  fixture.gateway.emit({ type: 'linked-phone', status: 4 })
  await fixture.clock.advance(1_000)
  expect(fixture.desk.snapshot).toMatchObject({
    session: { phase: 'online' },
    linkage: { effective: false, verdict: 'confirmed' },
  })
})
