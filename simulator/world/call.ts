import type { Task } from './agenda.ts'

/** Where a call is. It is in exactly one place at any time. */
export type CallPlace =
  | { readonly kind: 'queue'; readonly skillId: number }
  | { readonly kind: 'offered'; readonly agentId: string }
  | { readonly kind: 'talking'; readonly agentId: string }

/** A caller in the centre. */
export interface Call {
  /** `<unix seconds>-<number>`, as every official example. */
  readonly callid: string
  readonly caller: string
  readonly called: string
  /** Higher is served first; callers of equal priority by arrival. */
  readonly priority: number
  readonly enteredMs: number
  readonly mediaType: number
  /**
   * `placed` by hand (control interface) or part of the world's own `traffic`. Colleagues take traffic only, so
   * that a call placed for a trial waits for the person who tries.
   */
  readonly origin: 'placed' | 'traffic'
  /** How long the conversation lasts once it has begun. */
  readonly talkMs: number
  /** How long the caller waits in queues; null waits for ever. */
  readonly patienceMs: number | null
  /** The skill queue of the call: where it waits, or from where it was given to an agent. */
  skillId: number
  place: CallPlace
  /** What happens to the call next by itself, other than the caller's patience. */
  task: Task | null
  patienceTask: Task | null
}
