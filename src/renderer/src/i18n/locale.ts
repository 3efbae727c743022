export const fallbackLocale = 'en'

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
