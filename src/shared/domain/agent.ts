/** What the gateway says an agent is doing (Table 1 of the gateway's code tables, cec_07_0581). */
export const agentStates = [
  'unknown',
  'signed-out',
  'idle',
  'busy',
  'wrap-up',
  'talking',
  'rest',
  'rest-requested',
] as const
export type AgentState = (typeof agentStates)[number]

/** The states an agent can ask for. */
export type RequestableState = 'idle' | 'busy' | 'rest' | 'wrap-up'

export const requestableStates = [
  'idle',
  'busy',
  'rest',
  'wrap-up',
] as const satisfies readonly RequestableState[]

/** A state with why: 200 to 250 for busy, a cause of the gateway's list for rest; null or left out = none. */
export interface StateRequest {
  readonly state: RequestableState
  readonly reason?: number | null
  /** How long a rest is to last, 1 to 86,399; left out = the usual quarter of an hour. */
  readonly restSeconds?: number
}

/** Busy reasons of the platform itself (cec_07_1346); 200 to 250 mean what the customer says. */
export const platformBusyReasons = {
  2: 'no-answer',
  3: 'forced',
  4: 'rest',
  5: 'phone-unavailable',
  7: 'rejected',
} as const
export type PlatformBusyReason = (typeof platformBusyReasons)[keyof typeof platformBusyReasons]

/** The platform's own reason behind a number; null for one of the customer, the agent's own request, and none. */
export function platformBusyReason(reason: number | null): PlatformBusyReason | null {
  return Object.entries(platformBusyReasons).find(([code]) => Number(code) === reason)?.[1] ?? null
}

/** A reason that a rest may name, as the gateway calls it. */
export interface RestReason {
  readonly id: number
  readonly text: string
}

/** The longest rest that can be asked for (cec_07_1213). Seconds. */
export const restSecondsRange = { min: 1, max: 86_399 } as const
export const usualRestSeconds = 900

/** The state as one that can be asked for; null when it comes only by itself. */
export function requestable(state: AgentState): RequestableState | null {
  return requestableStates.find((known) => known === state) ?? null
}

/** Agent IDs are decimal work numbers (pages of 2025-11: 101 to 999999). */
export const agentIdRange = { min: 101, max: 999_999 } as const

export const phoneMaxLength = 24
export const passwordMaxLength = 32
