import { describe, expect, it } from 'vitest'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { Poller } from './poller.ts'

describe('Poller', () => {
  it('reads at once, then with a pause after each end, until it is no longer wanted', async () => {
    const clock = new ManualClock()
    const begun: number[] = []
    const poller = new Poller(clock, 1000, async () => {
      begun.push(clock.now())
      await new Promise<void>((resolve) => clock.after(300, resolve))
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
    const poller = new Poller(clock, 100, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise<void>((resolve) => clock.after(500, resolve))
      underWay -= 1
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
