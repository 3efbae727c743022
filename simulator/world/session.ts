import { Mailbox } from './mailbox.ts'

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
}

export function createSession(agentId: string, guid: string, loginTimeMs: number, nowMs: number): Session {
  return {
    agentId,
    loginTimeMs,
    mailbox: new Mailbox(),
    guid,
    previousGuid: null,
    lastSeenMs: nowMs,
    openPolls: 0,
    isEnded: false,
  }
}
