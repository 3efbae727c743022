import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, callIn } from './testing/busy-desk.ts'
import type { DeskFixture } from './testing/desk-fixture.ts'

const moved = { kind: 'transfer', callId: 'c-1', toSkillId: 2, outcome: 'moved' }

describe('reading everything anew after a gap', () => {
  let fixture: DeskFixture
  const snapshot = () => fixture.desk.snapshot

  beforeEach(async () => {
    fixture = await busyDesk()
  })

  function wakeUp(sleptMs: number): void {
    fixture.desk.gapFound({ from: fixture.clock.now() - sleptMs, cause: 'sleep' })
  }

  describe('reads the state once more', () => {
    /** The roster takes its time; the state has been read by then. */
    async function readState(): Promise<void> {
      fixture.gateway.hold('onlineAgents')
      wakeUp(90_000)
      await fixture.clock.advance(400)
      expect(snapshot().agentState).toMatchObject({
        effective: 'busy',
        line: { seen: { by: 'status-query' } },
      })
    }

    /** The roster is there; the gap is over when the state was told again, and not before. */
    async function expectReadAgain(): Promise<void> {
      fixture.gateway.hold('agentStatus')
      fixture.gateway.held.at(-1)!.release()
      await fixture.settle()
      expect(snapshot().session.phase).toBe('recovering')
      expect(fixture.gateway.held.at(-1)!.method).toBe('agentStatus')
      fixture.gateway.held.at(-1)!.release()
      await fixture.settle()
    }

    it('when an event of the gap came while the rest was read', async () => {
      await readState()
      fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_Ready' })
      await fixture.clock.advance(1)
      expect(snapshot().agentState.effective).toBe('idle')
      await expectReadAgain()
      expect(snapshot()).toMatchObject({ session: { phase: 'online' }, agentState: { effective: 'busy' } })
    })

    it('when it was read long ago', async () => {
      await readState()
      fixture.gateway.status = { state: 'rest', isInCall: false }
      await fixture.clock.advance(3_001)
      await expectReadAgain()
      expect(snapshot().absence?.changes).toContainEqual(expect.objectContaining({ after: 'rest' }))
    })

    it('not when it is fresh', async () => {
      await readState()
      fixture.gateway.hold('agentStatus')
      fixture.gateway.held.at(-1)!.release()
      await fixture.settle()
      expect(snapshot().session.phase).toBe('online')
    })
  })

  describe('with undecided transfers', () => {
    async function leaveOpen(callIds: readonly string[]): Promise<void> {
      const reads = callIds.length * 5
      fixture.gateway.failNext(
        'waitingCalls',
        ...Array.from({ length: reads }, () => ({ kind: 'unreachable', detail: 'X' }) as const),
      )
      for (const callId of callIds) {
        fixture.gateway.failNext('transferWaitingCall', { kind: 'cut' })
        void fixture.desk.transferWaitingCall({ callId, fromSkillId: 1, toSkillId: 2 }, 'window')
      }
      // All planned looks fail as well.
      await fixture.clock.advance(120_000)
      const outcomes = snapshot().waiting.receipts.map(({ outcome }) => outcome)
      expect(outcomes).toEqual(callIds.map(() => 'unknown'))
    }

    beforeEach(() => {
      // An idle agent's lists are empty and prove nothing.
      fixture.gateway.status = { state: 'idle', isInCall: false }
    })

    it('does not wait for the looks', async () => {
      await leaveOpen(['c-1', 'c-2', 'c-3', 'c-4'])
      wakeUp(10_000)
      await fixture.clock.advance(400)
      expect(snapshot().session.phase).toBe('online')
    })

    it('adds what they find to the report, the newest at once and older ones in their turn', async () => {
      await leaveOpen(['c-1', 'c-2'])
      fixture.gateway.waiting.set(2, [callIn(2)])
      wakeUp(90_000)
      await fixture.clock.advance(400)
      expect(snapshot()).toMatchObject({ session: { phase: 'online' }, absence: { cause: 'sleep' } })
      expect(snapshot().absence?.changes).not.toContainEqual(moved)
      await fixture.clock.advance(8_000)
      expect(snapshot().absence?.changes.filter(({ kind }) => kind === 'transfer')).toEqual([moved])
    })

    it('does not add what the report has already', async () => {
      await leaveOpen(['c-1'])
      fixture.gateway.waiting.set(2, [callIn(2)])
      fixture.gateway.hold('onlineAgents')
      wakeUp(90_000)
      await fixture.clock.advance(2_500)
      expect(snapshot()).toMatchObject({ session: { phase: 'recovering' }, absence: null })
      fixture.gateway.held.at(-1)!.release()
      await fixture.clock.advance(2_500)
      expect(snapshot().absence?.changes.filter(({ kind }) => kind === 'transfer')).toEqual([moved])
    })

    it('does not bring back a report that was put away', async () => {
      await leaveOpen(['c-1'])
      fixture.gateway.waiting.set(2, [callIn(2)])
      wakeUp(90_000)
      await fixture.clock.advance(400)
      fixture.desk.dismissAbsence(snapshot().absence!.id)
      await fixture.clock.advance(2_000)
      expect(snapshot().waiting.receipts).toMatchObject([{ outcome: 'moved' }])
      expect(snapshot().absence).toBeNull()
    })

    it('leaves what they find to the report of a newer gap', async () => {
      await leaveOpen(['c-1'])
      fixture.gateway.hold('waitingCalls')
      wakeUp(90_000)
      await fixture.clock.advance(1_500)
      fixture.gateway.waiting.set(2, [callIn(2)])
      fixture.gateway.hold('onlineAgents')
      wakeUp(10)
      await fixture.clock.advance(400)
      expect(snapshot().session.phase).toBe('recovering')
      const first = snapshot().absence
      for (let read = 0; read < 5; read += 1) {
        for (const held of fixture.gateway.held) if (held.method === 'waitingCalls') held.release()
        await fixture.clock.advance(1_000)
      }
      expect(snapshot().absence).toBe(first)
      for (const held of fixture.gateway.held) held.release()
      await fixture.settle()
      expect(snapshot().session.phase).toBe('online')
      expect(snapshot().absence?.changes.filter(({ kind }) => kind === 'transfer')).toEqual([moved])
    })
  })
})
