import type { Language } from '../../shared/i18n/languages.ts'

/** Languages with texts in `src/shared/i18n`. */
const spoken: ReadonlySet<Language> = new Set(['en'])

/** One line for the terminal about a language that was asked for and has no texts yet; null when there is nothing to say. */
export function languageRemark(language: Language | null): string | null {
  if (language === null || spoken.has(language)) return null
  return `--lang ${language}: there are no texts in this language yet; they stay English, times and numbers follow it.`
}
