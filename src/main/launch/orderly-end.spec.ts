import { describe, expect, it } from 'vitest'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { OrderlyEnd } from './orderly-end.ts'

function setUp() {
  const clock = new ManualClock()
  const { log, entries } = createRecordingLogger()
  const order: string[] = []
  return { clock, entries, order, end: new OrderlyEnd(clock, log) }
}

describe('orderly end', () => {
  it('does not wait for a step that hangs longer than the limit, and says how far it came', async () => {
    const { clock, end, entries, order } = setUp()
    end.add('hanging', () => new Promise<void>(() => undefined))
    end.add('window', () => undefined)
    void end.run(4_000).then(() => order.push('over'))
    await clock.advance(3_999)
    expect(order).toEqual([])
    await clock.advance(1)
    expect(order).toEqual(['over'])
    expect(entries).toMatchObject([{ level: 'error', fields: { limitMs: 4_000, ended: ['window'] } }])
  })

  it('goes on after a step that fails', async () => {
    const { end, entries, order } = setUp()
    end.add('first', () => void order.push('first'))
    end.add('broken', async () => {
      throw new Error('broken')
    })
    await end.run(4_000)
    expect(order).toEqual(['first'])
    expect(entries).toMatchObject([
      { level: 'error', fields: { name: 'broken' } },
      { level: 'info', fields: { ended: ['broken', 'first'] } },
    ])
  })

  it('ends at once what is started too late', async () => {
    const { end, entries, order } = setUp()
    await end.run(4_000)
    entries.length = 0
    end.add('late', () => void order.push('late'))
    end.add('late and broken', () => {
      throw new Error('broken')
    })
    await settle(1)
    expect(order).toEqual(['late'])
    expect(entries).toMatchObject([{ fields: { name: 'late and broken' } }])
  })

  it('goes backwards, one step after the other', async () => {
    const { clock, end, order } = setUp()
    end.add('log', () => void order.push('log'))
    end.add('desk', async () => {
      order.push('desk begins')
      await settle(1)
      order.push('desk is done')
    })
    await end.run(4_000)
    expect(order).toEqual(['desk begins', 'desk is done', 'log'])
    expect(clock.pendingTimers).toBe(0)
  })

  it('happens once', async () => {
    const { end, order } = setUp()
    end.add('step', () => void order.push('step'))
    expect(end.hasBegun).toBe(false)
    await Promise.all([end.run(1), end.run(1)])
    await end.run(1)
    expect(order).toEqual(['step'])
    expect(end.hasBegun).toBe(true)
  })
})
