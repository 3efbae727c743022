import * as v from 'valibot'

const LONGEST_SECONDS = 86_400
const CLOCK = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d(?:\.\d{1,3})?)$/

function clockToSeconds(text: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = CLOCK.exec(text) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** A length of time as people write it, seconds or `"mm:ss"` or `"hh:mm:ss"`, read as milliseconds; a day at most. */
export const duration = v.pipe(
  v.union(
    [v.number(), v.pipe(v.string(), v.regex(CLOCK), v.transform(clockToSeconds))],
    'must be seconds, "mm:ss" or "hh:mm:ss"',
  ),
  v.minValue(0, 'must not be negative'),
  v.maxValue(LONGEST_SECONDS, 'must be at most 24:00:00'),
  v.transform((seconds) => Math.round(seconds * 1000)),
)

const two = (value: number): string => String(value).padStart(2, '0')

/** `mm:ss`, from an hour on `hh:mm:ss`; parts of a second are left out. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${two(hours)}:${rest}`
}
