import type { AgentState } from '../../../../shared/domain/agent.ts'
import type { Tone } from '../../ui/tone.ts'

export const stateTones = {
  unknown: 'grey',
  'signed-out': 'grey',
  idle: 'green',
  busy: 'amber',
  'wrap-up': 'teal',
  talking: 'blue',
  rest: 'violet',
  'rest-requested': 'violet',
} as const satisfies Record<AgentState, Tone>
