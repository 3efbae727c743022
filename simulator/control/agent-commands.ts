import { mayTakeCalls } from '../world/agent.ts'
import { offerCall } from '../world/call-flow.ts'
import type { Call } from '../world/call.ts'
import { forceState as force } from '../world/inspection.ts'
import { phoneDoes, type PhoneEvent } from '../world/phone.ts'
import { pressKey, type PhoneKey } from '../world/phone-keys.ts'
import { endPresence, signInColleague } from '../world/presence.ts'
import { isOfferable, placeCall } from '../world/queues.ts'
import { releaseCall } from '../world/release.ts'
import { hangUp } from '../world/transfer.ts'
import type { World } from '../world/world.ts'
import { done, findPresent, problem, type CommandResult } from './command-result.ts'

/** What `offer-call` may name: a call that waits, or a new one; neither means the longest-waiting, his own queues first. */
export interface OfferWish {
  readonly callid?: string | undefined
  readonly skillId?: number | undefined
  readonly caller?: string | undefined
  readonly talkMs?: number | undefined
}

function callToOffer(world: World, skills: ReadonlySet<number>, wish: OfferWish): CommandResult<Call> {
  if (wish.callid !== undefined) {
    const call = world.calls.get(wish.callid)
    if (call === undefined) return problem(404, `there is no call ${wish.callid}`)
    return call.place.kind === 'queue' ? done(call) : problem(409, `call ${wish.callid} does not wait`)
  }
  const waiting = [...world.calls.values()]
    .filter((call) => call.place.kind === 'queue' && isOfferable(call))
    .sort((a, b) => a.enteredMs - b.enteredMs)
  const first = waiting.find((call) => skills.has(call.skillId)) ?? waiting[0]
  if (first !== undefined && wish.skillId === undefined && wish.caller === undefined) return done(first)
  const [anySkill = 1] = skills
  const placed = placeCall(world, {
    skillId: wish.skillId ?? anySkill,
    caller: wish.caller ?? '13800000000',
    origin: 'placed',
    talkMs: wish.talkMs,
  })
  return placed.ok ? done(placed.value) : problem(404, placed.refusal.message)
}

/** Gives a call to this agent, whoever else is free. The agent must be idle. */
export function offerTo(world: World, agentId: string, wish: OfferWish): CommandResult<{ callid: string }> {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  const { agent, presence } = found.value
  if (presence.state.name !== 'idle')
    return problem(409, `agent ${agentId} is ${presence.state.name}, not idle`)
  if (!mayTakeCalls(agent, presence)) return problem(409, `agent ${agentId} may take no calls now`)
  const call = callToOffer(world, presence.skills, wish)
  if (!call.ok) return call
  offerCall(world, call.value, agent, presence)
  return done({ callid: call.value.callid })
}

/** Ends the agent's call. */
export function releaseCallOf(
  world: World,
  agentId: string,
  by: 'caller' | 'agent',
): CommandResult<{ callid: string }> {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  const { state } = found.value.presence
  const call = state.name === 'talking' ? world.calls.get(state.callid) : undefined
  if (call === undefined) return problem(409, `agent ${agentId} has no call`)
  if (by === 'agent') hangUp(world, found.value)
  else releaseCall(world, call, by)
  return done({ callid: call.callid })
}

export const KICKED_BY = ['inspector', 'sign-in', 'silence'] as const

/**
 * Ends the agent's session. `inspector`: the agent is signed out; `sign-in`: somebody else signs in as this
 * agent, so that a plain sign-in is then answered 100-002; `silence`: as by the two-minute rule, so that no event
 * tells of it.
 */
export function kick(world: World, agentId: string, by: (typeof KICKED_BY)[number]): CommandResult {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  endPresence(world, found.value.agent, by === 'silence' ? 'silent' : 'announced')
  if (by === 'sign-in') signInColleague(world, found.value.agent)
  return done({})
}

/** Length of a rest that an inspector forces here. */
const FORCED_REST_MS = 600_000

/** An inspector forces a state; a call must be released first. */
export function forceState(
  world: World,
  agentId: string,
  state: 'idle' | 'busy' | 'rest' | 'work',
): CommandResult {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  const forced =
    state === 'rest' ? { name: state, durationMs: FORCED_REST_MS, reason: 0 } : ({ name: state } as const)
  const outcome = force(world, found.value, forced)
  return outcome.ok ? done({}) : problem(409, outcome.refusal.message)
}

/** What `phone` may do: show a state, or press a key of a linked phone. */
export type PhoneAction = { readonly event: PhoneEvent } | PhoneKey

/** Something happens at the agent's phone; a key that has nothing to act on is answered 409. */
export function phone(world: World, agentId: string, action: PhoneAction): CommandResult {
  const found = findPresent(world, agentId)
  if (!found.ok) return found
  if ('event' in action) {
    phoneDoes(world, found.value, action.event)
    return done({})
  }
  const pressed = pressKey(world, found.value, action)
  return pressed.ok ? done({}) : problem(409, pressed.refusal.message)
}
