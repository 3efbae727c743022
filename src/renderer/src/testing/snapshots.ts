import { afterCallRule } from '../../../shared/domain/after-call-rule.ts'
import type { CommandsSnapshot } from '../../../shared/commands/commands-snapshot.ts'
import type { AgentState } from '../../../shared/domain/agent.ts'
import { callActions, type CallActions } from '../../../shared/domain/call-control.ts'
import type {
  AfterCallView,
  AgentStateView,
  CallView,
  DeskSnapshot,
  SwitchView,
} from '../../../shared/domain/desk-snapshot.ts'
import type { Diagnostics } from '../../../shared/domain/diagnostics.ts'
import type { JournalEntry } from '../../../shared/domain/journal.ts'
import { unknownPhone } from '../../../shared/domain/linked-phone.ts'
import type { QueueFigures, QueuesSnapshot } from '../../../shared/domain/queues.ts'
import type { RosterAgent, RosterSnapshot } from '../../../shared/domain/roster.ts'
import type { SessionView, SignedInView } from '../../../shared/domain/session.ts'
import type { SkillQueue } from '../../../shared/domain/skills.ts'
import { effectiveValue, emptyLine, judge, type TruthLine } from '../../../shared/domain/truth-line.ts'
import type { ListedCall } from '../../../shared/domain/waiting.ts'
import { defaultPreferences } from '../../../shared/preferences/default-preferences.ts'
import {
  preferenceKeys,
  type PreferenceKey,
  type Preferences,
} from '../../../shared/preferences/preference-schemas.ts'
import type {
  PreferencesSnapshot,
  PreferenceSource,
} from '../../../shared/preferences/preferences-snapshot.ts'

/** A fixed moment for specs: 2026-11-21 14:02 local time. */
export const noon = new Date(2026, 10, 21, 14, 2, 0).getTime()

export const queues: readonly SkillQueue[] = [
  { id: 1, name: 'Billing', mediaType: 5 },
  { id: 2, name: 'Technical support', mediaType: 5 },
  { id: 3, name: 'Sales', mediaType: 5 },
  { id: 4, name: 'Premium', mediaType: 5 },
  { id: 5, name: 'Web chat', mediaType: 53 },
]

const readWell = { isLoading: false, readAt: noon, error: null } as const

/** A switch as main would project it: verdict and value in force follow from the line. */
export function switchView<T>(
  change: Partial<TruthLine<T>> = {},
  same: (a: T, b: T) => boolean = Object.is,
): SwitchView<T> {
  const line: TruthLine<T> = { ...emptyLine<T>(), ...change }
  return {
    line,
    verdict: judge(line, same),
    effective: effectiveValue(line),
    unavailable: null,
    isKept: false,
  }
}

/** A value that was asked for, accepted and seen. */
export function confirmed<T>(value: T): Partial<TruthLine<T>> {
  return {
    wished: { value, at: noon - 2000, origin: 'window' },
    accepted: { value, at: noon - 1000, askedAt: noon - 2000 },
    seen: { value, at: noon, by: 'event' },
  }
}

export function agentStateView(state: AgentState, change: Partial<AgentStateView> = {}): AgentStateView {
  return {
    ...switchView(confirmed(state)),
    since: noon,
    allowed: ['busy', 'rest', 'wrap-up'],
    noted: null,
    reason: null,
    askedReason: null,
    restUntil: null,
    isRestOver: false,
    restReasons: [],
    ...change,
  }
}

const noActions = Object.fromEntries(
  callActions.map((action) => [action, 'not-answered'] as const),
) as CallActions

/** A call that has been talked in since noon, with nothing to be done about it unless told otherwise. */
export function callView(change: Partial<CallView> = {}): CallView {
  return {
    callId: '1700000000-1',
    phase: 'talking',
    caller: '13800000001',
    since: noon,
    beganAt: noon,
    answeredAt: noon,
    skillId: null,
    mediaType: null,
    kind: null,
    transferredBy: null,
    isMuted: false,
    isPhoneRinging: false,
    awaitsAnswer: false,
    asked: null,
    ...change,
    actions: { ...noActions, ...change.actions },
  }
}

/** The after-call switch with the rule that holds for an always-off-hook phone, unless told otherwise. */
export function afterCallView(
  view: SwitchView<boolean>,
  rule: AfterCallView['rule'] = afterCallRule({
    isAlwaysOffHook: true,
    autoIdle: view.effective,
    isLinked: false,
  }),
): AfterCallView {
  return { ...view, rule }
}

export function waitingCall(change: Partial<ListedCall> = {}): ListedCall {
  return {
    callId: '1700000000-1',
    skillId: 1,
    caller: '13800000001',
    called: '95001',
    enteredAt: noon - 75_000,
    waitedSeconds: 75,
    readAt: noon,
    priority: null,
    mediaType: 5,
    ...change,
  }
}

/** A line of the journal; Deskside started, unless told otherwise. */
export function journalEntry(change: Partial<JournalEntry> = {}): JournalEntry {
  return { id: 1, at: noon, kind: 'app', name: 'start', cause: null, details: {}, ...change }
}

export const noDiagnostics: Diagnostics = {
  startedAt: noon,
  requests: [],
  requestsLastHour: 0,
  queueQueryPeak: 0,
  answerMedianMs: null,
  answerSlowestMs: null,
  isJournalKept: true,
}

/** What holds in every phase in which the agent is signed in; a spec adds the phase. */
export const signedIn: SignedInView = {
  agentId: '101',
  since: noon,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
}

/** No answer from the gateway since noon. */
export const doubtful: Extract<SessionView, { readonly phase: 'doubtful' }> = {
  ...signedIn,
  phase: 'doubtful',
  doubtSince: noon,
  error: { code: 'unreachable' },
}

/** The gateway answers again after a sleep. */
export const recovering: Extract<SessionView, { readonly phase: 'recovering' }> = {
  ...signedIn,
  phase: 'recovering',
  doubtSince: noon,
  gapCause: 'sleep',
}

/** A desk of agent 101, signed in and idle, with four of five queues configured. */
export function deskSnapshot(change: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    revision: 1,
    app: { version: '0.1.0', host: 'chromium', locale: 'en' },
    session: { ...signedIn, phase: 'online' },
    signIn: {
      gatewayAddress: 'https://127.0.0.1:8043',
      caFile: '',
      agentId: '101',
      phone: '8101',
      isAlwaysOffHook: true,
      demoPassword: null,
    },
    agentState: agentStateView('idle'),
    call: null,
    afterCall: afterCallView(switchView(confirmed(true))),
    linkage: switchView(confirmed(false)),
    phone: unknownPhone,
    skills: {
      ...switchView<readonly number[]>(
        { ...confirmed([1, 2]), seen: { value: [1, 2], at: noon, by: 'roster' } },
        (a, b) => a.join() === b.join(),
      ),
      choice: { mode: 'chosen', skillIds: [1, 2] },
      configured: queues.slice(0, 4),
      configuredRead: readWell,
    },
    queues,
    waiting: {
      read: readWell,
      calls: [],
      queued: null,
      isHiddenWhileIdle: false,
      receipts: [],
      unavailable: null,
    },
    supervisor: {
      managementAddress: 'https://127.0.0.1:8043',
      hasCredentials: true,
      demoAppKey: null,
      demoAppSecret: null,
      receipts: [],
    },
    notices: [],
    absence: null,
    ...change,
  }
}

/** Nobody signed in; the form starts empty unless told otherwise. */
export function signedOut(change: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return deskSnapshot({
    session: { phase: 'signed-out', ended: null },
    signIn: {
      gatewayAddress: '',
      caFile: '',
      agentId: '',
      phone: '',
      isAlwaysOffHook: false,
      demoPassword: null,
    },
    ...change,
  })
}

export function rosterAgent(change: Partial<RosterAgent> = {}): RosterAgent {
  return {
    agentId: '101',
    name: 'Ada',
    state: 'idle',
    stateSeconds: 41,
    signedInAt: noon - 3_600_000,
    skillIds: [1, 2],
    ...change,
  }
}

export function rosterSnapshot(
  agents: readonly RosterAgent[],
  change: Partial<RosterSnapshot> = {},
): RosterSnapshot {
  return {
    revision: 1,
    read: readWell,
    agents,
    queues: queues.map(({ id, mediaType }) => ({
      skillId: id,
      mediaType,
      agentCount: agents.filter((agent) => agent.skillIds.includes(id)).length,
    })),
    ...change,
  }
}

/** One queue with nobody in it. */
export function queueFigures(change: Partial<QueueFigures> = {}): QueueFigures {
  return { skillId: 1, waitingCalls: 0, longestWaitSeconds: 0, agentsOn: 2, agentsFree: 1, ...change }
}

/** All of them calm, and without a history, unless told otherwise. */
export function queuesSnapshot(
  figures: readonly QueueFigures[],
  change: Partial<QueuesSnapshot> = {},
): QueuesSnapshot {
  return {
    revision: 1,
    read: readWell,
    figures,
    levels: Object.fromEntries(figures.map(({ skillId }) => [skillId, 'calm'])),
    history: { at: [], waiting: {} },
    ...change,
  }
}

/** The program's defaults, with these set by the person at the desk. */
export function preferencesSnapshot(yours: Partial<Preferences> = {}, revision = 0): PreferencesSnapshot {
  const sources = Object.fromEntries(
    preferenceKeys.map((key) => [key, key in yours ? 'yours' : 'default'] as const),
  )
  return {
    revision,
    values: { ...defaultPreferences, ...yours },
    sources: sources as Record<PreferenceKey, PreferenceSource>,
  }
}

/** No keys, nothing chosen, unless told otherwise. */
export function commandsSnapshot(change: Partial<CommandsSnapshot> = {}): CommandsSnapshot {
  return {
    revision: 1,
    hasChosenQueues: false,
    changedByItselfAt: null,
    shortcuts: [],
    isWayland: false,
    ...change,
  }
}
