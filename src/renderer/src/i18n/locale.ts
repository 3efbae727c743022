import { nearestLanguage, type Language } from '../../../shared/i18n/languages.ts'

export const fallbackLocale = 'en'

/**
 * A language tag that `Intl` takes, of a language that has texts. Systems also give POSIX forms (`en_US.UTF-8`,
 * `en-US@posix`), on which every formatter throws. The region stays, since numbers and dates follow it; a tag of another
 * language becomes English as a whole: "vor 2 Std." among English words would help nobody.
 */
export function toLocale(wanted: string): string {
  const tag = canonical(wanted.replace(/[.@].*$/, '').replaceAll('_', '-'))
  const nearest = nearestLanguage(tag)
  return languageOf(tag) === languageOf(nearest) ? tag : nearest
}

/** Times and numbers the way of the system where it speaks the wanted language as well. */
export function localeFor(language: Language | 'system', system: string): string {
  const ofSystem = toLocale(system)
  return language === 'system' || nearestLanguage(ofSystem) === language ? ofSystem : toLocale(language)
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallbackLocale
  } catch (error) {
    if (error instanceof RangeError) return fallbackLocale
    throw error
  }
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language
}
