import { requestable } from '../../shared/domain/agent.ts'
import { afterCallRule } from '../../shared/domain/after-call-rule.ts'
import type {
  AfterCallView,
  AgentStateView,
  AppInfo,
  CallView,
  DeskSnapshot,
  SkillSignInView,
  SwitchView,
  Unavailable,
  WaitingView,
} from '../../shared/domain/desk-snapshot.ts'
import type { SessionView, SignedInView } from '../../shared/domain/session.ts'
import { expectedSkills, sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'
import { effectiveValue, judge, type TruthLine, type TruthVerdict } from '../../shared/domain/truth-line.ts'
import { toAppError } from '../gateway/gateway-error.ts'
import { isActive, isResting, type ActiveState, type SessionState } from '../session/session-state.ts'
import { askableStates } from './allowed-states.ts'
import { callActionsOf, circumstances } from './call-actions.ts'
import type { DeskState, SkillFacts } from './desk-state.ts'

const sameValue = <T>(a: T, b: T): boolean => a === b

function projectSession({ session, canReturn }: DeskState): SessionView {
  switch (session.phase) {
    case 'signed-out':
      return session
    case 'signing-in':
      return { phase: 'signing-in', agentId: session.agentId, since: session.since }
    case 'signing-out':
      return { phase: 'signing-out', agentId: session.from.agentId, since: session.since }
    case 'taken-over':
    case 'ended':
      return { ...session, canReturn }
    case 'online':
      return { phase: 'online', ...signedInView(session) }
    case 'doubtful':
      return {
        phase: 'doubtful',
        ...signedInView(session),
        doubtSince: session.doubtSince,
        error: toAppError(session.error),
      }
    case 'recovering':
      return {
        phase: 'recovering',
        ...signedInView(session),
        doubtSince: session.doubtSince,
        gapCause: session.gapCause,
      }
  }
}

function signedInView(session: ActiveState): SignedInView {
  const { agentId, since, isAlwaysOffHook, passwordDaysLeft, isPasswordChangeForced } = session
  return { agentId, since, isAlwaysOffHook, passwordDaysLeft, isPasswordChangeForced }
}

/** Wishes can be made in a gap as well: they are kept. */
function needsSession(session: SessionState): Unavailable | null {
  if (isActive(session)) return null
  return isResting(session) ? 'not-signed-in' : 'session-changing'
}

/** What must not wait for the gateway needs one that answers. */
function needsGateway(session: SessionState): Unavailable | null {
  return isActive(session) && session.phase !== 'online' ? 'gateway-silent' : needsSession(session)
}

/** What was proved before a gap is not called proved until it was proved again. */
function doubtIfOld(verdict: TruthVerdict, seenAt: number | null, { trustedFrom }: DeskState): TruthVerdict {
  if (verdict !== 'confirmed' || seenAt === null) return verdict
  return trustedFrom === null || seenAt < trustedFrom ? 'doubted' : verdict
}

function projectSwitch(
  line: TruthLine<boolean>,
  unavailable: Unavailable | null,
  isKept: boolean,
): SwitchView<boolean> {
  return { line, verdict: judge(line, sameValue), effective: effectiveValue(line), unavailable, isKept }
}

function projectAfterCall(state: DeskState): AfterCallView {
  const { session } = state
  const view = projectSwitch(
    state.afterCall,
    afterCallUnavailable(session),
    state.kept.includes('after-call'),
  )
  const isAlwaysOffHook = isActive(session) ? session.isAlwaysOffHook : state.signIn.isAlwaysOffHook
  const isLinked = effectiveValue(state.linkage)
  return { ...view, rule: afterCallRule({ isAlwaysOffHook, autoIdle: view.effective, isLinked }) }
}

/** Nothing reads the linkage back: after a gap it stays doubted until the gateway speaks of it again. */
function projectLinkage(state: DeskState): SwitchView<boolean> {
  const view = projectSwitch(state.linkage, needsSession(state.session), state.kept.includes('linkage'))
  return { ...view, verdict: doubtIfOld(view.verdict, state.linkage.seen?.at ?? null, state) }
}

/** The agent's state is what was seen; an accepted wish is not yet a state (protocol 6.1: it may only be noted). */
function projectAgentState(state: DeskState): AgentStateView {
  const { line, since } = state.agentState
  const { reason, asked: wish, restUntil, isRestOver } = state.particulars
  const unavailable = needsSession(state.session)
  const seen = line.seen?.value ?? null
  const isOpen = line.accepted !== null && !line.isPending && line.failure === null
  const verdict = isOpen ? 'accepted' : judge(line, sameValue)
  const asked = line.accepted === null || line.isPending ? null : requestable(line.accepted.value)
  return {
    line,
    verdict: doubtIfOld(verdict, line.seen?.at ?? null, state),
    effective: seen,
    unavailable,
    isKept: state.kept.includes('agent-state'),
    since,
    allowed: unavailable === null ? askableStates(state) : [],
    noted: asked,
    reason,
    askedReason: wish !== null && wish.state === line.wished?.value ? wish.reason : null,
    restUntil,
    isRestOver,
    restReasons: state.restReasons,
  }
}

function projectCall(state: DeskState): CallView | null {
  const { call } = state
  return call === null ? null : { ...call, actions: callActionsOf(call, circumstances(state)) }
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

function projectSkills(state: DeskState): SkillSignInView {
  const { skills: facts } = state
  const line = projectSkillLine(facts)
  const hasNone = facts.configuredRead.readAt !== null && facts.configured.length === 0
  return {
    line,
    verdict: doubtIfOld(judge(line, sameSkillIds), line.seen?.at ?? null, state),
    effective: effectiveValue(line),
    unavailable: needsSession(state.session) ?? (hasNone ? 'no-skills-configured' : null),
    isKept: state.kept.includes('skills'),
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

function projectWaiting(state: DeskState): WaitingView {
  const unavailable = needsGateway(state.session)
  return { ...state.waiting, isHiddenWhileIdle: isHiddenWhileIdle(state), unavailable }
}

/**
 * "In non-always-off-hook mode the system must enter wrap-up" (cec_07_1218): the switch would promise what the phone mode
 * forbids, so it is locked and says why.
 */
function afterCallUnavailable(session: SessionState): Unavailable | null {
  if (isActive(session) && !session.isAlwaysOffHook) return 'phone-mode-forbids'
  return needsSession(session)
}

/** All that window and tray show. Pure: the same state gives the same snapshot. */
export function projectSnapshot(state: DeskState, revision: number, app: AppInfo): DeskSnapshot {
  return {
    revision,
    app,
    session: projectSession(state),
    signIn: state.signIn,
    agentState: projectAgentState(state),
    call: projectCall(state),
    afterCall: projectAfterCall(state),
    linkage: projectLinkage(state),
    phone: state.phone,
    skills: projectSkills(state),
    queues: state.queues,
    waiting: projectWaiting(state),
    supervisor: state.supervisor,
    notices: state.notices,
    absence: state.absence,
  }
}
