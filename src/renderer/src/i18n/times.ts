const secondMs = 1000
const minuteSeconds = 60
const hourSeconds = 3600
const minutesPerHour = 60
const daySeconds = 86_400

/** Making a formatter costs far more than using it, and ticking rows use it each second. */
function cached<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>()
  return (locale) => {
    const known = made.get(locale)
    if (known !== undefined) return known
    const fresh = make(locale)
    made.set(locale, fresh)
    return fresh
  }
}

const clockOf = cached((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
const dayAndClockOf = cached(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
)
const relativeOf = cached(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
)
const groupedOf = cached((locale) => new Intl.NumberFormat(locale))
const twoDigitsOf = cached((locale) => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }))
const numberOf = cached((locale) => new Intl.NumberFormat(locale, { useGrouping: false }))

const unitsOf = cached((locale) => {
  const unit = (name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' })
  return { hour: unit('hour'), minute: unit('minute'), second: unit('second') }
})
const secondOf = cached((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }))
const dayAndSecondOf = cached(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
)

/** `1,234`: the digits grouped as the locale does. */
export function formatNumber(value: number, locale: string): string {
  return groupedOf(locale).format(value)
}

/** `14:02:07`, or with the date when it was on another day: for logs. Milliseconds since 1970. */
export function formatMoment(at: number, locale: string, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return (isToday ? secondOf(locale) : dayAndSecondOf(locale)).format(at)
}

const dayOf = cached(
  (locale) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
)
const todayOf = cached((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'day'))

/** "today", or "Friday, 20 November 2026": for headings above lines of that day. Milliseconds since 1970. */
export function formatDay(at: number, locale: string, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? todayOf(locale) : dayOf(locale).format(at)
}

/** `14:02`, or with the date when it was on another day. Milliseconds since 1970. */
export function formatClock(at: number, locale: string, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return (isToday ? clockOf(locale) : dayAndClockOf(locale)).format(at)
}

/** "now", "3 min. ago", "2 hr. ago". A time in the future (clocks differ) counts as now. */
export function formatAge(at: number, now: number, locale: string): string {
  const seconds = Math.max(0, Math.floor((now - at) / secondMs))
  const relative = relativeOf(locale)
  if (seconds < minuteSeconds) return relative.format(0, 'second')
  if (seconds < hourSeconds) return relative.format(-Math.floor(seconds / minuteSeconds), 'minute')
  if (seconds < daySeconds) return relative.format(-Math.floor(seconds / hourSeconds), 'hour')
  return relative.format(-Math.floor(seconds / daySeconds), 'day')
}

/** "45 sec", "6 min", "1 hr 5 min": how long something lasted, coarsely. Milliseconds; negative counts as zero. */
export function formatLength(lengthMs: number, locale: string): string {
  const seconds = Math.max(0, Math.round(lengthMs / secondMs))
  const { hour, minute, second } = unitsOf(locale)
  if (seconds < minuteSeconds) return second.format(seconds)
  const minutes = Math.round(seconds / minuteSeconds)
  if (minutes < minutesPerHour) return minute.format(minutes)
  const rest = minutes % minutesPerHour
  const hours = hour.format(Math.floor(minutes / minutesPerHour))
  return rest === 0 ? hours : `${hours} ${minute.format(rest)}`
}

/** `0:41`, `12:05`, `1:02:05`. Negative times (clocks differ) are shown as zero. */
export function formatDuration(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / hourSeconds)
  const minutes = Math.floor((whole % hourSeconds) / minuteSeconds)
  const number = numberOf(locale)
  const two = twoDigitsOf(locale)
  const rest = two.format(whole % minuteSeconds)
  return hours === 0
    ? `${number.format(minutes)}:${rest}`
    : `${number.format(hours)}:${two.format(minutes)}:${rest}`
}

/** Sentences of one paragraph: Chinese and Japanese put no space behind a full stop. */
export function joinSentences(sentences: readonly string[], locale: string): string {
  const isSpaced = !/^(?:zh|ja)\b/.test(locale)
  return sentences.filter((one) => one !== '').join(isSpaced ? ' ' : '')
}

const listOf = cached((locale) => new Intl.ListFormat(locale))

/** Names as a sentence of the locale lists them. */
export function formatList(items: readonly string[], locale: string): string {
  return listOf(locale).format(items)
}
