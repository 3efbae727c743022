import type { Agent, Presence } from './agent.ts'
import { REFUSED, succeed, type Outcome } from './refusal.ts'
import type { Session } from './session.ts'
import { refuseInSwitchOver } from './switch-over.ts'
import { presentAgent, type World } from './world.ts'

/** Who a request comes from. */
export interface Caller {
  readonly agent: Agent
  readonly presence: Presence
  readonly session: Session
}

/**
 * Finds the session of a Guid. 000-003 for a missing or wrong one; 100-006 when the agent is not signed in, or
 * when the Guid belonged to a session that has ended.
 */
export function identify(world: World, agentId: string, guid: string | undefined): Outcome<Caller> {
  if (guid === undefined || guid === '') return REFUSED.noRight()
  const session = world.sessions.get(guid)
  if (session?.agentId === agentId && session.isEnded) return refuseEnded(world, session)
  const present = presentAgent(world, agentId)
  if (present === null) return REFUSED.notSignedIn()
  if (session === undefined || present.presence.session !== session) return REFUSED.noRight()
  const switched = refuseInSwitchOver(world, session)
  return switched === null ? succeed({ ...present, session }) : { ok: false, refusal: switched }
}

/** What a session that has ended is told: 100-006, unless its end has a code of its own, for a while. */
export function refuseEnded(world: World, { lastWord }: Session): Outcome<never> {
  if (lastWord === null || world.nowMs >= lastWord.untilMs) return REFUSED.notSignedIn()
  return { ok: false, refusal: lastWord.refusal }
}

/** The session of a poll: an ended one may still fetch what it was told last. */
export function identifyPoll(world: World, agentId: string, guid: string | undefined): Outcome<Session> {
  const ended = guid === undefined ? undefined : world.sessions.get(guid)
  if (ended?.agentId === agentId && ended.isEnded && ended.mailbox.size > 0) return succeed(ended)
  const caller = identify(world, agentId, guid)
  return caller.ok ? succeed(caller.value.session) : caller
}

/** Dynamic authentication: a new Guid; the present one stays good as the previous. */
export function renewGuid(world: World, session: Session): () => void {
  const { guid, previousGuid } = session
  const renewed = world.options.newGuid()
  if (previousGuid !== null) world.sessions.delete(previousGuid)
  session.previousGuid = guid
  session.guid = renewed
  world.sessions.set(renewed, session)
  return () => {
    if (session.guid !== renewed) return
    world.sessions.delete(renewed)
    session.guid = guid
    session.previousGuid = previousGuid
    if (previousGuid !== null) world.sessions.set(previousGuid, session)
  }
}

/** Fault: the client's Guids are good no more, while the agent stays signed in. */
export function expireGuid(world: World, session: Session): void {
  world.sessions.delete(session.guid)
  if (session.previousGuid !== null) world.sessions.delete(session.previousGuid)
  session.previousGuid = null
  session.guid = world.options.newGuid()
  world.sessions.set(session.guid, session)
}
