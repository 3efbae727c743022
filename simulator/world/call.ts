import type { Task } from './agenda.ts'

/** Where a call is. It is in exactly one place at any time. */
export type CallPlace =
  | { readonly kind: 'queue'; readonly skillId: number }
  | { readonly kind: 'offered'; readonly agentId: string }
  /** The agent has asked for the call and the other party has not answered yet. */
  | { readonly kind: 'dialling'; readonly agentId: string }
  | { readonly kind: 'talking'; readonly agentId: string }

/** Call features (cec_07_0582): who began it, and for what. */
export const CALL_FEATURE = {
  incoming: 0,
  internal: 6,
  outgoing: 7,
  consult: 51,
  consultOfThree: 52,
} as const

/** What is under way with a call that its agent transfers and keeps until the target has answered. */
export interface PendingTransfer {
  /** The agent who transfers: the call stays at his desk until then. */
  readonly agentId: string
  /** Ends the attempt when the target takes too long, or carries it out for a target outside the centre. */
  task: Task | null
}

/** A caller in the centre, or one side of a conversation that an agent began. */
export interface Call {
  /** `<unix seconds>-<number>`, as every official example. */
  readonly callid: string
  readonly caller: string
  readonly called: string
  readonly feature: number
  /** Higher is served first; callers of equal priority by arrival. */
  readonly priority: number
  readonly enteredMs: number
  readonly mediaType: number
  /**
   * `placed` by hand (control interface), part of the world's own `traffic`, or begun by an `agent`. Colleagues
   * take traffic only, so that a call placed for a trial waits for the person who tries.
   */
  readonly origin: 'placed' | 'traffic' | 'agent'
  /** The agent dialled: the other end is `called`, not `caller`. */
  readonly isOutward: boolean
  /** How long the conversation lasts once it has begun; null: until somebody ends it. */
  readonly talkMs: number | null
  /** How long the caller waits in queues; null waits for ever. */
  readonly patienceMs: number | null
  /** The skill queue of the call: where it waits, or from where it was given to an agent; 0 for none. */
  skillId: number
  place: CallPlace
  /** What happens to the call next by itself, other than the caller's patience. */
  task: Task | null
  patienceTask: Task | null
  /** When the caller gives up waiting; null: never. */
  patienceEndsMs: number | null
  /** What happens when the agent lifts his phone, while it rings for this call; null when it does not ring. */
  lift: (() => void) | null
  /** Text that applications attach (`setcalldataex`). */
  callData: string
  isHeld: boolean
  isMuted: boolean
  /** Since when it is talked in; null before. */
  talkingSinceMs: number | null
  /** When it ended; null while it lives. */
  endedMs: number | null
  /** The agent who passed it on last, or nobody. */
  transferredBy: string
  transfer: PendingTransfer | null
  /** The agent dialled it to transfer another call: after a talk, or into a conference of three. */
  readonly purpose: 'talk' | 'three-party' | null
  /** It was transferred to an agent by name, not to a queue. */
  isForOneAgent: boolean
  /** The call of the colleague at the other end of an internal conversation: each side has one of its own. */
  peer: Call | null
  /** Other calls of the same agent that all hear each other; empty when it is no conference. */
  conference: readonly Call[]
}

/** What has to be said about a new call. */
export type CallFacts = Pick<Call, 'callid' | 'caller' | 'called' | 'mediaType' | 'enteredMs' | 'place'> &
  Partial<Call>

/** A call with everything that begins empty. */
export const createCall = (facts: CallFacts): Call => ({
  feature: CALL_FEATURE.incoming,
  priority: 0,
  origin: 'agent',
  isOutward: false,
  talkMs: null,
  patienceMs: null,
  skillId: 0,
  task: null,
  patienceTask: null,
  patienceEndsMs: null,
  lift: null,
  callData: '',
  isHeld: false,
  isMuted: false,
  talkingSinceMs: null,
  endedMs: null,
  transferredBy: '',
  transfer: null,
  purpose: null,
  isForOneAgent: false,
  peer: null,
  conference: [],
  ...facts,
})

/** The number at the other end, as the agent sees it. */
export const otherNumber = (call: Pick<Call, 'isOutward' | 'caller' | 'called'>): string =>
  call.isOutward ? call.called : call.caller

/** Stops what would happen to the call by itself. */
export function cancelTask(call: Call): void {
  if (call.task !== null) call.task.isCancelled = true
  call.task = null
}
