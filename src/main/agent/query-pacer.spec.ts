import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JumpingClock } from '../power/testing/jumping-clock.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { QueryPacer, type Urgency } from './query-pacer.ts'

async function run(asks: readonly { readonly afterMs: number; readonly urgency: Urgency }[]) {
  const clock = new ManualClock(0)
  const pacer = new QueryPacer(clock)
  const turns: { at: number; urgency: Urgency; asked: number }[] = []
  for (const [asked, { afterMs, urgency }] of asks.entries()) {
    await clock.advance(afterMs)
    void pacer.turn(urgency).then(() => turns.push({ at: clock.now(), urgency, asked }))
  }
  await clock.advance(asks.length * 3_000)
  return { turns, pendingTimers: clock.pendingTimers }
}

const burst = (urgency: Urgency, count: number) =>
  Array.from({ length: count }, () => ({ afterMs: 0, urgency }))

describe('QueryPacer', () => {
  it('lets five through at once when the agent waits, and the sixth when the window has passed', async () => {
    const { turns } = await run(burst('asked', 6))
    expect(turns.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 2_200])
  })

  it('keeps what goes on by itself to two a second', async () => {
    const { turns } = await run(burst('background', 5))
    expect(turns.map(({ at }) => at)).toEqual([0, 500, 1_000, 1_500, 2_000])
  })

  it('serves what the agent waits for before what waited longer in the background', async () => {
    const { turns } = await run([...burst('background', 3), { afterMs: 10, urgency: 'asked' }])
    expect(turns.map(({ at, urgency }) => [at, urgency])).toEqual([
      [0, 'background'],
      [10, 'asked'],
      [510, 'background'],
      [1_010, 'background'],
    ])
  })

  it.each(['asked', 'background'] as const)('serves %s soon after a clock was set back', async (urgency) => {
    const clock = new JumpingClock()
    const pacer = new QueryPacer(clock)
    for (let n = 0; n < 5; n += 1) await pacer.turn('asked')
    clock.jump(-3_600_000)
    let isServed = false
    void pacer.turn(urgency).then(() => (isServed = true))
    await clock.advance(2_200)
    expect(isServed).toBe(true)
    expect(clock.pendingTimers).toBe(0)
  })

  it('serves those who waited already when a clock was set back', async () => {
    const clock = new JumpingClock()
    const pacer = new QueryPacer(clock)
    for (let n = 0; n < 5; n += 1) await pacer.turn('asked')
    let served = 0
    for (let n = 0; n < 2; n += 1) void pacer.turn('asked').then(() => (served += 1))
    clock.jump(-3_600_000)
    await clock.advance(2_200)
    expect(served).toBe(2)
  })

  it('never lets more than five into any two seconds, keeps the order, and forgets nobody', async () => {
    const ask = fc.record({
      afterMs: fc.integer({ min: 0, max: 900 }),
      urgency: fc.constantFrom<Urgency>('asked', 'background'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 25 }), async (asks) => {
        const { turns, pendingTimers } = await run(asks)
        expect(turns).toHaveLength(asks.length)
        expect(pendingTimers).toBe(0)
        for (const { at } of turns) {
          expect(turns.filter((other) => other.at >= at && other.at < at + 2_000).length).toBeLessThan(6)
        }
        for (const urgency of ['asked', 'background'] as const) {
          const order = turns.filter((turn) => turn.urgency === urgency).map(({ asked }) => asked)
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
      }),
      { numRuns: 40 },
    )
  })
})
