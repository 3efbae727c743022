import { cancelTask, createCall, type Call } from './call.ts'
import { REFUSED, succeed, type Outcome } from './refusal.ts'
import { MEDIA_TYPE } from './skill.ts'
import type { World } from './world.ts'

/** Calls waiting in a queue, first to be served first; empty for an unknown queue. */
export const waitingCalls = (world: World, skillId: number): readonly Call[] =>
  world.queues.get(skillId) ?? []

/** Puts a call into a queue by priority, then by the time it entered the centre. */
export function enqueue(world: World, call: Call, skillId: number): void {
  const queue = world.queues.get(skillId)
  if (queue === undefined) throw new Error(`no queue ${skillId}`)
  const isServedLater = (other: Call): boolean =>
    other.priority < call.priority || (other.priority === call.priority && other.enteredMs > call.enteredMs)
  const position = queue.findIndex(isServedLater)
  queue.splice(position === -1 ? queue.length : position, 0, call)
  call.skillId = skillId
  call.place = { kind: 'queue', skillId }
  world.options.observer?.callMoved(world.nowMs, call.callid, call.place)
  world.isRoutingDue = true
}

/** Takes a waiting call out of its queue. */
export function dequeue(world: World, call: Call): void {
  if (call.place.kind !== 'queue') return
  const queue = world.queues.get(call.place.skillId)
  const position = queue?.indexOf(call) ?? -1
  if (position >= 0) queue?.splice(position, 1)
}

/** What a new call is made of; durations are drawn from the seed where they are missing. */
export interface NewCall {
  readonly skillId: number
  readonly caller: string
  readonly origin: Call['origin']
  readonly priority?: number | undefined
  readonly talkMs?: number | undefined
  readonly patienceMs?: number | undefined
}

/** Access code of a queue: what the caller dialled. */
export const accessCode = (skillId: number): string => `9${String(skillId).padStart(4, '0')}`

/** A caller arrives in a queue. 100-007 when there is no such queue. */
export function placeCall(world: World, wish: NewCall): Outcome<Call> {
  const skill = world.skills.get(wish.skillId)
  if (skill === undefined) return REFUSED.platform(`There is no skill queue ${wish.skillId}`)
  const { timing } = world.options
  const call = createCall({
    callid: world.nextCallid(),
    caller: wish.caller,
    called: accessCode(skill.id),
    priority: wish.priority ?? 0,
    enteredMs: world.nowMs,
    mediaType: skill.mediaType,
    origin: wish.origin,
    talkMs: wish.talkMs ?? world.duration(timing.talkMs),
    // A call placed by hand waits until somebody takes it: whoever placed it decides when it goes.
    patienceMs: wish.patienceMs ?? (wish.origin === 'traffic' ? world.duration(timing.patienceMs) : null),
    skillId: skill.id,
    place: { kind: 'queue', skillId: skill.id },
  })
  world.calls.set(call.callid, call)
  enqueue(world, call, skill.id)
  startPatience(world, call)
  return succeed(call)
}

/** The caller begins to wait; one who has been put through and comes back has new patience. */
export function startPatience(world: World, call: Call): void {
  if (call.patienceTask !== null) call.patienceTask.isCancelled = true
  call.patienceTask = null
  if (call.patienceMs === null) return
  call.patienceEndsMs = world.nowMs + call.patienceMs
  call.patienceTask = world.after(call.patienceMs, () => {
    // While an agent keeps the call until somebody answers, the caller is not left alone.
    if (call.place.kind === 'queue' && call.transfer === null) forget(world, call)
  })
}

/** A call leaves the centre. */
export function forget(world: World, call: Call): void {
  dequeue(world, call)
  cancelTask(call)
  if (call.patienceTask !== null) call.patienceTask.isCancelled = true
  if (call.transfer?.task != null) call.transfer.task.isCancelled = true
  for (const other of call.conference) other.conference = other.conference.filter((each) => each !== call)
  call.endedMs = world.nowMs
  world.calls.delete(call.callid)
  world.options.observer?.callEnded(world.nowMs, call)
}

/**
 * `assignuserinqueue`: moves a waiting call. It keeps the time it entered and its priority (protocol 7.5).
 *
 * @param sources the queues the agent is signed in to; a call elsewhere is not his to move
 */
export function moveCall(
  world: World,
  callid: string,
  targetId: number,
  sources: ReadonlySet<number>,
): Outcome<Call> {
  const call = world.calls.get(callid)
  const target = world.skills.get(targetId)
  if (call?.place.kind !== 'queue') return REFUSED.platform(`Call ${callid} is not waiting in a skill queue`)
  const sourceId = call.place.skillId
  if (!sources.has(sourceId)) {
    return REFUSED.platform(`The agent is not signed in to skill queue ${sourceId} of call ${callid}`)
  }
  if (target === undefined) return REFUSED.platform(`There is no skill queue ${targetId}`)
  if (targetId === sourceId) return REFUSED.platform(`Call ${callid} is in skill queue ${targetId} already`)
  if (target.mediaType !== call.mediaType) {
    return REFUSED.platform(`Skill queue ${targetId} has another media type than call ${callid}`)
  }
  dequeue(world, call)
  enqueue(world, call, targetId)
  return succeed(call)
}

/** Chats wait, are moved and give up like calls, but nobody is offered one: chat events are not simulated. */
export const isOfferable = (call: Call): boolean => call.mediaType === MEDIA_TYPE.voice
