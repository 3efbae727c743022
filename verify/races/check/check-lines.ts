import type { AgentSettings } from '../../../simulator/in-process/history.ts'
import type { AgentState } from '../../../src/shared/domain/agent.ts'
import type { DeskSnapshot, SwitchView } from '../../../src/shared/domain/desk-snapshot.ts'
import { joinSkillIds, sameSkillIds } from '../../../src/shared/domain/skills.ts'
import type { SentRequest } from '../../support/recording-transport.ts'
import type { RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'
import { falseStretches, Steps, type Stretch } from './steps.ts'
import type { Truth } from './truth.ts'

/** How long something false may be called confirmed: until the desk looks again by itself, and the answer. */
const refreshMs = 70_000
/** An event may have waited this long, behind others that were fetched one by one; disturbances come on top. */
const eventDelayMs = 45_000

/** One switch of the desk, and what its truth is. */
interface LineRules<T> {
  readonly name: string
  readonly view: (snapshot: DeskSnapshot) => SwitchView<T>
  /** Whether a request asks for this value. */
  readonly asksFor: (request: SentRequest, value: T) => boolean
  /** Whether the value is in force by what the server has. */
  readonly isInForce: (value: T, truth: Truth, atMs: number) => boolean
  /** Why what was seen cannot have been seen; null: it can. */
  readonly disproveSeen: (seen: Seen<T>, shownAtMs: number, truth: Truth) => boolean
  /** Moments at which the truth may have changed. */
  readonly moments: (truth: Truth) => readonly number[]
}

type Seen<T> = NonNullable<SwitchView<T>['line']['seen']>

const settingsMoments = ({ settings }: Truth): readonly number[] => settings.changes.map(({ atMs }) => atMs)

const hasSettings =
  (isSo: (settings: AgentSettings) => boolean) =>
  (settings: AgentSettings | null): boolean =>
    settings !== null && isSo(settings)

/** How long an event waits behind a poll that a fault has spoilt. */
const spoiltPollMs = 16_000

/** Since when an event may have been under way that is shown now. */
function eventWindowMs(truth: Truth, sinceMs: number, shownAtMs: number): number {
  const stretch = { fromMs: sinceMs - 600_000, untilMs: shownAtMs }
  const spoilt = truth.struck.filter(
    ({ atMs, path }) => atMs >= stretch.fromMs && atMs <= shownAtMs && path.includes('/agentevent/'),
  ).length
  return sinceMs - eventDelayMs - truth.disturbedMs(stretch) - spoilt * spoiltPollMs
}

const statePaths: Readonly<Record<string, readonly string[]>> = {
  idle: ['/sayfree', '/cancelrest', '/cancelbusy', '/cancelwork'],
  busy: ['/saybusy'],
  rest: ['/rest/'],
  'wrap-up': ['/work'],
}

/** Not granted yet, whatever he does meanwhile: the server's history does not tell. */
const isUnchecked = (state: AgentState): boolean => state === 'rest-requested' || state === 'unknown'

const agentState: LineRules<AgentState> = {
  name: 'agent state',
  view: (snapshot) => snapshot.agentState,
  asksFor: ({ path }, value) => (statePaths[value] ?? []).some((part) => path.includes(part)),
  isInForce: (value, truth, atMs) => isUnchecked(value) || truth.state.at(atMs) === value,
  disproveSeen: ({ value, by, at }, shownAtMs, truth) => {
    if (isUnchecked(value)) return false
    const fromMs = by === 'event' ? eventWindowMs(truth, shownAtMs, shownAtMs) : at
    return !truth.state.wasEver(fromMs, shownAtMs, (state) => state === value)
  },
  moments: ({ state }) => state.changes.map(({ atMs }) => atMs),
}

const afterCall: LineRules<boolean> = {
  name: 'after call',
  view: (snapshot) => snapshot.afterCall,
  asksFor: ({ path }, value) => path.endsWith(`/autoenteridle/${String(value)}`),
  isInForce: (value, truth, atMs) =>
    hasSettings(({ autoEnterIdle }) => autoEnterIdle === value)(truth.settings.at(atMs) ?? null),
  disproveSeen: ({ value, at }, shownAtMs, truth) => {
    const fromMs = eventWindowMs(truth, at, shownAtMs)
    return !truth.callEnds.some(
      ({ atMs, becameIdle }) => atMs >= fromMs && atMs <= shownAtMs && becameIdle === value,
    )
  },
  moments: settingsMoments,
}

const linkage: LineRules<boolean> = {
  name: 'linkage',
  view: (snapshot) => snapshot.linkage,
  asksFor: ({ path }, value) => path.includes(`phonelinkage=${value ? 1 : 0}`),
  isInForce: (value, truth, atMs) =>
    hasSettings((settings) => (settings.linkage === 'linked') === value)(truth.settings.at(atMs) ?? null),
  disproveSeen: ({ value, at }, shownAtMs, truth) => {
    // The event is dated by the newest request, and may be the late answer to one before.
    const fromMs = eventWindowMs(truth, at, shownAtMs)
    const isSo = truth.settings.wasEver(
      fromMs,
      shownAtMs,
      hasSettings((settings) => settings.linkage === (value ? 'linked' : 'failed')),
    )
    // A phone that is out of reach is as good as not linked, whatever the gateway has set.
    const isLost = truth.phoneLostAtMs.some((atMs) => atMs >= fromMs && atMs <= shownAtMs)
    return !isSo && (value || !isLost)
  },
  moments: settingsMoments,
}

/** All of the queues are configured for the agent, so that a list is what it says. */
function asksForSkills({ path }: SentRequest, ids: readonly number[]): boolean {
  if (!path.includes('/resetskill/')) return false
  if (path.includes('/resetskill/true')) return true
  const list = new URLSearchParams(path.split('?')[1]).get('skillid') ?? ''
  return list === joinSkillIds(ids)
}

const skills: LineRules<readonly number[]> = {
  name: 'skills',
  view: (snapshot) => snapshot.skills,
  asksFor: asksForSkills,
  isInForce: (value, truth, atMs) =>
    hasSettings(({ skillIds }) => sameSkillIds(skillIds, value))(truth.settings.at(atMs) ?? null),
  disproveSeen: ({ value, at }, shownAtMs, truth) =>
    !truth.settings.wasEver(
      at,
      shownAtMs,
      hasSettings(({ skillIds }) => sameSkillIds(skillIds, value)),
    ),
  moments: settingsMoments,
}

/** "0" was answered to exactly that, at that time. */
function checkAccepted<T>(rules: LineRules<T>, { snapshots, sent }: RunRecord): Finding[] {
  const findings: Finding[] = []
  const looked = new Set<unknown>()
  for (const { atMs, snapshot } of snapshots) {
    const { accepted } = rules.view(snapshot).line
    const key =
      accepted === null ? null : `${accepted.askedAt} ${accepted.at} ${JSON.stringify(accepted.value)}`
    if (accepted === null || looked.has(key)) continue
    looked.add(key)
    const isAnswered = sent.some(
      (request) =>
        request.sentAtMs >= accepted.askedAt &&
        request.endedAtMs !== null &&
        request.endedAtMs <= accepted.at &&
        request.retcode === '0' &&
        rules.asksFor(request, accepted.value),
    )
    if (isAnswered) continue
    const text = `${rules.name}: ${JSON.stringify(accepted.value)} is called accepted, and was not`
    findings.push({ check: 'accepted', atMs, text })
  }
  return findings
}

/** What was seen was there to be seen. */
function checkSeen<T>(rules: LineRules<T>, { snapshots }: RunRecord, truth: Truth): Finding[] {
  const findings: Finding[] = []
  let before: Seen<T> | null = null
  for (const { atMs, snapshot } of snapshots) {
    const { seen } = rules.view(snapshot).line
    const isNew =
      seen !== null && (before?.at !== seen.at || before.by !== seen.by || before.value !== seen.value)
    before = seen
    if (seen === null || !isNew || !rules.disproveSeen(seen, atMs, truth)) continue
    const text = `${rules.name}: ${JSON.stringify(seen.value)} was seen by ${seen.by}, and was not so`
    findings.push({ check: 'seen', atMs, text })
  }
  return findings
}

/** What is called confirmed while online is so, or is found out at the next refresh. */
function checkConfirmed<T>(rules: LineRules<T>, record: RunRecord, truth: Truth): Finding[] {
  const claims = new Steps(
    record.snapshots.map(({ atMs, snapshot }) => {
      const { verdict, effective } = rules.view(snapshot)
      const isClaimed = snapshot.session.phase === 'online' && verdict === 'confirmed'
      return { atMs, value: isClaimed ? effective : null }
    }),
  )
  const presence = truth.presence.changes.map(({ atMs }) => atMs)
  const moments = new Steps(
    [...rules.moments(truth), ...presence].sort((a, b) => a - b).map((atMs) => ({ atMs, value: atMs })),
  )
  const isTrue = (claim: T, atMs: number | undefined): boolean =>
    // While nobody is signed in it is the session that is told wrong; that has a check of its own.
    atMs === undefined || truth.presence.at(atMs) !== 'own' || rules.isInForce(claim, truth, atMs)
  return falseStretches(claims, moments, record.endedAtMs, isTrue)
    .filter((stretch) => stretch.untilMs - stretch.fromMs > allowedMs(stretch, truth))
    .map(({ fromMs, untilMs }) => ({
      check: 'confirmed',
      atMs: fromMs,
      text: `${rules.name}: ${JSON.stringify(claims.at(fromMs))} is called confirmed for ${untilMs - fromMs} ms, and is not so`,
    }))
}

/** Each fault that struck may have spoilt one refresh. */
function allowedMs(stretch: Stretch, truth: Truth): number {
  const spoilt = truth.struck.filter(
    ({ atMs }) => atMs >= stretch.fromMs - refreshMs && atMs <= stretch.untilMs,
  ).length
  return refreshMs * (1 + spoilt) + truth.disturbedMs(stretch)
}

/** Every truth line in every snapshot. */
export function checkLines(record: RunRecord, truth: Truth): Finding[] {
  const check = <T>(rules: LineRules<T>): Finding[] => [
    ...checkAccepted(rules, record),
    ...checkSeen(rules, record, truth),
    ...checkConfirmed(rules, record, truth),
  ]
  return [...check(agentState), ...check(afterCall), ...check(linkage), ...check(skills)]
}
