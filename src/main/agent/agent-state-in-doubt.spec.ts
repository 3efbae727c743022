import { beforeEach, describe, expect, it } from 'vitest'
import { setUpSession } from '../session/testing/session-fixture.ts'
import { AgentStateCommand } from './agent-state-command.ts'
import { busyDesk } from './testing/busy-desk.ts'
import type { DeskFixture } from './testing/desk-fixture.ts'

const timedOut = { kind: 'timed-out' } as const

describe('a wish for a state around a gap', () => {
  let fixture: DeskFixture
  const view = (): DeskFixture['desk']['snapshot']['agentState'] => fixture.desk.snapshot.agentState
  const phase = (): string => fixture.desk.snapshot.session.phase
  const notes = (): readonly unknown[] =>
    fixture.journal
      .filter(({ kind, name }) => kind === 'wish' && name === 'agent-state')
      .map(({ cause, details }) => `${cause} ${String(details?.what)}`)

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  async function fallSilent(): Promise<void> {
    fixture.gateway.failPoll(timedOut)
    await fixture.clock.advance(100)
    expect(phase()).toBe('doubtful')
  }

  async function comeBack(): Promise<void> {
    fixture.gateway.emit(null)
    await fixture.clock.advance(3_000)
  }

  it('waits for the end of a second gap that begins while the others go out', async () => {
    await fallSilent()
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.hold('resetSkills')
    await comeBack()
    expect(phase()).toBe('online')
    await fallSilent()
    fixture.gateway.status = { state: 'idle', isInCall: false }
    await fixture.desk.setAgentState({ state: 'busy' }, 'window')
    fixture.gateway.held.at(-1)!.release()
    await fixture.settle()
    expect(view().isKept).toBe(true)
    await comeBack()
    expect(fixture.gateway.called('sayBusy')).toHaveLength(1)
  })

  it('is left to the newer recovery when the older one has not finished sending', async () => {
    await fallSilent()
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.hold('resetSkills')
    await comeBack()
    await fallSilent()
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    await comeBack()
    for (const held of fixture.gateway.held) held.release()
    await fixture.clock.advance(1_000)
    for (const held of fixture.gateway.held) held.release()
    await fixture.clock.advance(1_000)
    expect(fixture.gateway.called('rest')).toHaveLength(1)
    expect(notes()).toEqual(['window kept', 'recovery sent'])
  })

  it('waits for the end of a sign-out that is refused', async () => {
    await fallSilent()
    fixture.gateway.status = { state: 'talking', isInCall: true }
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    await fixture.desk.setLinkage(true, 'window')
    fixture.gateway.hold('signOut')
    fixture.gateway.failNext('signOut', {
      kind: 'refused',
      reason: 'not-in-this-state',
      retcode: '100-009',
      message: '',
    })
    fixture.gateway.hold('agentStatus')
    await comeBack()
    expect(phase()).toBe('recovering')
    const signingOut = fixture.desk.signOut({ force: false }, 'window')
    await fixture.settle()
    const [reading, signOut] = fixture.gateway.held
    // The gap is over while nobody knows yet whether the session is.
    reading!.release()
    await fixture.clock.advance(100)
    expect(phase()).toBe('signing-out')
    expect(view().isKept).toBe(true)
    expect(fixture.desk.snapshot.linkage.isKept).toBe(true)
    signOut!.release()
    expect((await signingOut).ok).toBe(false)
    await fixture.clock.advance(100)
    expect(fixture.gateway.called('rest')).toHaveLength(1)
    // What did not leave is not said to have left.
    const sent = fixture.journal.filter(
      ({ kind, cause, details }) => kind === 'wish' && details?.what === 'sent' && cause !== 'restored',
    )
    expect(sent.map(({ name }) => name)).toEqual(['linkage', 'agent-state'])
  })

  it('is sent when the present state could not be read, even if it was the wished one before', async () => {
    await fallSilent()
    await fixture.desk.setAgentState({ state: 'busy' }, 'tray')
    fixture.gateway.status = { state: 'unknown', isInCall: false }
    await comeBack()
    expect(phase()).toBe('online')
    expect(fixture.gateway.called('sayBusy')).toHaveLength(1)
  })

  it('is not lost when it is to be sent while the gap goes on', async () => {
    await fallSilent()
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    const { session } = setUpSession()
    const { store, clock } = fixture
    const command = new AgentStateCommand({
      store,
      session,
      clock,
      journal: { record: (entry) => expect.fail(`wrote down ${entry.name}`) },
    })
    expect(await command.sendKept()).toBe(false)
    expect(view().isKept).toBe(true)
    await comeBack()
    expect(fixture.gateway.called('rest')).toHaveLength(1)
  })

  it('is not sent when the agent is in that state by then, and the journal says so', async () => {
    await fallSilent()
    await fixture.desk.setAgentState({ state: 'rest' }, 'tray')
    fixture.gateway.status = { state: 'rest', isInCall: false }
    await comeBack()
    expect(fixture.gateway.called('rest')).toEqual([])
    expect(notes()).toEqual(['tray kept', 'recovery fulfilled'])
    expect(fixture.desk.snapshot.notices).toEqual([])
  })

  it('is dropped with a notice when the state does not allow it any more', async () => {
    await fallSilent()
    await fixture.desk.setAgentState({ state: 'wrap-up' }, 'tray')
    fixture.gateway.status = { state: 'talking', isInCall: true }
    await comeBack()
    expect(fixture.gateway.called('enterWrapUp')).toEqual([])
    expect(notes()).toEqual(['tray kept', 'recovery dropped'])
    expect(fixture.desk.snapshot.notices[0]?.content).toEqual({
      kind: 'wish-dropped',
      wish: 'agent-state',
      states: { asked: 'wrap-up', present: 'talking' },
    })
  })

  it('for the state of before is sent while nothing proves that state, and every state is offered', async () => {
    await fallSilent()
    fixture.gateway.status = { state: 'unknown', isInCall: false }
    fixture.gateway.emit(null)
    await fixture.clock.advance(400)
    expect(phase()).toBe('online')
    expect(view()).toMatchObject({ verdict: 'doubted', allowed: ['idle', 'busy', 'rest', 'wrap-up'] })
    expect((await fixture.desk.setAgentState({ state: 'busy' }, 'window')).ok).toBe(true)
    expect(fixture.gateway.called('sayBusy')).toHaveLength(1)
  })

  it('for the present state is sent while an earlier request without an answer may still act', async () => {
    fixture.gateway.failNext('sayIdle', timedOut)
    await fixture.desk.setAgentState({ state: 'idle' }, 'window')
    expect(view()).toMatchObject({ verdict: 'uncertain', effective: 'busy' })
    expect(view().allowed).toContain('busy')
    expect((await fixture.desk.setAgentState({ state: 'busy' }, 'window')).ok).toBe(true)
    expect(fixture.gateway.called('sayBusy')).toHaveLength(1)
  })

  it('that waits and is taken back by asking for the present state is in the journal', async () => {
    await fallSilent()
    await fixture.desk.setLinkage(true, 'window')
    await fixture.desk.setAgentState({ state: 'rest' }, 'window')
    fixture.gateway.hold('resetSkills')
    await comeBack()
    await fixture.desk.setAgentState({ state: 'busy' }, 'tray')
    expect(view().isKept).toBe(false)
    expect(notes()).toEqual(['window kept', 'tray taken-back'])
    fixture.gateway.held.at(-1)!.release()
    await fixture.clock.advance(1_000)
    expect(fixture.gateway.called('rest')).toEqual([])
  })
})
