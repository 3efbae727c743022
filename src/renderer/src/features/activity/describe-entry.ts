import type { JournalEntry, JournalValue } from '../../../../shared/domain/journal.ts'
import type { Text } from '../../i18n/text.ts'

/** A line of the journal in words. */
export interface EntryDescription {
  readonly id: number
  /** The entry itself, with its codes. */
  readonly entry: JournalEntry
  readonly time: string
  /** The day it happened on. */
  readonly day: string
  readonly kind: string
  readonly what: string
  /** Why it happened; null when it came from outside. */
  readonly why: string | null
  readonly details: string | null
  /** All of it on one line, with the time to the millisecond: to be copied, and to be searched. */
  readonly line: string
}

type QueueName = (skillId: number) => string

const skillKeys = new Set(['skillId', 'fromSkillId', 'toSkillId'])
const momentKeys = new Set(['from', 'until', 'at'])
/** Lengths of time. They and the states say what they are by themselves. */
const plainKeys = new Set(['what', 'ms', 'mode', 'outcome', 'seconds'])

/** Several codes in one value. */
const listKeys = new Set(['changes', 'unread'])

/** What a line is only said to be when it is: "not by an inspector" on each of them would tell nobody anything. */
const flagKeys = new Set(['isForced', 'takeOver', 'force'])

function describeValue(key: string, value: JournalValue, text: Text, queueName: QueueName): string {
  const { t, code, moment, length } = text
  if (value === null) return t('common.notKnown')
  if (typeof value === 'boolean') return t(value ? 'activity.yes' : 'activity.no')
  if (typeof value === 'string' && listKeys.has(key)) {
    return text.list(value.split(' ').map((one) => code('activity.values', one)))
  }
  if (key === 'step' && typeof value === 'string') return code('check.steps', value)
  if (key === 'problem' && typeof value === 'string') return code('check.problems', `${value}.what`)
  if (typeof value === 'string') {
    // The phase that was left; `from` is a moment where it is a number.
    return code(key === 'from' ? 'activity.names.transition' : 'activity.values', value)
  }
  if (skillKeys.has(key)) return queueName(value)
  if (momentKeys.has(key)) return moment(value)
  if (key === 'seconds') return length(value * 1_000)
  return key === 'ms' ? t('activity.milliseconds', { count: value }) : String(value)
}

function describeDetail(key: string, value: JournalValue, text: Text, queueName: QueueName): string | null {
  // What was not read or did not change is an empty text: nothing to say.
  if (value === '' || (value === false && flagKeys.has(key))) return null
  if (value === true && flagKeys.has(key)) return text.code('activity.details', key)
  const words = describeValue(key, value, text, queueName)
  return plainKeys.has(key) ? words : `${text.code('activity.details', key)} ${words}`
}

/** Says what an entry says. Codes without words of their own are shown as they are: support knows them. */
export function describeEntry(entry: JournalEntry, text: Text, queueName: QueueName): EntryDescription {
  const { t, code, moment } = text
  const details = text.list(
    Object.entries(entry.details)
      .map(([key, value]) => describeDetail(key, value, text, queueName))
      .filter((part) => part !== null),
  )
  const kind = t(`activity.kinds.${entry.kind}`)
  const what = code(`activity.names.${entry.kind}`, entry.name)
  const why = entry.cause === null ? null : code('activity.causes', entry.cause)
  const parts = [
    new Date(entry.at).toISOString(),
    kind,
    what,
    why === null ? null : t('activity.because', { cause: why }),
    details,
  ]
  return {
    id: entry.id,
    entry,
    time: moment(entry.at),
    day: text.day(entry.at),
    kind,
    what,
    why,
    details: details === '' ? null : details,
    line: parts.filter((part) => part !== null && part !== '').join('  '),
  }
}
