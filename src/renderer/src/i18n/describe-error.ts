import type { AppError, FieldName, FieldProblem } from '../../../shared/app-error.ts'
import { agentIdRange } from '../../../shared/domain/agent.ts'
import { hasOwnText } from '../../../shared/i18n/code-with-text.ts'
import type { ErrorText } from '../../../shared/i18n/en/errors.ts'
import type { Translate } from './text.ts'

/** An error in words: what happened, what to do, and what support will ask for. */
export interface ErrorDescription {
  readonly what: string
  readonly next: string
  /** The gateway's own words, as a quotation; null when it gave none. */
  readonly quote: string | null
  /** Gateway code and log reference; null when there is neither. */
  readonly support: string | null
}

export function describeError(error: AppError, t: Translate): ErrorDescription {
  const { what, next } = textOf(error, t)
  const codes = [error.retcode, error.reference].filter((code) => code !== undefined && code !== '')
  const words = error.gatewayMessage?.trim() ?? ''
  const pointsToWords = error.reason === 'platform-refused' && words !== ''
  return {
    what,
    next: pointsToWords ? t('common.readGatewayWords') : next,
    quote: words === '' ? null : t('common.gatewaySays', { text: words }),
    support: codes.length === 0 ? null : t('common.support', { codes: codes.join(' · ') }),
  }
}

/** What happened is said by the code where it has a text of its own; what to do is the same for all codes of a reason. */
function textOf({ code, reason, retcode, unavailable }: AppError, t: Translate): ErrorText {
  if (code !== 'refused' || reason === undefined)
    return { what: t(`errors.${code}.what`), next: t(`errors.${code}.next`) }
  const what = hasOwnText(retcode) ? t(`gatewayCodes.${retcode}`) : t(`refusals.${reason}.what`)
  if (unavailable === undefined) return { what, next: t(`refusals.${reason}.next`) }
  return { what, next: t('commands.because', { reason: t(`commands.reasons.${unavailable}`) }) }
}

/** Text beside a field. Field problems of main and of the form's own schemas have the same names. */
export function describeProblem(problem: FieldProblem, t: Translate): string {
  return t(`fieldProblems.${problem}`, { min: String(agentIdRange.min), max: String(agentIdRange.max) })
}

export type FieldProblems = Readonly<Partial<Record<FieldName, FieldProblem>>>
