import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietUntil } from './quiet-hours.ts'

const at = (time: string, day = 21): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(2026, 10, day, hours, minutes).getTime()
}
const night = { isOn: true, from: '22:00', to: '06:00' }
const lunch = { isOn: true, from: '12:00', to: '13:30' }

describe('it is not quiet', () => {
  it.each([
    ['when nobody wants it', { ...night, isOn: false }, '23:00'],
    ['a minute before', night, '21:59'],
    ['when it is over', night, '06:00'],
    ['in the afternoon', night, '14:00'],
    ['before lunch', lunch, '11:59'],
    ['after lunch', lunch, '13:30'],
  ] as const)('%s', (_, hours, time) => {
    expect(quietUntil(hours, at(time))).toBeNull()
  })
})

describe('it is quiet until', () => {
  it.each([
    ['tomorrow, in the evening', night, at('22:00'), at('06:00', 22)],
    ['this morning, after midnight', night, at('00:00'), at('06:00')],
    ['the last minute', night, at('05:59'), at('06:00')],
    ['the end of lunch', lunch, at('12:00'), at('13:30')],
    [
      'always, with the same time twice',
      { isOn: true, from: '08:00', to: '08:00' },
      at('07:00'),
      at('08:00'),
    ],
  ] as const)('%s', (_, hours, now, end) => {
    expect(quietUntil(hours, now)).toBe(end)
  })
})

it('every end lies ahead, less than 26 hours, and nothing is quiet there any more', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  // Over both nights in which clocks of many zones leap.
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
  fc.assert(
    fc.property(time, time, moment, (from, to, now) => {
      fc.pre(from !== to)
      const end = quietUntil({ isOn: true, from, to }, now)
      if (end === null) return
      expect(end).toBeGreaterThan(now)
      expect(end - now).toBeLessThanOrEqual(26 * 3_600_000)
      expect(quietUntil({ isOn: true, from, to }, end)).toBeNull()
    }),
  )
})

describe.each(['Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe'])('in %s', (zone) => {
  it('the quiet hours of every night of a year begin and end by the clock on the wall', () => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      for (let day = 1; day <= 365; day++) {
        const midnight = new Date(2026, 0, day).getTime()
        expect(new Date(quietUntil(night, midnight + 1000) ?? 0).getHours()).toBe(6)
        const evening = new Date(2026, 0, day, 22, 30).getTime()
        expect(new Date(quietUntil(night, evening) ?? 0).getHours()).toBe(6)
      }
    } finally {
      process.env.TZ = before
    }
  })
})
