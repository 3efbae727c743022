import type { SessionEffect } from './session-state.ts'

/** The page asks for 200 to 500 ms between an empty answer and the next poll (cec_07_1274). */
const emptyPause = { minMs: 200, maxMs: 500 } as const
/**
 * Ceilings of the pause after failures in a row. With the last one the screen is right within five seconds of the gateway's
 * return, the reading included.
 */
const failurePause = { minMs: 200, firstMs: 500, maxMs: 4_000 } as const
/**
 * Tries until the ceiling doubles. Most cuts are short, and a try that nobody receives burdens nobody: after seconds without
 * a connection the next try is near. A gateway that answers in trouble is spared at once.
 */
const triesPerStep = { failure: 5, trouble: 1 } as const

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
    case 'failure':
    case 'trouble': {
      const ceiling = failureCeilingMs(effect.after, effect.failures)
      return Math.round(failurePause.minMs + random() * (ceiling - failurePause.minMs))
    }
  }
}

function failureCeilingMs(after: 'failure' | 'trouble', failures: number): number {
  const doublings = Math.min(Math.floor((failures - 1) / triesPerStep[after]), 10)
  return Math.min(failurePause.maxMs, failurePause.firstMs * 2 ** doublings)
}
