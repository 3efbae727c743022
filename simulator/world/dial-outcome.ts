import { setState } from './agent-state.ts'
import { cancelTask, CALL_FEATURE, type Call } from './call.ts'
import { joinConference } from './conference.ts'
import { enterPhase, hangUpPhone, leaveDesk, moveTo, presentCall } from './desk-calls.ts'
import { event, PHONE_RELEASED_BY } from './events.ts'
import { forget } from './queues.ts'
import { planEnd } from './release.ts'
import { presentAgent, type World } from './world.ts'

/** Whoever was dialled has answered: the conversation of the agent who dialled begins. */
export function partnerAnswered(world: World, call: Call): void {
  if (call.place.kind !== 'dialling') return
  const at = presentAgent(world, call.place.agentId)
  if (at === null) return
  cancelTask(call)
  call.talkingSinceMs = world.nowMs
  moveTo(world, call, { kind: 'talking', agentId: at.agent.id })
  enterPhase(world, at, call, 'talking')
  world.emit(at.agent, event.talking(call))
  planEnd(world, call)
  if (call.feature === CALL_FEATURE.consultOfThree || call.purpose === 'three-party') {
    joinConference(world, at)
  }
}

/** Why a call of the agent's own did not come about. */
export type DialFailure =
  /** The agent did not lift his phone: nothing had begun, so he is where he was. */
  | 'own-phone'
  /** Nobody answers outside. */
  | 'callee'
  /** The colleague is not free, does not answer or leaves. */
  | 'partner'

/** A call of the agent's own has failed; the orders of events are those of protocol 4.6. */
export function failDial(world: World, call: Call, why: DialFailure): void {
  const at = call.place.kind === 'queue' ? null : presentAgent(world, call.place.agentId)
  forget(world, call)
  if (at === null) return
  const { agent, presence } = at
  const { callid } = call
  if (why === 'own-phone') {
    world.emit(agent, event.callOutFail(callid), event.connectFail(callid))
    hangUpPhone(world, at, PHONE_RELEASED_BY.platform)
    presence.lastCall = call
    setState(world, agent, presence, presence.stateBeforeDial)
    return
  }
  const isOnly = presentCall(world, presence) === undefined && presence.otherCalls.length === 0
  if (why === 'callee') {
    // Here the phone is hung up first, and the call is given up then.
    if (isOnly) hangUpPhone(world, at, PHONE_RELEASED_BY.platform)
    world.emit(agent, event.callOutFail(callid), event.connectFail(callid))
  } else {
    const isConsultation = call.feature !== CALL_FEATURE.internal
    world.emit(agent, isConsultation ? event.consultFail(callid) : event.insideCallFail(callid))
  }
  leaveDesk(world, at, call, {
    isByAgent: false,
    wasConnected: false,
    ...(why === 'callee' ? { isPhoneDown: true } : {}),
  })
}
