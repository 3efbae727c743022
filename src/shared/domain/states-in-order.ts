import type { AgentState } from './agent.ts'

/** The states as somebody who looks for an agent wants them: who could take a call, who has one, who cannot. */
export const statesInOrder = [
  'idle',
  'talking',
  'wrap-up',
  'busy',
  'rest',
  'rest-requested',
  'signed-out',
  'unknown',
] as const satisfies readonly AgentState[]

/** Two states by that order. */
export function compareStates(a: AgentState, b: AgentState): number {
  return statesInOrder.indexOf(a) - statesInOrder.indexOf(b)
}
