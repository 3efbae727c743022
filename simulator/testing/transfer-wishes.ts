import { settle } from '../world/advance.ts'
import { transferCall, type TransferWish } from '../world/transfer.ts'
import type { World } from '../world/world.ts'
import type { Desk } from './world-fixture.ts'

export const toSkill = (skillId: number, isKept: boolean): TransferWish => ({
  to: 'skill',
  skillId,
  isKept,
  callData: '',
})

export const toAgent = (agentId: string, isKept: boolean): TransferWish => ({
  to: 'agent',
  agentId,
  isKept,
  callData: '',
})

export type OutsideMode = Extract<TransferWish, { to: 'outside' }>['mode']

export const toOutside = (mode: OutsideMode, number = '5550100'): TransferWish => ({
  to: 'outside',
  number,
  caller: '',
  mode,
  holdsCaller: true,
  callData: '',
})

/** Transfers and lets the consequences take place; answers 'ok' or the result code of the refusal. */
export function transfer(world: World, desk: Desk, wish: TransferWish): unknown {
  const outcome = transferCall(world, desk, wish)
  settle(world)
  return outcome.ok ? 'ok' : outcome.refusal.retcode
}

/** Events of the agent whose transfer in success mode has arrived. */
export const SUCCEEDED = [
  'AgentEvent_SuccTransResult',
  'AgentMediaEvent_StopRecordDone',
  'AgentEvent_Call_Release',
  'AgentState_Ready',
]
