import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskActs, DeskWalk } from './testing/desk-walk.ts'

function check(property: (walked: DeskWalk) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(deskActs, async (acts) => {
      const walked = new DeskWalk()
      await walked.start()
      for (const act of acts) await walked.do(act)
      await property(walked)
    }),
    { numRuns: 150 },
  )
}

describe('the desk, whatever happens in whatever order', () => {
  it(
    'loses no wish in silence, has one command under way, and counts its snapshots upwards',
    () =>
      check(async (walked) => {
        await walked.heal()
        expect(walked.faults).toEqual([])
      }),
    60_000,
  )

  it(
    'leaves nothing half done once answers come',
    () =>
      check(async (walked) => {
        await walked.heal()
        const { session, agentState, linkage, afterCall, skills } = walked.snapshot
        expect(['online', 'ended', 'signed-out']).toContain(session.phase)
        const views = { agentState, linkage, afterCall, skills }
        for (const [name, view] of Object.entries(views)) {
          expect([name, view.isKept, view.line.isPending]).toEqual([name, false, false])
        }
      }),
    60_000,
  )

  it(
    'leaves no timer behind when it is disposed of in the middle of anything',
    () =>
      check(async (walked) => {
        await walked.dispose()
        expect(walked.fixture.clock.pendingTimers).toBe(0)
        expect(['ended', 'signed-out']).toContain(walked.snapshot.session.phase)
      }),
    60_000,
  )
})
