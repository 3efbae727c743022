import type { Random } from '../../simulator/world/random.ts'
import type { AppError } from '../../src/shared/app-error.ts'
import type { Result } from '../../src/shared/result.ts'
import type { DeskBench } from '../support/desk-bench.ts'
import type { Asked, Disturbance } from './run-record.ts'

/** One run under way, as a step sees it. */
export interface Run {
  readonly bench: DeskBench
  readonly agentId: string
  /** The agent asks the desk for something; the answer is waited for by nobody. */
  readonly ask: (asked: Asked, answer: Promise<Result<unknown, AppError>>) => void
  /** Something is disturbed from now until the returned function is called. */
  readonly disturb: (kind: Disturbance['kind']) => () => void
}

/** One step of a plan, decided as far as it can be without knowing what happens before it. */
export interface Step {
  /** For the trace. */
  readonly text: string
  /** True for what a person does at the desk: not possible while the client is frozen. */
  readonly isOfAgent: boolean
  readonly perform: (run: Run) => void
}

/** A kind of step. */
export interface Action {
  /** How often it is drawn, compared with the others. */
  readonly weight: number
  readonly draw: (random: Random) => Step
}

/** Takes the element at a place in [0, 1), so that a plan can choose among what it does not know yet. */
export function pickAt<T>(items: readonly T[], place: number): T | undefined {
  return items[Math.floor(place * items.length)]
}
