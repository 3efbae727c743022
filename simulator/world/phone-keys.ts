import { otherNumber, type Call } from './call.ts'
import { hangUpPhone, leaveDesk, presentCall, reportLinkedPhone, type AgentAtDesk } from './desk-calls.ts'
import { event, LINKED_PHONE, PHONE_RELEASED_BY } from './events.ts'
import { setHeld, takeFromHold } from './hold.ts'
import { callOut } from './outgoing.ts'
import { forget } from './queues.ts'
import { done, REFUSED, type Outcome } from './refusal.ts'
import type { World } from './world.ts'

/** A key the agent presses on a linked phone (protocol 11.2). */
export type PhoneKey =
  { readonly key: 'hold' | 'unhold' } | { readonly key: 'transfer' | 'call-out'; readonly number: string }

/** `AgentEvent_linkagePhoneTransferOut_Result`: the documents show 0 for success and 1001 for a failure. */
const TRANSFER_OUT = { succeeded: 0, failed: 1001 } as const

/**
 * Carries out what is done with the keys of a linked phone and reports it as the phone does. 100-009 when the
 * phone is not linked, is offline, or there is nothing the key could act on.
 */
export function pressKey(world: World, at: AgentAtDesk, pressed: PhoneKey): Outcome {
  const { presence } = at
  if (presence.linkage !== 'linked') return REFUSED.state('The phone of the agent is not linked')
  if (!presence.isPhoneOnline) return REFUSED.state('The phone of the agent is offline')
  if (pressed.key === 'call-out') return dialByHand(world, at, pressed.number)
  const call = presentCall(world, presence)
  if (call?.place.kind !== 'talking' || call.transfer !== null) {
    return REFUSED.state('The agent talks to nobody')
  }
  if (call.isHeld !== (pressed.key === 'unhold')) {
    return REFUSED.state(call.isHeld ? 'The call is on hold' : 'The call is not on hold')
  }
  switch (pressed.key) {
    case 'hold':
      setHeld(world, at, call)
      world.emit(at.agent, event.linkedHold(call.callid))
      return done
    case 'unhold':
      takeFromHold(world, at, call)
      world.emit(at.agent, event.linkedUnhold(call.callid))
      return done
    case 'transfer':
      if (call.peer !== null || call.conference.length > 0) {
        return REFUSED.state('An internal call or a conference cannot be transferred')
      }
      transferByHand(world, at, call, pressed.number)
      return done
  }
}

/** The phone tells of the number before the call exists, under a callid of its own. */
function dialByHand(world: World, at: AgentAtDesk, number: string): Outcome {
  const { agent, presence } = at
  const { name } = presence.state
  if (name === 'talking' || name === 'rest') return REFUSED.state(`The agent is ${name}`)
  world.emit(agent, event.phoneOffhook)
  reportLinkedPhone(world, at, LINKED_PHONE.offhook)
  const announced = { called: number, caller: presence.phone, callid: world.nextCallid() }
  world.emit(agent, event.linkedCallOut(announced))
  const call = callOut(world, at, {
    called: number,
    caller: '',
    skillId: 0,
    callData: '',
    isAtPhone: true,
  })
  if (call.ok) return done
  hangUpPhone(world, at, PHONE_RELEASED_BY.agent)
  return call
}

function transferByHand(world: World, at: AgentAtDesk, call: Call, number: string): void {
  const { agent, presence } = at
  const { callid } = call
  world.emit(agent, event.linkedTransferOut(number, presence.phone))
  const isReached = !world.unansweredNumbers.has(number) && number !== otherNumber(call)
  world.after(world.duration(world.options.timing.calleeAnswerMs), () => {
    // Meanwhile the caller may have hung up.
    const isTheSame = presentCall(world, presence) === call && call.place.kind === 'talking'
    const isThere = isTheSame && call.transfer === null && call.conference.length === 0
    const result = isReached && isThere ? TRANSFER_OUT.succeeded : TRANSFER_OUT.failed
    world.emit(agent, event.linkedTransferOutResult(callid, result))
    if (result !== TRANSFER_OUT.succeeded) return
    world.emit(agent, event.callRelease(callid))
    leaveDesk(world, at, call, { isByAgent: true, wasConnected: true })
    forget(world, call)
  })
}
