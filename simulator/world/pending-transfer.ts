import { cancelTask, otherNumber, type Call } from './call.ts'
import { leaveDesk, moveTo } from './desk-calls.ts'
import { event } from './events.ts'
import { dequeue, forget, startPatience } from './queues.ts'
import { planEnd } from './release.ts'
import { presentAgent, type World } from './world.ts'

/** Result of a transfer that waits for the target's answer; the documents only name the event. */
const TRANSFER_RESULT = { succeeded: 0, failed: 1 } as const

function clearTransfer(call: Call): string {
  const agentId = call.transfer?.agentId ?? ''
  if (call.transfer?.task != null) call.transfer.task.isCancelled = true
  call.transfer = null
  return agentId
}

/** The target has answered: the agent who kept the call is released (protocol 4.6). */
export function completeTransfer(world: World, call: Call): void {
  const keeper = presentAgent(world, clearTransfer(call))
  if (keeper === null) return
  const { callid } = call
  world.emit(
    keeper.agent,
    event.transferResult(callid, TRANSFER_RESULT.succeeded),
    event.stopRecordDone(callid),
    event.callRelease(callid),
  )
  leaveDesk(world, keeper, call, { isByAgent: true, wasConnected: true })
}

/** The agent who kept the call does not wait for the answer: it goes on without him. */
export function letTransferGo(world: World, call: Call): void {
  const keeper = presentAgent(world, clearTransfer(call))
  if (call.place.kind === 'queue') startPatience(world, call)
  // On its way outside or in an automatic flow: it goes on where the centre does not see it.
  if (call.place.kind === 'talking') forget(world, call)
  if (keeper === null) return
  world.emit(keeper.agent, event.callRelease(call.callid))
  leaveDesk(world, keeper, call, { isByAgent: true, wasConnected: true })
}

/**
 * The call comes back to the agent who kept it.
 *
 * @param why `failed`: the target did not take it, and the agent is told; null: it was to come back
 */
export function returnTransfer(world: World, call: Call, why: 'failed' | null): void {
  dequeue(world, call)
  cancelTask(call)
  call.lift = null
  const agentId = clearTransfer(call)
  const offered = call.place.kind === 'offered' ? presentAgent(world, call.place.agentId) : null
  const keeper = presentAgent(world, agentId)
  moveTo(world, call, { kind: 'talking', agentId })
  if (offered !== null && why === null) {
    world.emit(
      offered.agent,
      event.callRelease(call.callid),
      event.customerRelease(call.callid, otherNumber(call)),
    )
    leaveDesk(world, offered, call, { isByAgent: false, wasConnected: false })
  }
  call.transferredBy = ''
  if (keeper !== null) {
    if (why === 'failed') world.emit(keeper.agent, event.transferResult(call.callid, TRANSFER_RESULT.failed))
    world.emit(keeper.agent, event.talking(call))
  }
  planEnd(world, call)
}
