import type { Preferences } from '../preferences/preference-schemas.ts'

type QuietHours = Preferences['quietHours']

/** That time of the day, of the day so many days after that of `at`. The calendar does it: a day may have 23 or 25 hours. */
function momentOf(at: number, time: string, daysLater: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLater, hours, minutes).getTime()
}

/**
 * Until when it is quiet at that moment; null when it is not. Times are of the local clock: a clock that is set on or back
 * in the night makes the quiet hours shorter or longer, not another time of the day. The same time twice means all day.
 *
 * @param at milliseconds since 1970, as the result
 */
export function quietUntil({ isOn, from, to }: QuietHours, at: number): number | null {
  if (!isOn) return null
  // Begun yesterday, today, or as it may be after a night with a leap, not yet over.
  for (const day of [-1, 0]) {
    const begin = momentOf(at, from, day)
    const end = momentOf(at, to, from < to ? day : day + 1)
    if (begin <= at && at < end) return end
  }
  return null
}
