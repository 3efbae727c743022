import { mayTakeCalls } from './agent.ts'
import { offerCall } from './call-flow.ts'
import { CALL_FEATURE, cancelTask, type Call } from './call.ts'
import { leaveConference } from './conference.ts'
import { leaveDesk, presentCall, type AgentAtDesk } from './desk-calls.ts'
import { event } from './events.ts'
import { setHeld, takeFromHold } from './hold.ts'
import { startOwnCall } from './outgoing.ts'
import { completeTransfer, letTransferGo, returnTransfer } from './pending-transfer.ts'
import { accessCode, enqueue, forget, startPatience } from './queues.ts'
import { done, refuse, REFUSED, type Outcome } from './refusal.ts'
import { releaseCall } from './release.ts'
import { count } from './statistics.ts'
import { presentAgent, type World } from './world.ts'

/** Where to and how (protocol 9). `isKept`: the agent is released when the target has answered. */
export type TransferWish = { readonly callData: string } & (
  | { readonly to: 'skill'; readonly skillId: number; readonly isKept: boolean }
  | { readonly to: 'access-code'; readonly accessCode: string; readonly isKept: boolean }
  | { readonly to: 'agent'; readonly agentId: string; readonly isKept: boolean }
  | { readonly to: 'ivr'; readonly isSuspended: boolean }
  | {
      readonly to: 'outside'
      readonly number: string
      readonly caller: string
      readonly mode: 'release' | 'success' | 'talk' | 'three-party'
      /** Three-party: the caller is told to wait meanwhile. */
      readonly holdsCaller: boolean
    }
)

/** `transfer`: 200-012 without a conversation, 100-007 where the target cannot take it. */
export function transferCall(world: World, at: AgentAtDesk, wish: TransferWish): Outcome {
  const call = presentCall(world, at.presence)
  if (call?.transfer?.agentId === at.agent.id) {
    return REFUSED.platform('A transfer of the call is under way')
  }
  if (call?.place.kind !== 'talking') return refuse('200-012', 'There is no call to transfer')
  if (call.peer !== null || call.conference.length > 0) {
    return REFUSED.platform('An internal call or a conference cannot be transferred')
  }
  const outcome = begin(world, at, call, wish)
  if (outcome.ok && wish.callData !== '') call.callData = wish.callData
  return outcome
}

function begin(world: World, at: AgentAtDesk, call: Call, wish: TransferWish): Outcome {
  switch (wish.to) {
    case 'skill':
      return toQueue(world, at, call, wish.skillId, wish.isKept)
    case 'access-code': {
      const skill = [...world.skills.values()].find(({ id }) => accessCode(id) === wish.accessCode)
      return skill === undefined
        ? REFUSED.platform(`There is no access code ${wish.accessCode}`)
        : toQueue(world, at, call, skill.id, wish.isKept)
    }
    case 'agent':
      return toAgent(world, at, call, wish.agentId, wish.isKept)
    case 'ivr':
      return toIvr(world, at, call, wish.isSuspended)
    case 'outside':
      return toOutside(world, at, call, wish)
  }
}

/** The call is on its way: it stays at the desk until somebody answers, or leaves it now. */
function sendOff(world: World, at: AgentAtDesk, call: Call, isKept: boolean): void {
  cancelTask(call)
  call.transferredBy = at.agent.id
  call.isHeld = false
  call.isMuted = false
  if (isKept) {
    call.transfer = { agentId: at.agent.id, task: null }
    return
  }
  world.emit(at.agent, event.callRelease(call.callid))
  leaveDesk(world, at, call, { isByAgent: true, wasConnected: true })
}

function toQueue(world: World, at: AgentAtDesk, call: Call, skillId: number, isKept: boolean): Outcome {
  const skill = world.skills.get(skillId)
  if (skill === undefined) return REFUSED.platform(`There is no skill queue ${skillId}`)
  if (skill.mediaType !== call.mediaType) {
    return REFUSED.platform(`Skill queue ${skillId} has another media type than the call`)
  }
  count(world, at.agent, 'transfernums')
  call.isForOneAgent = false
  enqueue(world, call, skillId)
  sendOff(world, at, call, isKept)
  if (!isKept) startPatience(world, call)
  return done
}

function toAgent(world: World, at: AgentAtDesk, call: Call, agentId: string, isKept: boolean): Outcome {
  const target = presentAgent(world, agentId)
  if (target === null) return REFUSED.platform(`Agent ${agentId} does not exist or is not signed in`)
  const isFree = target.presence.state.name === 'idle' && mayTakeCalls(target.agent, target.presence)
  if (!isFree) return REFUSED.platform(`Agent ${agentId} is not idle`)
  count(world, at.agent, 'transfernums')
  call.isForOneAgent = true
  sendOff(world, at, call, isKept)
  if (!isKept) startPatience(world, call)
  offerCall(world, call, target.agent, target.presence)
  return done
}

function toIvr(world: World, at: AgentAtDesk, call: Call, isSuspended: boolean): Outcome {
  count(world, at.agent, 'transferivrnums')
  sendOff(world, at, call, isSuspended)
  if (call.transfer === null) {
    forget(world, call)
    return done
  }
  call.transfer.task = world.after(world.duration(world.options.timing.ivrMs), () => {
    world.emit(at.agent, event.returnFromIvr(call.callid))
    returnTransfer(world, call, null)
  })
  return done
}

function toOutside(
  world: World,
  at: AgentAtDesk,
  call: Call,
  wish: Extract<TransferWish, { to: 'outside' }>,
): Outcome {
  if (!/^[\dA-Ea-e*#]{1,24}$/.test(wish.number)) return refuse('200-001', 'The number to dial is wrong')
  if (wish.mode === 'release' && call.feature === CALL_FEATURE.outgoing) {
    return REFUSED.platform('An outgoing call cannot be transferred outside before somebody answers there')
  }
  count(world, at.agent, 'transferoutnums')
  switch (wish.mode) {
    case 'release':
      world.emit(at.agent, event.transferOutResult(call.callid, 0))
      sendOff(world, at, call, false)
      forget(world, call)
      return done
    case 'success':
      sendOff(world, at, call, true)
      ringForTransfer(world, at, call, wish.number)
      return done
    case 'talk':
    case 'three-party':
      if (!call.isHeld) {
        setHeld(world, at, call)
        if (wish.mode === 'talk' || wish.holdsCaller) world.emit(at.agent, event.hold(call.callid))
      }
      startOwnCall(world, at, {
        called: wish.number,
        caller: wish.caller === '' ? at.presence.phone : wish.caller,
        feature: CALL_FEATURE.outgoing,
        purpose: wish.mode,
        talkMs: world.duration(world.options.timing.talkMs),
      })
      return done
  }
}

function ringForTransfer(world: World, at: AgentAtDesk, call: Call, number: string): void {
  if (call.transfer === null) return
  const { calleeAnswerMs, noAnswerMs } = world.options.timing
  const isAnswered = !world.unansweredNumbers.has(number)
  const delayMs = isAnswered ? world.duration(calleeAnswerMs) : noAnswerMs
  call.transfer.task = world.after(delayMs, () => {
    world.emit(at.agent, event.transferOutResult(call.callid, isAnswered ? 0 : 1))
    if (!isAnswered) {
      returnTransfer(world, call, 'failed')
      return
    }
    completeTransfer(world, call)
    forget(world, call)
  })
}

/** `canceltransfer`: takes the call back as long as nobody has answered, or ends the talk with the target. */
export function cancelTransfer(world: World, at: AgentAtDesk): Outcome {
  const call = presentCall(world, at.presence)
  if (call?.transfer?.agentId === at.agent.id) {
    returnTransfer(world, call, null)
    return done
  }
  if (call === undefined || call.purpose === null) {
    return refuse('200-012', 'There is no transfer to cancel')
  }
  releaseCall(world, call, 'agent')
  const caller = presentCall(world, at.presence)
  if (caller?.isHeld === true) {
    takeFromHold(world, at, caller)
    world.emit(at.agent, event.talking(caller))
  }
  return done
}

/**
 * `release`: the agent hangs up. A transfer under way and a conference go on without him, and after a talk with
 * the target of a transfer the two are joined; else the call ends. 200-017 when there is none.
 */
export function hangUp(world: World, at: AgentAtDesk): Outcome {
  const call = presentCall(world, at.presence)
  if (call === undefined) return refuse('200-017', 'There is no call to hang up')
  const isTalkDone = call.purpose === 'talk' && call.place.kind === 'talking' && !call.isHeld
  if (call.transfer?.agentId === at.agent.id) letTransferGo(world, call)
  else if (call.conference.length > 0 || (isTalkDone && at.presence.otherCalls.length > 0)) {
    leaveConference(world, at)
  } else releaseCall(world, call, 'agent')
  return done
}
