import { describe, expect, it } from 'vitest'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { err, ok } from '../../shared/result.ts'
import { Poller, unlessOvertaken } from './poller.ts'

function makePoller(
  clock: ManualClock,
  pauseMs: number,
  read: () => Promise<{ ok: boolean }>,
  random = () => 0.5,
): Poller {
  return new Poller({ clock, random, pauseMs, read })
}

describe('Poller', () => {
  it('waits ever longer after failures, at most half a minute, and the usual pause after a success', async () => {
    const clock = new ManualClock()
    const begun: number[] = []
    let isOk = false
    const poller = makePoller(
      clock,
      2000,
      async () => {
        begun.push(clock.now())
        return { ok: isOk }
      },
      () => 1,
    )
    const start = clock.now()
    poller.want(true)
    await clock.advance(100_000)
    expect(begun.map((at) => at - start)).toEqual([0, 4000, 12_000, 28_000, 58_000, 88_000])
    isOk = true
    await clock.advance(22_000)
    poller.want(false)
    expect(begun.slice(6).map((at) => at - start)).toEqual([118_000, 120_000, 122_000])
  })

  it('reads at once, then with a pause after each end, until it is no longer wanted', async () => {
    const clock = new ManualClock()
    const begun: number[] = []
    const poller = makePoller(clock, 1000, async () => {
      begun.push(clock.now())
      await new Promise<void>((resolve) => clock.after(300, resolve))
      return { ok: true }
    })
    const start = clock.now()
    poller.want(true)
    await clock.advance(3000)
    poller.want(false)
    await clock.advance(10_000)
    expect(begun.map((at) => at - start)).toEqual([0, 1300, 2600])
    expect(clock.pendingTimers).toBe(0)
  })

  it('does not read twice at once when it is wanted again during a reading', async () => {
    const clock = new ManualClock()
    let underWay = 0
    let most = 0
    const poller = makePoller(clock, 100, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise<void>((resolve) => clock.after(500, resolve))
      underWay -= 1
      return { ok: true }
    })
    poller.want(true)
    await settle()
    poller.want(false)
    poller.want(true)
    await clock.advance(2000)
    poller.want(false)
    expect(most).toBe(1)
  })
})

it.each([
  ['a good reading', ok(null), true],
  ['one that a newer one has overtaken', err({ code: 'superseded' } as const), true],
  ['one that failed', err({ code: 'timed-out' } as const), false],
])('%s: is it a cause to slow down?', async (_name, result, isOk) => {
  expect(await unlessOvertaken(Promise.resolve(result))).toEqual({ ok: isOk })
})
