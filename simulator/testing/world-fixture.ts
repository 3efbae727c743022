import { advanceWorld, createWorld, settle } from '../world/advance.ts'
import type { Agent, Presence } from '../world/agent.ts'
import { offerCall } from '../world/call-flow.ts'
import type { Call } from '../world/call.ts'
import { placeCall, type NewCall } from '../world/queues.ts'
import { DEFAULT_TIMING } from '../options.ts'
import { signIn, type SignInRequest } from '../world/presence.ts'
import type { Session } from '../world/session.ts'
import { resetSkills } from '../world/skill-sign-in.ts'
import { presentAgent, type World, type WorldOptions } from '../world/world.ts'

/** A world without surprises: nobody signed in, no traffic, fixed durations. */
export function quietWorld(overrides: Partial<WorldOptions> = {}): World {
  let lastGuid = 0
  return createWorld({
    seed: 1,
    agentCount: 8,
    skillCount: 5,
    colleagues: 0,
    callsPerMinute: 0,
    isOffHookStrict: false,
    wrapUpLimitMs: 0,
    silenceMs: 120_000,
    timing: { ...DEFAULT_TIMING, offerMs: [100, 100], liftMs: [1000, 1000], talkMs: [60_000, 60_000] },
    startMs: 1_700_000_000_000,
    newGuid: () => `guid-${(lastGuid += 1)}`,
    ...overrides,
  })
}

/** A client's sign-in as the pages default it, always off-hook. */
export const signInRequest = (agentId: string, overrides: Partial<SignInRequest> = {}): SignInRequest => ({
  password: `Deskside#${agentId}`,
  phone: `8${agentId}`,
  autoAnswer: true,
  autoEnterIdle: true,
  releasePhone: false,
  phoneLinkage: false,
  isTextIncluded: true,
  status: 'idle',
  ...overrides,
})

/** An agent who has signed in, with everything a spec asks for. */
export interface Desk {
  readonly agent: Agent
  readonly presence: Presence
  readonly session: Session
  /** Takes the names of the events that have come since the last call. */
  readonly events: () => string[]
}

/** Signs an agent in; by default to every queue he is bound to. */
export function openDesk(
  world: World,
  agentId = '101',
  overrides: Partial<SignInRequest> = {},
  wanted: 'all' | readonly number[] = 'all',
): Desk {
  const outcome = signIn(world, agentId, signInRequest(agentId, overrides), false)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  const present = presentAgent(world, agentId)
  if (present === null) throw new Error(`agent ${agentId} is not there`)
  resetSkills(world, present.agent, present.presence, { wanted, phoneLinkage: undefined })
  settle(world)
  const session = outcome.value
  const events = (): string[] => takeEvents(session).map(({ eventType }) => eventType)
  events()
  return { ...present, session, events }
}

/** Empties a session's mailbox. */
export function takeEvents(session: Session): { eventType: string; content: unknown }[] {
  const events: { eventType: string; content: unknown }[] = []
  for (let event = session.mailbox.take(); event !== undefined; event = session.mailbox.take()) {
    events.push(event)
  }
  return events
}

/** Lets the world live for `ms`. */
export const live = (world: World, ms: number): void => advanceWorld(world, world.nowMs + ms)

/** A caller from outside for queue 1, put through to whoever gets the call. */
export function placedCall(world: World, wish: Partial<NewCall> = {}): Call {
  const outcome = placeCall(world, { skillId: 1, caller: '13800000001', origin: 'placed', ...wish })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  settle(world)
  return outcome.value
}

/** A call of queue 1 in which the agent talks; its events so far are taken. */
export function conversation(world: World, desk: Desk, wish: Partial<NewCall> = {}): Call {
  const call = placedCall(world, wish)
  if (call.place.kind === 'queue') offerCall(world, call, desk.agent, desk.presence)
  live(world, 2000)
  if (call.place.kind !== 'talking') throw new Error(`the call is ${call.place.kind}`)
  desk.events()
  return call
}
