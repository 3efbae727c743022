import type { AgentState } from '../../../../shared/domain/agent.ts'

/** The states of a team as a supervisor looks for them: who could take a call, who has one, who cannot. */
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
