import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isResting } from './session-state.ts'
import { acts, seeds, type Act } from './testing/session-acts.ts'
import { attemptOf, SessionWalk } from './testing/session-walk.ts'

/** Four steps of 1.5 s: a sign-in, a sign-out, another one and a forced one, none of them answered. */
const quitLimitMs = 6_000
const runs = { numRuns: 200 } as const

async function walk(seed: number, steps: readonly Act[]): Promise<SessionWalk> {
  const walked = new SessionWalk(seed)
  for (const step of steps) await walked.do(step)
  return walked
}

function check(property: (walked: SessionWalk) => void | Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(seeds, acts, async (seed, steps) => {
      await property(await walk(seed, steps))
    }),
    runs,
  )
}

describe('GatewaySession, whatever happens in whatever order', () => {
  it('sends nothing after the end, polls once at a time, has one command under way, and repeats none', () =>
    check(async (walked) => {
      expect(walked.faults).toEqual([])
      await walked.heal()
      expect(walked.faults).toEqual([])
    }))

  it('signs in only when it was asked to, and takes over only when it was told to', () =>
    check(async (walked) => {
      await walked.heal()
      for (const { gateway, takeOver } of walked.signIns) {
        const signIns = gateway.sent.filter((method) => method === 'signIn' || method === 'forceSignIn')
        expect(signIns).toEqual([takeOver ? 'forceSignIn' : 'signIn'])
      }
    }))

  it('writes every change of phase down, with where it came from and a cause', () =>
    check((walked) => {
      const changes = walked.changes.filter(({ from, to }) => from.phase !== to.phase)
      const entries = walked.journal.filter(({ name, details }) => name !== details?.from)
      expect(entries.map(({ name, details }) => [details?.from, name])).toEqual(
        changes.map(({ from, to }) => [from.phase, to.phase]),
      )
      for (const { kind, cause } of walked.journal) {
        expect(kind).toBe('transition')
        expect(cause).toEqual(expect.stringMatching(/./))
      }
    }))

  it('numbers the recoveries of a session upwards', () =>
    check((walked) => {
      for (const { from, to } of walked.changes) {
        if (attemptOf(from) === -1 || attemptOf(to) === -1) continue
        expect(attemptOf(to)).toBeGreaterThanOrEqual(attemptOf(from))
      }
    }))

  it('comes out of every doubt and every recovery once answers come', () =>
    check(async (walked) => {
      await walked.heal()
      const { state } = walked.session
      expect(isResting(state) || state.phase === 'online').toBe(true)
    }))

  it('leaves nothing behind when it is disposed of in the middle of anything', () =>
    fc.assert(
      fc.asyncProperty(seeds, acts, fc.boolean(), async (seed, steps, isInCall) => {
        const walked = await walk(seed, steps)
        expect(await walked.dispose(isInCall)).toBeLessThanOrEqual(quitLimitMs)
        expect(isResting(walked.session.state)).toBe(true)
        expect(walked.timers.pendingTimers).toBe(0)
        expect(walked.gateways.map(({ isDisposed, pollsUnderWay }) => [isDisposed, pollsUnderWay])).toEqual(
          walked.gateways.map(() => [true, 0]),
        )
        const { told, changes, journal, session } = walked
        const before = [told.length, changes.length, journal.length, session.state]
        await walked.heal()
        expect([told.length, changes.length, journal.length, session.state]).toEqual(before)
        expect(walked.timers.pendingTimers).toBe(0)
        expect(walked.faults).toEqual([])
      }),
      runs,
    ))

  it('reaches every phase and every step on these walks', async () => {
    const seen = new Set<string>()
    await check((walked) => {
      for (const { to } of walked.changes) seen.add(to.phase === 'recovering' ? to.step : to.phase)
    })
    expect([...seen].sort()).toEqual([
      'doubtful',
      'draining',
      'ended',
      'online',
      'reading',
      'signed-out',
      'signing-in',
      'signing-out',
      'taken-over',
      'verifying',
    ])
  })
})
