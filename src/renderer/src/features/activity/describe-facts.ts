import { phoneStatus } from '../../../../shared/domain/linked-phone.ts'
import { platformBusyReason, type AgentState } from '../../../../shared/domain/agent.ts'
import type { JournalEntry, JournalValue } from '../../../../shared/domain/journal.ts'
import type { Text } from '../../i18n/text.ts'
import type { ReasonWords } from '../agent-state/use-reason-words.ts'
import { DetailReader } from './detail-reader.ts'

/** Where facts get their words and names from. */
export interface FactWords {
  readonly text: Text
  readonly queueName: (skillId: number) => string
  readonly reasons: ReasonWords
  /** One sentence why a command was not carried out, by its code. */
  readonly whyNot: (code: string) => string
}

/** One sentence about some of the details; null when they are not there. */
type Rule = (details: DetailReader, words: FactWords, entry: JournalEntry) => string | null

const countKeys = [
  'accounts',
  'bound',
  'online',
  'chosenOnline',
  'chosenInCall',
  'done',
  'failed',
  'unknown',
  'notSent',
  'notBound',
  'stillBound',
  'boundAgain',
  'boundElsewhere',
  'agents',
  'lost',
] as const
const flagKeys = ['takeOver', 'force', 'isForced'] as const
const switchKeys = ['autoIdle', 'isLinked'] as const
const accepted = '0'

/** In the order in which the sentences stand. */
const rules: readonly Rule[] = [
  sayAnswer,
  sayCheck,
  ...switchKeys.map((key): Rule => (details, { text: { t } }) => {
    const isOn = details.flag(key)
    return isOn === null ? null : t(`activity.facts.switches.${key}.${isOn ? 'on' : 'off'}`)
  }),
  saySkills,
  sayState,
  (details, { text: { t, code } }, { kind }) => {
    const what = kind === 'wish' ? details.word('what') : null
    return what === null ? null : code('activity.facts.wish', what) || t('common.notKnown')
  },
  (details, { text: { t, code } }) => {
    const action = details.word('what')
    return action === null
      ? null
      : t('activity.facts.action', { action: code('activity.values.actions', action) })
  },
  sayRoute,
  (details, { text: { t }, queueName }) => {
    const skillId = details.number('skillId')
    return skillId === null ? null : t('activity.facts.queue', { queue: queueName(skillId) })
  },
  ...countKeys.map((key): Rule => (details, { text: { t } }) => {
    const count = details.number(key)
    return count === null || count === 0 ? null : t(`activity.facts.counts.${key}`, { count })
  }),
  sayPhone,
  sayTimes,
  sayLists,
  sayReason,
  (details, { text: { t, code } }) => {
    const from = details.word('from')
    return from === null
      ? null
      : t('activity.facts.before', { state: code('activity.names.transition', from) })
  },
  (details, { text: { t, code } }) => {
    const error = details.word('error')
    return error === null ? null : t('activity.facts.error', { error: code('activity.causes', error) })
  },
  (details, { whyNot, text: { t } }) => {
    const refused = details.word('refused')
    return refused === null ? null : t('activity.facts.notDone', { why: whyNot(refused) })
  },
  ...flagKeys.map(
    (key): Rule =>
      (details, { text: { t } }) =>
        details.flag(key) === true ? t(`activity.facts.flags.${key}`) : null,
  ),
  ...(['version', 'host', 'retcode', 'reference'] as const).map((key): Rule => (details, { text: { t } }) => {
    const value = details.word(key)
    return value === null ? null : t(`activity.facts.${key}`, { [key]: value })
  }),
]

/** The details of an entry as sentences. What nobody gave words to is shown as it is kept: support knows it. */
export function describeFacts(entry: JournalEntry, words: FactWords): readonly string[] {
  const details = new DetailReader(entry.details)
  const said = rules.map((rule) => rule(details, words, entry)).filter((sentence) => sentence !== null)
  const { t } = words.text
  const rest = details
    .rest()
    .map(([name, value]) => t('activity.facts.other', { name, value: sayValue(value, words.text) }))
  return [...said, ...rest]
}

function sayValue(value: JournalValue, { t }: Text): string {
  if (value === null) return t('common.notKnown')
  if (typeof value === 'boolean') return t(value ? 'activity.yes' : 'activity.no')
  return String(value)
}

function sayAnswer(details: DetailReader, { text }: FactWords, { kind }: JournalEntry): string | null {
  const ms = kind === 'answer' ? details.number('ms') : null
  if (ms === null) return null
  const { t } = text
  const time = ms < 1_000 ? t('activity.facts.milliseconds', { count: ms }) : text.length(ms)
  const outcome = details.word('outcome')
  if (outcome !== 'answered') return t('activity.facts.answer.failed', { time })
  const retcode = details.word('retcode') ?? accepted
  if (retcode === accepted) return t('activity.facts.answer.accepted', { time })
  return t('activity.facts.answer.refused', { time, retcode })
}

function sayCheck(details: DetailReader, { text }: FactWords, { name }: JournalEntry): string | null {
  const outcome = name === 'connection-check' ? details.word('outcome') : null
  if (outcome === null) return null
  const { t, code } = text
  if (outcome === 'cancelled') return t('activity.facts.check.cancelled')
  const step = details.word('step')
  if (step === null) return t('activity.facts.check.passed')
  const failed = t('activity.facts.check.failed', { step: code('check.steps', step) })
  const problem = details.word('problem')
  return problem === null ? failed : text.sentences(failed, code('check.problems', `${problem}.what`))
}

function saySkills(details: DetailReader, { text, queueName }: FactWords): string | null {
  const mode = details.word('mode')
  if (mode === null) return null
  const ids = details.word('skills')
  if (mode !== 'chosen') return text.code('activity.facts.skills', mode)
  const queues = (ids ?? '').split(' ').filter((id) => id !== '')
  return text.t('activity.facts.skills.chosen', {
    queues: text.list(queues.map((id) => queueName(Number(id)))),
  })
}

function sayState(details: DetailReader, { text, reasons }: FactWords): string | null {
  const to = details.word('to')
  if (to === null) return null
  const { t, code } = text
  const state = t('activity.facts.state', { state: code('agentStates', to) })
  const reason = details.number('reason')
  const named = reasons.name(to as AgentState, reason)
  return named === null ? state : text.sentences(state, t('activity.facts.reason', { reason: named }))
}

function sayRoute(details: DetailReader, { text: { t }, queueName }: FactWords): string | null {
  const callId = details.word('callId')
  const from = details.number('fromSkillId')
  const to = details.number('toSkillId')
  if (callId === null) return null
  if (from === null || to === null) return t('activity.facts.call', { callId })
  return t('activity.facts.route', { callId, from: queueName(from), to: queueName(to) })
}

function sayPhone(details: DetailReader, { text: { t } }: FactWords, { name }: JournalEntry): string | null {
  const result = name === 'linkage-result' ? details.number('result') : null
  if (result !== null)
    return result === 0 ? t('activity.facts.linked') : t('activity.facts.notLinked', { result })
  const status = name === 'linked-phone' ? details.number('status') : null
  const known = status === null ? null : phoneStatus(status)
  if (status === null) return null
  return t('activity.facts.phone', {
    status: known === null ? String(status) : t(`linkage.check.statuses.${known}`),
  })
}

function sayTimes(details: DetailReader, { text }: FactWords): string | null {
  const from = details.number('from')
  if (from === null) return null
  const until = details.number('until')
  const seconds = details.number('seconds')
  const { t, moment } = text
  if (until !== null) return t('activity.facts.range', { from: moment(from), until: moment(until) })
  return t('activity.facts.began', { from: moment(from), length: text.length((seconds ?? 0) * 1_000) })
}

function sayLists(details: DetailReader, { text }: FactWords): string | null {
  const parts = (['changes', 'unread'] as const).map((key) => {
    const codes = details.word(key)
    if (codes === null || codes === '') return null
    const list = text.list(codes.split(' ').map((one) => text.code(`activity.values.${key}`, one)))
    return text.t(`activity.facts.${key}`, { list })
  })
  const said = text.sentences(...parts)
  return said === '' ? null : said
}

/** Why the agent came into a state, as the event says; a reason that names the supervisor says that he did it. */
function sayReason(
  details: DetailReader,
  { reasons }: FactWords,
  { kind, name }: JournalEntry,
): string | null {
  const reason = kind === 'event' ? details.number('reason') : null
  if (reason === null) return null
  if (name === 'busy' && platformBusyReason(reason) === 'forced') details.flag('isForced')
  return reasons.because(name as AgentState, reason)
}
