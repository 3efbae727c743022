import type { AppError } from '../../shared/app-error.ts'
import { errors, refusals } from '../../shared/i18n/en/errors.ts'

/** One sentence on what happened and one on what to do, by code; the gateway's own words are no part of it. */
export function failureText(error: AppError): string {
  const { what, next } = error.reason === undefined ? errors[error.code] : refusals[error.reason]
  const codes = [error.retcode, error.reference].filter((code) => code !== undefined)
  return [what, next, ...(codes.length === 0 ? [] : [`(${codes.join(', ')})`])].join(' ')
}
