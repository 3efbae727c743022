import type { Outcome } from '../world/refusal.ts'

/** A number outside. */
export const OUTSIDE = '5550100'

/** A call to it, with nothing else said. */
export const outsideWish = { called: OUTSIDE, caller: '', skillId: 0, callData: '' }

/** The result code of an outcome; "0" when it is none of a refusal. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? '0' : outcome.refusal.retcode)
