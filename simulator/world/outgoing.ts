import { mayTakeCalls } from './agent.ts'
import { offerCall } from './call-flow.ts'
import { CALL_FEATURE, createCall, otherNumber, type Call } from './call.ts'
import { enterPhase, liftFor, presentCall, reportLinkedPhone, type AgentAtDesk } from './desk-calls.ts'
import { failDial, partnerAnswered } from './dial-outcome.ts'
import { event, LINKED_PHONE } from './events.ts'
import { setHeld } from './hold.ts'
import { refuse, REFUSED, succeed, type Outcome } from './refusal.ts'
import { bestAgentOf } from './routing.ts'
import { MEDIA_TYPE } from './skill.ts'
import { count } from './statistics.ts'
import { presentAgent, type World } from './world.ts'

/** What `callout` asks for. */
export interface CallOutWish {
  readonly called: string
  /** The number shown to the callee; empty: the agent's phone. */
  readonly caller: string
  readonly skillId: number
  readonly callData: string
  /** He has lifted the phone already: it need not ring first. */
  readonly isAtPhone?: boolean
}

/** An agent may dial when he is not in a call; callers on hold do not count (cec_07_1232). */
function refuseDialling(world: World, { presence }: AgentAtDesk): Outcome<never> | null {
  const { name } = presence.state
  if (presence.phone === '') return REFUSED.platform('The agent has no phone')
  if (name === 'rest') return REFUSED.platform('The agent is resting')
  const call = presentCall(world, presence)
  return call !== undefined && !call.isHeld ? REFUSED.platform('The agent is in a call') : null
}

/** Dials a number outside for an agent who is at the phone. */
export function startOwnCall(
  world: World,
  at: AgentAtDesk,
  facts: Pick<Call, 'called'> & Partial<Call>,
  hasLifted = false,
): Call {
  const call = newOwnCall(world, at, facts)
  bringToPhone(world, at, call, () => ringOutside(world, at, call), hasLifted)
  return call
}

function newOwnCall(world: World, at: AgentAtDesk, facts: Pick<Call, 'called'> & Partial<Call>): Call {
  const call = createCall({
    callid: world.nextCallid(),
    caller: at.agent.id,
    mediaType: MEDIA_TYPE.voice,
    enteredMs: world.nowMs,
    isOutward: true,
    place: { kind: 'dialling', agentId: at.agent.id },
    ...facts,
  })
  world.calls.set(call.callid, call)
  world.options.observer?.callMoved(world.nowMs, call.callid, call.place)
  return call
}

/**
 * Brings the agent to the phone, then dials: an always-off-hook agent, or one who has a call already, is there;
 * the phone of another rings first (protocol 4.6).
 */
function bringToPhone(world: World, at: AgentAtDesk, call: Call, dial: () => void, hasLifted = false): void {
  const { agent, presence } = at
  const isAtPhone = hasLifted || !presence.releasePhone || presence.state.name === 'talking'
  const isFirst = presence.state.name !== 'talking'
  presence.stateBeforeDial = presence.state
  enterPhase(world, at, call, 'occupied')
  const begin = (): void => {
    if (isFirst) world.emit(agent, event.busyWithCall)
    dial()
  }
  if (isAtPhone) {
    begin()
    return
  }
  world.emit(agent, event.phoneAlerting)
  reportLinkedPhone(world, at, LINKED_PHONE.ringing)
  const { liftMs, noAnswerMs } = world.options.timing
  call.lift = begin
  call.task = agent.traits.liftsPhone
    ? world.after(world.duration(liftMs), () => liftFor(world, call, at))
    : world.after(noAnswerMs, () => failDial(world, call, 'own-phone'))
}

/** Rings at a number outside, which answers after a moment or not at all. */
function ringOutside(world: World, at: AgentAtDesk, call: Call): void {
  enterPhase(world, at, call, 'answering')
  world.emit(at.agent, event.customerAlerting(call))
  const { calleeAnswerMs, noAnswerMs } = world.options.timing
  call.task = world.unansweredNumbers.has(otherNumber(call))
    ? world.after(noAnswerMs, () => failDial(world, call, 'callee'))
    : world.after(world.duration(calleeAnswerMs), () => partnerAnswered(world, call))
}

/** `callout`: calls a number outside. */
export function callOut(world: World, at: AgentAtDesk, wish: CallOutWish): Outcome<Call> {
  const { agent, presence } = at
  if (!/^[\d*#]{1,24}$/.test(wish.called)) return refuse('200-001', 'The number to dial is wrong')
  if (!agent.traits.mayCallOut) return REFUSED.platform('The agent may not call out')
  const refusal = refuseDialling(world, at)
  if (refusal !== null) return refusal
  count(world, agent, 'calloutnums')
  const facts = {
    called: wish.called,
    caller: wish.caller === '' ? presence.phone : wish.caller,
    feature: CALL_FEATURE.outgoing,
    skillId: wish.skillId,
    callData: wish.callData,
    talkMs: world.duration(world.options.timing.talkMs),
  }
  const call = startOwnCall(world, at, facts, wish.isAtPhone === true)
  return succeed(call)
}

/** Rings at a colleague; each side of the conversation has a call of its own. */
function ringColleague(world: World, at: AgentAtDesk, call: Call): void {
  const target = presentAgent(world, call.called)
  if (target?.presence.state.name !== 'idle' || !mayTakeCalls(target.agent, target.presence)) {
    failDial(world, call, 'partner')
    return
  }
  enterPhase(world, at, call, 'answering')
  const leg = createCall({
    callid: world.nextCallid(),
    caller: at.agent.id,
    called: call.called,
    feature: call.feature,
    callData: call.callData,
    mediaType: MEDIA_TYPE.voice,
    enteredMs: world.nowMs,
    place: { kind: 'offered', agentId: target.agent.id },
    // Somebody whom the world plays has to come to an end by himself.
    talkMs: target.presence.session === null ? world.duration(world.options.timing.talkMs) : null,
  })
  leg.peer = call
  call.peer = leg
  world.calls.set(leg.callid, leg)
  world.emit(at.agent, event.customerAlerting(call, target.agent.id))
  offerCall(world, leg, target.agent, target.presence)
}

/** `callinner`: calls a colleague. One who is not free is found out by `AgentEvent_Inside_Call_Fail`. */
export function callInner(world: World, at: AgentAtDesk, called: string): Outcome<Call> {
  const refusal = refuseDialling(world, at) ?? refuseColleague(world, at, called)
  if (refusal !== null) return refusal
  const call = newOwnCall(world, at, { called, feature: CALL_FEATURE.internal })
  count(world, at.agent, 'intercallnums')
  bringToPhone(world, at, call, () => ringColleague(world, at, call))
  return succeed(call)
}

function refuseColleague(world: World, at: AgentAtDesk, called: string): Outcome<never> | null {
  if (called === at.agent.id) return REFUSED.platform('The agent cannot call himself')
  return presentAgent(world, called) === null
    ? REFUSED.platform(`Agent ${called} does not exist or is not signed in`)
    : null
}

/** What `innerhelp` asks for: a colleague, or whoever is free in a queue. */
export interface HelpWish {
  readonly to: { readonly agentId: string } | { readonly skillId: number }
  readonly isOfThree: boolean
  readonly callData: string
}

/** `innerhelp`: asks a colleague while the caller waits, or together with the caller. 200-018 without a call. */
export function askForHelp(world: World, at: AgentAtDesk, wish: HelpWish): Outcome<Call> {
  const present = presentCall(world, at.presence)
  if (present?.place.kind !== 'talking' || present.transfer !== null || present.conference.length > 0) {
    return refuse('200-018', 'There is no call for which to ask internal help')
  }
  const called =
    'agentId' in wish.to ? wish.to.agentId : (bestAgentOf(world, wish.to.skillId, at.agent)?.id ?? '')
  if ('agentId' in wish.to) {
    const refusal = refuseColleague(world, at, called)
    if (refusal !== null) return refusal
  }
  if (!present.isHeld) {
    setHeld(world, at, present)
    world.emit(at.agent, event.hold(present.callid))
  }
  const feature = wish.isOfThree ? CALL_FEATURE.consultOfThree : CALL_FEATURE.consult
  const callData = wish.callData === '' ? present.callData : wish.callData
  const call = newOwnCall(world, at, { called, feature, callData })
  count(world, at.agent, 'interhelpnums')
  bringToPhone(world, at, call, () => ringColleague(world, at, call))
  return succeed(call)
}
