import { describe, expect, it } from 'vitest'
import { PowerMonitor } from './power-monitor.ts'

describe('the idle state', () => {
  it.each([0, -1, NaN])('is not told for a threshold of %d seconds', (threshold) => {
    expect(() => new PowerMonitor().getSystemIdleState(threshold)).toThrow('must be greater than 0')
  })

  it.each([
    ['at work', 59, [], 'active'],
    ['away long enough', 60, [], 'idle'],
    ['locked', 0, ['lock-screen'], 'locked'],
    ['locked and away', 60, ['lock-screen'], 'locked'],
    ['unlocked again', 0, ['lock-screen', 'unlock-screen'], 'active'],
  ])('%s', (_name, seconds, events, state) => {
    const power = new PowerMonitor()
    power._setIdle(seconds)
    for (const event of events) power._report(event)
    expect([power.getSystemIdleTime(), power.getSystemIdleState(60)]).toStrictEqual([seconds, state])
  })
})
