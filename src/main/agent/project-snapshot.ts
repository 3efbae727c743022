import type { RequestableState } from '../../shared/domain/agent.ts'
import type {
  AgentStateView,
  AppInfo,
  DeskSnapshot,
  SkillSignInView,
  SwitchView,
  Unavailable,
  WaitingView,
} from '../../shared/domain/desk-snapshot.ts'
import type { SessionView } from '../../shared/domain/session.ts'
import { expectedSkills, sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'
import { effectiveValue, judge, type TruthLine } from '../../shared/domain/truth-line.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import type { SessionState } from '../session/session-state.ts'
import { allowedStates } from './allowed-states.ts'
import type { AgentStateFacts, DeskState, SkillFacts } from './desk-state.ts'

const sameValue = <T>(a: T, b: T): boolean => a === b

function projectSession(session: SessionState): SessionView {
  switch (session.phase) {
    case 'signed-out':
    case 'signing-in':
      return session
    case 'signing-out':
      return { phase: 'signing-out', agentId: session.from.agentId, since: session.since }
    case 'online':
      return {
        phase: 'online',
        agentId: session.agentId,
        since: session.since,
        isAlwaysOffHook: session.isAlwaysOffHook,
        passwordDaysLeft: session.passwordDaysLeft,
        interruption:
          session.interruption === null
            ? null
            : { since: session.interruption.since, error: toAppError(session.interruption.error) },
      }
  }
}

function needsSession(session: SessionState): Unavailable | null {
  if (session.phase === 'online') return null
  return session.phase === 'signed-out' ? 'not-signed-in' : 'session-changing'
}

function projectSwitch(line: TruthLine<boolean>, unavailable: Unavailable | null): SwitchView<boolean> {
  return { line, verdict: judge(line, sameValue), effective: effectiveValue(line), unavailable }
}

/**
 * The agent's state is what was seen; an accepted wish is not yet a state (protocol 6.1: it may only be noted). While no
 * poll gets through it may have changed unseen, so it is not called confirmed.
 */
function projectAgentState(
  facts: AgentStateFacts,
  unavailable: Unavailable | null,
  isInterrupted: boolean,
): AgentStateView {
  const { line, since } = facts
  const seen = line.seen?.value ?? null
  const isOpen = line.accepted !== null && !line.isPending && line.failure === null
  const verdict = isOpen ? 'accepted' : judge(line, sameValue)
  const asked = line.accepted === null || line.isPending ? null : requestable(line.accepted.value)
  return {
    line,
    verdict: isInterrupted && verdict === 'confirmed' ? 'uncertain' : verdict,
    effective: seen,
    unavailable,
    since,
    allowed: unavailable === null ? allowedStates[seen ?? 'unknown'] : [],
    noted: asked,
  }
}

function requestable(state: string): RequestableState | null {
  return state === 'idle' || state === 'busy' || state === 'rest' || state === 'wrap-up' ? state : null
}

/**
 * Choices become queue IDs here and not earlier, because what "all" means is known only once the configured queues were
 * read. Until then "all" is whatever the roster shows, and unknown before that: null, not an empty list.
 */
function projectSkillLine(facts: SkillFacts): TruthLine<readonly number[]> {
  const { choices, seen, configured, configuredRead } = facts
  const toIds = (choice: SkillChoice): readonly number[] | null => {
    if (configuredRead.readAt !== null) return expectedSkills(choice, configured)
    if (choice.mode === 'all') return seen?.value ?? null
    return choice.mode === 'none' ? [] : choice.skillIds
  }
  const asIds = <S extends { readonly value: SkillChoice }>(
    stamped: S | null,
  ): (Omit<S, 'value'> & { readonly value: readonly number[] }) | null => {
    const value = stamped === null ? null : toIds(stamped.value)
    return stamped === null || value === null ? null : { ...stamped, value }
  }
  return {
    wished: asIds(choices.wished),
    accepted: asIds(choices.accepted),
    seen,
    isPending: choices.isPending,
    failure: choices.failure,
  }
}

function projectSkills(facts: SkillFacts, unavailable: Unavailable | null): SkillSignInView {
  const line = projectSkillLine(facts)
  const hasNone = facts.configuredRead.readAt !== null && facts.configured.length === 0
  return {
    line,
    verdict: judge(line, sameSkillIds),
    effective: effectiveValue(line),
    unavailable: unavailable ?? (hasNone ? 'no-skills-configured' : null),
    choice: facts.choices.wished?.value ?? null,
    configured: facts.configured,
    configuredRead: facts.configuredRead,
  }
}

/**
 * Queues the agent may be in: what was accepted together with what was seen. Where the two contradict each other both are
 * worth a look, since either may be wrong. Null when neither is known.
 */
export function possibleSkillIds(facts: SkillFacts): readonly number[] | null {
  const { accepted, seen } = projectSkillLine(facts)
  if (accepted === null && seen === null) return null
  return [...new Set([...(accepted?.value ?? []), ...(seen?.value ?? [])])].sort((a, b) => a - b)
}

export function isHiddenWhileIdle(state: DeskState): boolean {
  return state.agentState.line.seen?.value === 'idle'
}

function projectWaiting(state: DeskState, unavailable: Unavailable | null): WaitingView {
  return { ...state.waiting, isHiddenWhileIdle: isHiddenWhileIdle(state), unavailable }
}

/**
 * "In non-always-off-hook mode the system must enter wrap-up" (cec_07_1218): the switch would promise what the phone mode
 * forbids, so it is locked and says why.
 */
function afterCallUnavailable(session: SessionState): Unavailable | null {
  if (session.phase === 'online' && !session.isAlwaysOffHook) return 'phone-mode-forbids'
  return needsSession(session)
}

/** All that window and tray show. Pure: the same state gives the same snapshot. */
export function projectSnapshot(state: DeskState, revision: number, app: AppInfo): DeskSnapshot {
  const unavailable = needsSession(state.session)
  const isInterrupted = state.session.phase === 'online' && state.session.interruption !== null
  return {
    revision,
    app,
    session: projectSession(state.session),
    signIn: state.signIn,
    agentState: projectAgentState(state.agentState, unavailable, isInterrupted),
    call: state.call,
    afterCall: projectSwitch(state.afterCall, afterCallUnavailable(state.session)),
    linkage: projectSwitch(state.linkage, unavailable),
    skills: projectSkills(state.skills, unavailable),
    queues: state.queues,
    waiting: projectWaiting(state, unavailable),
    supervisor: state.supervisor,
    notices: state.notices,
  }
}
