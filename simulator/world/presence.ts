import type { Agent, Presence } from './agent.ts'
import { setState } from './agent-state.ts'
import { dropCallsOf } from './call-flow.ts'
import { event } from './events.ts'
import { notifyInspectors } from './monitor.ts'
import { isLinkablePhone, isPhoneInRange } from './population.ts'
import { done, refuse, REFUSED, succeed, type Outcome } from './refusal.ts'
import { createSession, type PushTarget, type Session } from './session.ts'
import { switchLinkage } from './skill-sign-in.ts'
import { isSwitchingOver } from './switch-over.ts'
import type { World } from './world.ts'

/** What a client asks for at sign-in (protocol 3.2), after parsing. */
export interface SignInRequest {
  /** Null: not given, where that is allowed. */
  readonly password: string | null
  readonly phone: string
  readonly autoAnswer: boolean
  readonly autoEnterIdle: boolean
  readonly releasePhone: boolean
  readonly phoneLinkage: boolean
  readonly isTextIncluded: boolean
  readonly status: 'idle' | 'busy' | 'work'
  /** `loginex`: password and phone may be left out; a phone can be bound later. */
  readonly isLenient?: boolean
  readonly push?: PushTarget | null
}

/** How long an ended session is remembered, so that its Guid is answered 100-006 and not 000-003. */
const ENDED_SESSION_MEMORY_MS = 600_000

/**
 * Signs an agent in.
 *
 * @param isForced takes over from whoever is signed in; the other is told by `AgentOther_ShutdownService`
 */
export function signIn(
  world: World,
  agentId: string,
  request: SignInRequest,
  isForced: boolean,
): Outcome<Session> {
  const agent = world.agents.get(agentId)
  if (agent === undefined || !isPasswordGood(agent, request)) {
    return refuse('100-004', 'Wrong agent ID or password')
  }
  if (agent.traits.isLocked) return refuse('110-016', 'The account is locked')
  if (agent.traits.isPasswordExpired) return refuse('100-020', 'The password has expired')
  if (isSwitchingOver(world)) return refuse('100-003', 'The platform is not available')
  if (agent.presence !== null && !isForced) return refuse('100-002', 'The agent is already signed in')
  if (agent.presence !== null && agent.traits.isProtected) {
    return refuse('100-015', 'The agent is signed in elsewhere and may not be forced out')
  }
  const hasPhone = request.phone !== '' || request.isLenient !== true
  const phoneRefusal = hasPhone ? refusePhone(world, agent, request.phone) : null
  if (phoneRefusal !== null) return phoneRefusal
  if (agent.presence !== null) endPresence(world, agent, 'announced')

  const loginTimeMs = world.nextLoginTimeMs()
  const guid = world.options.newGuid()
  const session = createSession({ agentId, guid, loginTimeMs, push: request.push ?? null }, world.nowMs)
  world.sessions.set(session.guid, session)
  const presence = enter(world, agent, { request, session, loginTimeMs })
  world.emit(agent, event.inService, event.ready)
  if (request.status === 'busy') {
    setState(world, agent, presence, { name: 'busy', reason: 0 })
    world.emit(agent, event.setBusy(0))
  }
  if (request.status === 'work') {
    setState(world, agent, presence, { name: 'work' })
    world.emit(agent, event.work)
  }
  if (request.phoneLinkage) switchLinkage(world, agent, presence, true)
  watchSilence(world, agent, session)
  return succeed(session)
}

const isPasswordGood = (agent: Agent, { password, isLenient }: SignInRequest): boolean =>
  password === null ? isLenient === true : password === agent.password

/** Why a phone cannot be an agent's: 100-013, 100-014 or 100-011; null when it can. */
function refusePhone(world: World, agent: Agent, phone: string): ReturnType<typeof refuse> | null {
  if (!/^[\d*#]{1,24}$/.test(phone)) return refuse('100-013', 'The phone number is invalid')
  if (!isPhoneInRange(phone)) return refuse('100-014', 'The phone number is outside the configured range')
  const holder = world.phonesInUse.get(phone)
  return holder !== undefined && holder !== agent ? refuse('100-011', 'The phone number is in use') : null
}

function enter(
  world: World,
  agent: Agent,
  by: {
    readonly request: SignInRequest
    readonly session: Session | null
    readonly loginTimeMs: number
  },
): Presence {
  const { request, session, loginTimeMs } = by
  const presence: Presence = {
    session,
    loginTimeMs,
    phone: request.phone,
    releasePhone: request.releasePhone,
    mediaType: request.isTextIncluded ? 'TTF' : 'TFF',
    skills: new Set(),
    state: { name: 'idle' },
    stateSinceMs: world.nowMs,
    autoAnswer: request.autoAnswer,
    autoEnterIdle: request.autoEnterIdle,
    linkage: 'off',
    note: null,
    isRestApproved: false,
    restEndsMs: null,
    otherCalls: [],
    lastCall: null,
    stateBeforeDial: { name: 'idle' },
    customState: null,
    isPhoneOnline: true,
    stateTask: null,
  }
  agent.presence = presence
  world.options.observer?.presenceBegan(world.nowMs, agent.id, presence)
  if (presence.phone !== '') world.phonesInUse.set(presence.phone, agent)
  if (world.monitors.has(agent.id)) notifyInspectors(world, agent, 'Login')
  setState(world, agent, presence, { name: 'idle' })
  return presence
}

/** `bindphone`: gives the agent a phone, or another one; not in a call. */
export function bindPhone(world: World, agent: Agent, presence: Presence, phone: string): Outcome {
  const refusal = refusePhone(world, agent, phone)
  if (refusal !== null) return refusal
  if (presence.state.name === 'talking') return REFUSED.state('The agent is in a call')
  world.phonesInUse.delete(presence.phone)
  world.phonesInUse.set(phone, agent)
  presence.phone = phone
  presence.linkage = 'off'
  presence.isPhoneOnline = true
  world.isRoutingDue = true
  return done
}

/** Signs a colleague in whom the world plays: every bound queue, no client. */
export function signInColleague(world: World, agent: Agent): void {
  const request: SignInRequest = {
    password: agent.password,
    phone: agent.phone,
    autoAnswer: true,
    autoEnterIdle: world.behaviour.next() < 0.5,
    releasePhone: world.behaviour.next() < 0.5,
    phoneLinkage: isLinkablePhone(agent.phone),
    isTextIncluded: true,
    status: 'idle',
  }
  // Colleagues began their day before the world was looked at, each at another time.
  const loginTimeMs = world.nowMs - world.behaviour.between(60_000, 4 * 3_600_000)
  const presence = enter(world, agent, { request, session: null, loginTimeMs })
  presence.stateSinceMs = world.nowMs - world.behaviour.between(0, 60_000)
  for (const skillId of agent.bindings.keys()) presence.skills.add(skillId)
}

/** `logout` and `forcelogout`. Without force it is refused in a call. */
export function signOut(world: World, agent: Agent, presence: Presence, isForced: boolean): Outcome {
  if (presence.state.name === 'talking' && !isForced) {
    return refuse('100-010', 'Signing out is not possible in a call')
  }
  endPresence(world, agent, 'silent')
  return done
}

/**
 * Ends an agent's presence; a call he has is dropped.
 *
 * @param manner `announced`: the session may still fetch its events and learns the end from
 *   `AgentOther_ShutdownService`; `silent`: nothing more can be fetched
 */
export function endPresence(world: World, agent: Agent, manner: 'announced' | 'silent'): void {
  const { presence } = agent
  if (presence === null) return
  dropCallsOf(world, { agent, presence })
  if (presence.stateTask !== null) presence.stateTask.isCancelled = true
  const { session } = presence
  if (manner === 'announced') world.emit(agent, event.shutdown(presence.loginTimeMs))
  world.idleAgents.delete(agent)
  world.phonesInUse.delete(presence.phone)
  agent.presence = null
  if (world.monitors.has(agent.id)) notifyInspectors(world, agent, 'Logout')
  world.options.observer?.presenceEnded(world.nowMs, agent.id, manner)
  if (session !== null) endSession(world, session, manner)
}

function endSession(world: World, session: Session, manner: 'announced' | 'silent'): void {
  session.isEnded = true
  if (manner === 'silent') session.mailbox.clear()
  session.mailbox.wake()
  world.after(ENDED_SESSION_MEMORY_MS, () => {
    world.sessions.delete(session.guid)
    if (session.previousGuid !== null) world.sessions.delete(session.previousGuid)
  })
}

/** Two minutes without a sign of life and the platform signs the agent out (cec_07_1202). */
function watchSilence(world: World, agent: Agent, session: Session): void {
  const { silenceMs } = world.options
  const silentSinceMs = session.openPolls > 0 ? world.nowMs : session.lastSeenMs
  world.agenda.plan(silentSinceMs + silenceMs, () => {
    if (session.isEnded) return
    const isSilent = session.openPolls === 0 && world.nowMs - session.lastSeenMs >= silenceMs
    if (isSilent) endPresence(world, agent, 'silent')
    else watchSilence(world, agent, session)
  })
}
