import type { Cell } from './cell.ts'

/** How soon a screen must be right after the trouble, and why, where the usual five seconds cannot be asked for. */
export interface Budget {
  readonly ms: number
  readonly reason: string | null
}

const usual: Budget = { ms: 5_000, reason: null }

const lostEvent: Budget = {
  ms: 61_000,
  reason: 'an event that is lost without a trace is made good by the reading of the state, once a minute',
}
const latePolls: Budget = {
  ms: 15_000,
  reason:
    'two polls in a row ran into their deadline: only an answered poll proves that polls get through, and without an event that takes ten seconds',
}
const readAgain: Budget = {
  ms: 31_000,
  reason:
    'what the gateway would not tell after a gap is called doubtful until it is read again, at most 30 s after the last failure',
}

const readAfterGaps: ReadonlySet<string> = new Set(['allonlineagents', 'agentstatus'])

/** `latePollCount`: polls that ran into their deadline while the fault was at work. */
export function budgetOf({ variant, target, situation, duration }: Cell, latePollCount: number): Budget {
  if (variant.fault === 'drop-events') return lostEvent
  if (target.name === 'poll' && latePollCount > 1) return latePolls
  const isReadAfterGap = situation === 'recovering' && readAfterGaps.has(target.name)
  if (isReadAfterGap && duration === 'while') return readAgain
  return usual
}
