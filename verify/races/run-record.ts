import type { HistoryEntry } from '../../simulator/in-process/history.ts'
import type { CallAction } from '../../src/shared/domain/call-control.ts'
import type { SeenSnapshot, JournalNote } from '../support/desk-bench.ts'
import type { SentRequest } from '../support/recording-transport.ts'

/** Something the agent asked the desk for, through whichever door. */
export type Asked =
  | { readonly what: 'agent-state'; readonly value: string }
  | { readonly what: 'call'; readonly value: CallAction }
  | { readonly what: 'after-call' | 'linkage'; readonly value: boolean }
  | { readonly what: 'skills'; readonly value: readonly number[] | 'all' }
  | { readonly what: 'transfer'; readonly value: { readonly callId: string; readonly toSkillId: number } }
  | { readonly what: 'transfer-longest'; readonly value: number }
  | { readonly what: 'sign-in' | 'return'; readonly value: { readonly takeOver: boolean } }
  | { readonly what: 'sign-out'; readonly value: { readonly force: boolean } }
  | { readonly what: 'cancel'; readonly value: string }

export type AskedAt = Asked & {
  readonly atMs: number
  /** When the desk answered; null while it has not. */
  endedAtMs: number | null
  /** `ok`, or the code of the error. */
  result: string | null
}

/** A time in which the way to the gateway was not as it should be, or the client did not run. */
export interface Disturbance {
  readonly kind: 'network' | 'frozen'
  readonly fromMs: number
  /** Null until it is over. */
  untilMs: number | null
}

/** Everything that is known about one run, on both sides. What checkers and traces are made from. */
export interface RunRecord {
  readonly seed: number
  readonly agentId: string
  readonly beganAtMs: number
  /** From here on nothing disturbs: no faults, the network up, the client running. */
  readonly calmFromMs: number
  readonly endedAtMs: number
  /** What the server did. */
  readonly history: readonly HistoryEntry[]
  /** What the agent saw. */
  readonly snapshots: readonly SeenSnapshot[]
  /** What the client sent, and what it was told. */
  readonly sent: readonly SentRequest[]
  readonly journal: readonly JournalNote[]
  readonly asked: readonly AskedAt[]
  readonly disturbances: readonly Disturbance[]
  /** Steps of the plan in words, as they were taken. */
  readonly steps: readonly { readonly atMs: number; readonly text: string }[]
  /** Failures of the simulator, and exceptions out of the desk: there must be none. */
  readonly accidents: readonly { readonly atMs: number; readonly text: string }[]
}
