/**
 * How long one exchange may take, in milliseconds, from the call to the last byte of the answer. The time also runs while
 * a connection is made; that part is bounded by `connectMs` as well.
 */
export interface GatewayTimeouts {
  readonly connectMs: number
  readonly commandMs: number
  readonly signInMs: number
  readonly pollMs: number
  readonly rosterMs: number
}

/** What the gateway waits for an event before it answers without one: 100 waits of 100 ms (cec_07_1274). */
const serverPollWaitMs = 10_000

/** Time for the way there and back and for a busy gateway, on top of the server's wait. */
const pollMarginMs = 5_000

export const defaultTimeouts: GatewayTimeouts = {
  // A host in the same network answers at once; a longer wait only hides a wrong address from the agent.
  connectMs: 5_000,
  // After this an agent would press again: better to say "unknown" and to read back.
  commandMs: 10_000,
  // The platform rings up its media servers during sign-in (checkInWebm), which takes longer than a command.
  signInMs: 15_000,
  pollMs: serverPollWaitMs + pollMarginMs,
  // 25,000 rows are about 10 MB of JSON; over a slow line they need longer than a command.
  rosterMs: 20_000,
}

/** An answer longer than this is not read to its end: three times the largest roster that can be expected. */
export const maxBodyBytes = 32 * 1024 * 1024

/**
 * How long an unused connection is kept when the server gives no hint. Short, because a command sent into a connection
 * that a proxy is just closing has an unknown outcome, while a new handshake only costs a round trip.
 */
export const keepAliveMs = 4_000

/** Upper bound for servers that hint at more. */
export const keepAliveMaxMs = 60_000
