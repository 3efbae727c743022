/** What the gateway says an agent is doing (Table 1 of the gateway's code tables, cec_07_0581). */
export type AgentState =
  'unknown' | 'signed-out' | 'idle' | 'busy' | 'wrap-up' | 'talking' | 'rest' | 'rest-requested'

/** The states an agent can ask for. */
export type RequestableState = 'idle' | 'busy' | 'rest' | 'wrap-up'

export const requestableStates = [
  'idle',
  'busy',
  'rest',
  'wrap-up',
] as const satisfies readonly RequestableState[]

/** The state as one that can be asked for; null when it comes only by itself. */
export function requestable(state: AgentState): RequestableState | null {
  return requestableStates.find((known) => known === state) ?? null
}

/** Agent IDs are decimal work numbers (pages of 2025-11: 101 to 999999). */
export const agentIdRange = { min: 101, max: 999_999 } as const

export const phoneMaxLength = 24
export const passwordMaxLength = 32
