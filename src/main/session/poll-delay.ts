import type { SessionEffect } from './session-state.ts'

/** The page asks for 200 to 500 ms between an empty answer and the next poll (cec_07_1274). */
const emptyPause = { minMs: 200, maxMs: 500 } as const
/**
 * First ceiling of the pause after failures, and the last. Most cuts are short: the ceiling doubles only after a few tries
 * each, so that after seconds without a gateway the next try is near. With the last one the screen is right within five
 * seconds of the gateway's return, the reading included.
 */
const failurePause = { minMs: 200, firstMs: 500, triesPerStep: 5, maxMs: 4_000 } as const

/**
 * Milliseconds before the next poll. After failures the pause is drawn from the whole growing range (full jitter), so
 * that a thousand desks do not come back in the same instant. `random` gives [0, 1).
 */
export function pollDelayMs(effect: Extract<SessionEffect, { type: 'poll' }>, random: () => number): number {
  switch (effect.after) {
    case 'sign-in':
    case 'event':
    case 'recovery':
      return 0
    case 'empty':
      return Math.round(emptyPause.minMs + random() * (emptyPause.maxMs - emptyPause.minMs))
    case 'failure': {
      const ceiling = Math.min(
        failurePause.maxMs,
        failurePause.firstMs * 2 ** Math.min(Math.floor(effect.failures / failurePause.triesPerStep), 10),
      )
      return Math.round(failurePause.minMs + random() * (ceiling - failurePause.minMs))
    }
  }
}
