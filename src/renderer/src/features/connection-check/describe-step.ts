import type { CheckFact, CheckStep } from '../../../../shared/domain/connection-check.ts'
import { describeError, type ErrorDescription } from '../../i18n/describe-error.ts'
import type { Text } from '../../i18n/text.ts'

/** A step of the check in words. */
export interface StepDescription {
  readonly name: string
  readonly status: string
  readonly took: string | null
  /** Why it was left out, or what happened; null while there is nothing to say. */
  readonly what: string | null
  /** What to do next. */
  readonly next: string | null
  readonly facts: readonly string[]
  /** What the gateway said. */
  readonly answer: ErrorDescription | null
}

function describeFact({ name, value }: CheckFact, { t, clock }: Text): string {
  const isMoment = name === 'validUntil' || name === 'answeredAt'
  return t(`check.facts.${name}`, {
    value: isMoment && typeof value === 'number' ? clock(value) : String(value),
  })
}

export function describeStep(step: CheckStep, text: Text): StepDescription {
  const { t } = text
  const { id, status, tookMs, problem, error, skipped, facts } = step
  return {
    name: t(`check.steps.${id}`),
    status: t(`check.statuses.${status}`),
    took: tookMs === null ? null : t('check.took', { count: tookMs }),
    what:
      problem !== null
        ? t(`check.problems.${problem}.what`)
        : skipped !== null
          ? t(`check.skips.${skipped}`)
          : null,
    next: problem === null ? null : t(`check.problems.${problem}.next`),
    // The code of a refusal is how a gateway says that it is one: no news where all is well.
    facts: facts
      .filter(({ name }) => name !== 'code' || status === 'failed')
      .map((fact) => describeFact(fact, text)),
    answer: error === null ? null : describeError(error, t),
  }
}
