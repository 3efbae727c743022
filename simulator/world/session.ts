import { Mailbox } from './mailbox.ts'
import type { Refusal } from './refusal.ts'

/** Where the gateway sends events by itself (protocol 4.4). */
export interface PushTarget {
  readonly url: string
  /** For the `service_token` header. */
  readonly token: string
}

/** One signed-in client: what its Guid stands for. */
export interface Session {
  readonly agentId: string
  /** Identifies this sign-in; strictly rising per world, milliseconds since 1970. */
  readonly loginTimeMs: number
  readonly mailbox: Mailbox
  guid: string
  /** The Guid before the last renewal; still good, because requests may be under way with it. */
  previousGuid: string | null
  /** Last sign of life; the two-minute rule counts from here. */
  lastSeenMs: number
  /** Polls that wait right now: a client that waits is not silent. */
  openPolls: number
  isEnded: boolean
  /** What requests of the ended session are told for a while, where it is not simply 100-006. */
  lastWord: { readonly refusal: Refusal; readonly untilMs: number } | null
  /** Where events are sent to; null for a session that polls. */
  push: PushTarget | null
}

export function createSession(
  facts: Pick<Session, 'agentId' | 'guid' | 'loginTimeMs' | 'push'>,
  nowMs: number,
): Session {
  return {
    ...facts,
    mailbox: new Mailbox(),
    previousGuid: null,
    lastSeenMs: nowMs,
    openPolls: 0,
    isEnded: false,
    lastWord: null,
  }
}
