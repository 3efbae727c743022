import type { AppError, RefusalReason } from '../../shared/app-error.ts'
import { hasOwnText } from '../../shared/i18n/code-with-text.ts'
import type { ErrorText } from '../../shared/i18n/en/errors.ts'
import type { Words } from './words.ts'

/** One sentence on what happened and one on what to do, by code; the gateway's own words are no part of it. */
export function failureText(error: AppError, words: Words): string {
  const { tray, messages } = words
  if (error.unavailable !== undefined) return tray.reasons[error.unavailable]
  const { next, ...reason } =
    error.reason === undefined ? messages.errors[error.code] : textOf(error.reason, messages)
  const isByCode = error.code === 'refused' && hasOwnText(error.retcode)
  const what = isByCode ? messages.gatewayCodes[error.retcode] : reason.what
  const codes = [error.retcode, error.reference].filter((code) => code !== undefined)
  return [what, next, ...(codes.length === 0 ? [] : [`(${codes.join(', ')})`])].join(' ')
}

function textOf(reason: RefusalReason, { errors, refusals }: Words['messages']): ErrorText {
  // The window's text points at the gateway's own words, which a note on the desktop does not repeat: they may name a caller.
  if (reason === 'platform-refused') return { what: refusals[reason].what, next: errors.refused.next }
  return refusals[reason]
}
