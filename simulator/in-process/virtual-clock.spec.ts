import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { drain, VirtualClock } from './virtual-clock.ts'

describe('drain', () => {
  it('waits for chains of promises and for turns of the event loop, in any mixture', async () => {
    let done = 0
    void (async () => {
      for (let step = 0; step < 50; step += 1) await Promise.resolve()
      done += 1
      await nextTurn()
      for (let step = 0; step < 50; step += 1) await Promise.resolve()
      done += 1
      await nextTurn()
      done += 1
    })()
    await drain()
    expect(done).toBe(3)
  })
})

describe('VirtualClock', () => {
  it('runs nothing that was cancelled, and nothing before its time', async () => {
    const clock = new VirtualClock()
    const ran: string[] = []
    clock.after(10, () => ran.push('cancelled'))()
    clock.after(21, () => ran.push('later'))
    await clock.advance(20)
    expect(ran).toEqual([])
  })

  it('runs timers by time, equal ones in the order of setting, each at its own moment', async () => {
    const clock = new VirtualClock(1_000)
    const ran: [string, number][] = []
    for (const [name, delayMs] of Object.entries({ c: 30, a: 10, b: 20, b2: 20, a2: 10, d: 40, c2: 30 })) {
      clock.after(delayMs, () => ran.push([name, clock.now() - 1_000]))
    }
    await clock.advance(35)
    expect(ran).toEqual([
      ['a', 10],
      ['a2', 10],
      ['b', 20],
      ['b2', 20],
      ['c', 30],
      ['c2', 30],
    ])
    expect(clock.now()).toBe(1_035)
  })

  it('lets the consequences of a timer happen before the next, timers set by them included', async () => {
    const clock = new VirtualClock()
    const ran: string[] = []
    clock.after(10, () => {
      void Promise.resolve().then(async () => {
        await nextTurn()
        ran.push('consequence')
        clock.after(0, () => ran.push('timer of the consequence'))
      })
    })
    clock.after(10, () => ran.push('next'))
    await clock.advance(10)
    expect(ran).toEqual(['consequence', 'next', 'timer of the consequence'])
  })

  it('keeps many timers in order', async () => {
    const clock = new VirtualClock(0)
    const due: number[] = []
    const ran: number[] = []
    for (let number = 0; number < 500; number += 1) {
      const dueMs = (number * 7919) % 1009
      due.push(dueMs)
      clock.after(dueMs, () => ran.push(dueMs))
    }
    await clock.advance(1009)
    expect(ran).toEqual(due.toSorted((a, b) => a - b))
  })
})

describe('a frozen client', () => {
  it('runs nothing while the rest goes on, and late what fell due, in its order', async () => {
    const clock = new VirtualClock(0)
    const ran: [string, number][] = []
    const note = (name: string) => () => ran.push([name, clock.now()])
    clock.client.after(20, note('client 20'))
    clock.client.after(10, note('client 10'))
    clock.client.after(60, note('client 60'))
    clock.after(30, note('server 30'))
    clock.freeze()
    await clock.advance(50)
    expect(ran).toEqual([['server 30', 30]])
    clock.thaw()
    await clock.advance(20)
    expect(ran.slice(1)).toEqual([
      ['client 10', 50],
      ['client 20', 50],
      ['client 60', 60],
    ])
  })

  it('does not run what was cancelled before it thawed', async () => {
    const clock = new VirtualClock(0)
    const ran: string[] = []
    const cancel = clock.client.after(10, () => ran.push('cancelled'))
    clock.freeze()
    await clock.advance(20)
    cancel()
    clock.thaw()
    await clock.advance(20)
    expect(ran).toEqual([])
  })
})
