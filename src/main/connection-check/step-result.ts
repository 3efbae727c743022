import type { AppError } from '../../shared/app-error.ts'
import type { CheckFact, CheckProblem, CheckSkip } from '../../shared/domain/connection-check.ts'

/** How a step ended. */
export type StepResult =
  | { readonly kind: 'passed'; readonly facts: readonly CheckFact[] }
  | {
      readonly kind: 'failed'
      readonly problem: CheckProblem
      readonly error: AppError | null
      readonly facts: readonly CheckFact[]
    }
  | { readonly kind: 'skipped'; readonly why: CheckSkip }

export const passed = (facts: readonly CheckFact[] = []): StepResult => ({ kind: 'passed', facts })
export const failed = (
  problem: CheckProblem,
  {
    facts = [],
    error = null,
  }: { readonly facts?: readonly CheckFact[]; readonly error?: AppError | null } = {},
): StepResult => ({ kind: 'failed', problem, error, facts })
export const skipped = (why: CheckSkip): StepResult => ({ kind: 'skipped', why })
