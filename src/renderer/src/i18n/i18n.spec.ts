import { createApp } from 'vue'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../shared/i18n/languages.ts'
import { en } from '../../../shared/i18n/en/index.ts'
import { describeError } from './describe-error.ts'
import { localeFor, toLocale } from './locale.ts'
import { createText, useText, type Text } from './text.ts'
import { formatAge, formatClock, formatDuration, formatLength, formatMoment } from './times.ts'

/** Speaks outside a window. */
function speak(locale = 'en'): Text {
  let text: Text | undefined
  const app = createApp({
    setup() {
      text = useText()
      return () => null
    },
  })
  app.use(createText(locale)).mount(document.createElement('div'))
  return text!
}

describe('language tags', () => {
  test.each([
    ['', 'en'],
    ['C', 'en'],
    ['not a tag', 'en'],
    ['en-US@posix', 'en-US'],
    ['de_DE.UTF-8', 'en'],
    ['es_MX.UTF-8', 'es-MX'],
    ['zh-tw', 'zh-TW'],
    ['zh-cn', 'zh-CN'],
  ])('"%s" becomes %s', (wanted, tag) => {
    expect(toLocale(wanted)).toBe(tag)
    expect(() => new Intl.NumberFormat(toLocale(wanted))).not.toThrow()
  })
})

test.each([
  ['system', 'es_MX.UTF-8', 'es-MX'],
  ['system', 'fr-FR', 'en'],
  ['es', 'es-MX', 'es-MX'],
  ['es', 'en-GB', 'es'],
  ['en', 'en-GB', 'en-GB'],
  ['zh-CN', 'es-MX', 'zh-CN'],
] as const)('with %s wanted on a system of %s the locale is %s', (language, system, locale) => {
  expect(localeFor(language, system)).toBe(locale)
})

describe('times', () => {
  test.each([
    [-5, '0:00'],
    [0, '0:00'],
    [41.9, '0:41'],
    [65, '1:05'],
    [3599, '59:59'],
    [3725, '1:02:05'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(formatDuration(seconds, 'en')).toBe(words)
  })

  test.each([
    [-5000, '0 sec'],
    [44_600, '45 sec'],
    [59_600, '1 min'],
    [6 * 60_000, '6 min'],
    [59.6 * 60_000, '1 hr'],
    [65 * 60_000, '1 hr 5 min'],
    [25 * 3_600_000, '25 hr'],
  ])('%d ms lasted %s', (length, words) => {
    expect(formatLength(length, 'en')).toBe(words)
  })

  test('a moment of another day carries the date, and always the second', () => {
    const at = new Date(2026, 10, 20, 14, 2, 7).getTime()
    expect(formatMoment(at, 'en', at)).toMatch(/^2:02:07\sPM$/)
    expect(formatMoment(at, 'en', at + 86_400_000)).toMatch(/Nov 20, 2026.*2:02:07/)
  })

  test.each([
    [-60_000, 'now'],
    [59_000, 'now'],
    [60_000, '1 min. ago'],
    [7_200_000, '2 hr. ago'],
    [86_400_000, 'yesterday'],
  ])('%d ms ago is "%s"', (age, words) => {
    expect(formatAge(1_000_000_000_000 - age, 1_000_000_000_000, 'en')).toBe(words)
  })

  test('a clock time of another day carries the date', () => {
    const at = new Date(2026, 10, 20, 14, 2).getTime()
    expect(formatClock(at, 'en', at)).not.toContain('2026')
    expect(formatClock(at, 'en', at + 86_400_000)).toContain('2026')
  })
})

describe('messages', () => {
  const leaves = (tree: object, path = ''): string[] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [path + key] : leaves(value as object, `${path}${key}.`),
    )

  test.each(languages)('every message of %s compiles and none is left raw', (language) => {
    const { global } = createText(language)
    const keys = leaves(en)
    expect(keys.length).toBeGreaterThan(250)
    for (const key of keys) {
      const words = global.t(key, { count: 2 }, 2)
      expect(words, key).not.toBe(key)
      expect(words, key).not.toBe('')
    }
  })

  test('numbers are written the way of the locale, and plurals chosen', () => {
    const { t } = speak()
    expect(t('roster.total', { count: 25_000 })).toBe('25,000 agents online')
    expect(t('roster.total', { count: 1 })).toBe('One agent online')
    expect(t('roster.total', { count: 0 })).toBe('No agent online')
  })
})

describe('languages', () => {
  test.each([
    ['en', '25,000 agents online', 'Billing, Sales, and Premium'],
    ['es', '25.000', 'Billing, Sales y Premium'],
    ['es-MX', '25,000', 'Billing, Sales y Premium'],
    ['zh-CN', '25,000', 'Billing、Sales和Premium'],
    ['fr-FR', '25,000 agents online', 'Billing, Sales, and Premium'],
  ])('%s: numbers and lists of the locale, words of the nearest language', (locale, total, names) => {
    const { t, list } = speak(locale)
    expect(t('roster.total', { count: 25_000 })).toContain(total)
    expect(list(['Billing', 'Sales', 'Premium'])).toBe(names)
  })

  test('a plural has the form of its number in every language', () => {
    const forms = languages.map((language) =>
      [0, 1, 2].map((count) => speak(language).t('roster.total', { count })),
    )
    for (const [none, one, many] of forms) expect(new Set([none, one, many]).size).toBeGreaterThan(1)
    expect(forms[0]).toEqual(['No agent online', 'One agent online', '2 agents online'])
  })
})

describe('errors in words', () => {
  test('a refusal speaks by its reason, quotes the gateway and names the codes', () => {
    const { t } = speak()
    expect(
      describeError(
        {
          code: 'refused',
          reason: 'platform-refused',
          retcode: '100-007',
          gatewayMessage: ' CTI {error} @ | ',
          reference: 'a1b2',
        },
        t,
      ),
    ).toEqual({
      what: 'The call platform refused.',
      next: expect.stringContaining('words below') as string,
      quote: 'The gateway says: “CTI {error} @ |”',
      support: 'For support: 100-007 · a1b2',
    })
  })

  test.each([
    ['en', 'There is no call to mute.'],
    ['zh-CN', '没有可静音的呼叫。'],
    ['es', 'No hay una llamada para silenciar.'],
  ])('a code with a text of its own says it in %s, and its reason what to do', (language, what) => {
    const { t } = speak(language)
    const error = describeError({ code: 'refused', reason: 'call-gone', retcode: '200-003' }, t)
    expect(error).toMatchObject({ what, next: t('refusals.call-gone.next') })
  })

  test('without a reason, words or codes nothing is made up', () => {
    const { t } = speak()
    expect(describeError({ code: 'refused' }, t)).toEqual({
      what: 'The gateway refused.',
      next: 'Try again, or give the code to support.',
      quote: null,
      support: null,
    })
  })
})
