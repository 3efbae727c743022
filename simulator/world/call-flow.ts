import type { Agent, Presence } from './agent.ts'
import { applyNote } from './agent-state.ts'
import { cancelTask, type Call } from './call.ts'
import {
  enterPhase,
  hangUpPhone,
  liftFor,
  moveTo,
  presentCall,
  reportLinkedPhone,
  type AgentAtDesk,
} from './desk-calls.ts'
import { failDial, partnerAnswered } from './dial-outcome.ts'
import { event, LINKED_PHONE, PHONE_RELEASED_BY } from './events.ts'
import { completeTransfer, letTransferGo, returnTransfer } from './pending-transfer.ts'
import { dequeue, enqueue, forget } from './queues.ts'
import { done, refuse, REFUSED, succeed, type Outcome } from './refusal.ts'
import { planEnd, releaseCall, unlink } from './release.ts'
import { count } from './statistics.ts'
import type { World } from './world.ts'

/** Busy reasons of the platform (cec_07_1346). */
export const BUSY_REASON = { noAnswer: 2, forced: 3, phoneUnavailable: 5, rejected: 7 } as const

/** Gives a call to an idle agent: the first step of protocol 4.6. */
export function offerCall(world: World, call: Call, agent: Agent, presence: Presence): void {
  const at = { agent, presence }
  dequeue(world, call)
  moveTo(world, call, { kind: 'offered', agentId: agent.id })
  enterPhase(world, at, call, 'pre-occupied')
  world.emit(agent, event.busyWithCall)
  const next = presence.releasePhone ? ring : connect
  call.task = world.after(world.duration(world.options.timing.offerMs), () => next(world, call, at))
}

/** The phone of a non-always-off-hook agent rings; lifting it happens by itself after a moment, as a rule. */
function ring(world: World, call: Call, at: AgentAtDesk): void {
  enterPhase(world, at, call, 'occupied')
  world.emit(at.agent, event.phoneAlerting)
  reportLinkedPhone(world, at, LINKED_PHONE.ringing)
  const { liftMs, noAnswerMs } = world.options.timing
  call.lift = () => connect(world, call, at)
  call.task = at.agent.traits.liftsPhone
    ? world.after(world.duration(liftMs), () => liftFor(world, call, at))
    : world.after(noAnswerMs, () => takeBack(world, call, at))
}

/** The call whose phone rings, if the linked phone may be told what to do about it. */
function alertingCall(world: World, presence: Presence): Outcome<Call> {
  if (presence.linkage !== 'linked') return REFUSED.platform('The phone of the agent is not linked')
  if (!presence.isPhoneOnline) return REFUSED.platform('The phone of the agent is offline')
  const call = presentCall(world, presence)
  return call === undefined || call.lift === null
    ? REFUSED.platform('The phone of the agent does not ring')
    : succeed(call)
}

/** `phonepickup`: lifts the linked phone that rings, for a caller or for a call the agent has asked for. */
export function liftPhone(world: World, agent: Agent, presence: Presence): Outcome {
  const call = alertingCall(world, presence)
  if (!call.ok) return call
  liftFor(world, call.value, { agent, presence })
  return done
}

/** `phonehangup`: rejects the call on the linked phone that rings; the caller waits again. */
export function rejectOnPhone(world: World, agent: Agent, presence: Presence): Outcome {
  const call = alertingCall(world, presence)
  if (!call.ok) return call
  if (call.value.place.kind === 'dialling') {
    failDial(world, call.value, 'own-phone')
    return done
  }
  requeue(world, call.value)
  hangUpPhone(world, { agent, presence }, PHONE_RELEASED_BY.agent)
  world.emit(agent, event.noAnswer(call.value.callid))
  count(world, agent, 'noanswernums')
  applyNote(world, agent, presence, { name: 'busy', reason: BUSY_REASON.rejected })
  return done
}

function connect(world: World, call: Call, at: AgentAtDesk): void {
  enterPhase(world, at, call, 'answering')
  if (at.presence.autoAnswer) {
    world.emit(at.agent, event.autoAnswer(call))
    talk(world, call, at)
    return
  }
  world.emit(
    at.agent,
    event.ringing(call),
    event.customerAlerting(call, call.peer === null ? '' : call.caller),
  )
  call.task = world.after(world.options.timing.noAnswerMs, () => takeBack(world, call, at))
}

function talk(world: World, call: Call, at: AgentAtDesk): void {
  const isFirst = call.transfer === null && call.talkingSinceMs === null
  if (call.transfer !== null) completeTransfer(world, call)
  call.talkingSinceMs = world.nowMs
  moveTo(world, call, { kind: 'talking', agentId: at.agent.id })
  enterPhase(world, at, call, 'talking')
  world.emit(at.agent, event.talking(call))
  count(world, at.agent, 'answernums')
  planEnd(world, call)
  if (isFirst && call.peer !== null) partnerAnswered(world, call.peer)
}

/** `PUT answer`: takes the call that rings (manual answer). */
export function answerCall(world: World, agent: Agent, presence: Presence): Outcome {
  const call = presentCall(world, presence)
  const isRinging = presence.state.name === 'talking' && presence.state.phase === 'answering'
  if (call?.place.kind !== 'offered' || !isRinging) return refuse('200-002', 'There is no call to answer')
  cancelTask(call)
  talk(world, call, { agent, presence })
  return done
}

/** Nobody answered: the caller waits again, the agent becomes busy with reason 2. */
function takeBack(world: World, call: Call, at: AgentAtDesk): void {
  requeue(world, call)
  world.emit(at.agent, event.noAnswer(call.callid))
  count(world, at.agent, 'noanswernums')
  hangUpPhone(world, at, PHONE_RELEASED_BY.platform)
  applyNote(world, at.agent, at.presence, { name: 'busy', reason: BUSY_REASON.noAnswer })
}

/** The agent leaves: a call that was only offered goes back to where it came from, a conversation ends. */
export function dropCallsOf(world: World, at: AgentAtDesk): void {
  const { agent, presence } = at
  for (const call of [presentCall(world, presence), ...presence.otherCalls]) {
    if (call === undefined) continue
    if (call.transfer?.agentId === agent.id) letTransferGo(world, call)
    else if (call.place.kind === 'offered') requeue(world, call)
    else releaseCall(world, call, 'platform')
  }
}

/**
 * An offered call that this agent does not take: it waits again in its queue, or goes back to the agent who
 * transferred it to him, or was an internal one and has failed.
 */
function requeue(world: World, call: Call): void {
  cancelTask(call)
  call.lift = null
  const { peer } = call
  const isPatient = call.patienceEndsMs === null || world.nowMs < call.patienceEndsMs
  if (peer !== null) {
    unlink(call)
    forget(world, call)
    failDial(world, peer, 'partner')
  } else if (call.transfer !== null && call.isForOneAgent) returnTransfer(world, call, 'failed')
  else if (call.skillId !== 0 && (isPatient || call.transfer !== null)) enqueue(world, call, call.skillId)
  else forget(world, call)
}
