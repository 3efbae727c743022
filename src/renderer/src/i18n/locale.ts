export const fallbackLocale = 'en'

/**
 * The language the words are really in, for the page's `lang`: times and numbers may follow a locale that has no texts yet.
 */
export function languageOfWords(locale: string, available: readonly string[]): string {
  const language = new Intl.Locale(locale).language
  return available.some((tag) => tag === locale || tag === language) ? locale : fallbackLocale
}

/**
 * A language tag that `Intl` takes. Systems also give POSIX forms (`en_US.UTF-8`, `en-US@posix`), on which every formatter
 * throws; what cannot be read at all becomes English.
 */
export function toLocale(wanted: string): string {
  const tag = wanted.replace(/[.@].*$/, '').replaceAll('_', '-')
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallbackLocale
  } catch (error) {
    if (error instanceof RangeError) return fallbackLocale
    throw error
  }
}
