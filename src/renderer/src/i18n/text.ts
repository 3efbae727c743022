import { createI18n, useI18n } from 'vue-i18n'
import type { Messages } from '../../../shared/i18n/en/index.ts'
import { nearestLanguage, type Language } from '../../../shared/i18n/languages.ts'
import { messagesByLanguage } from '../../../shared/i18n/tables.ts'
import { fallbackLocale, toLocale } from './locale.ts'
import {
  formatAge,
  formatClock,
  formatDay,
  formatDuration,
  formatLength,
  formatList,
  formatMoment,
  formatNumber,
  joinSentences,
} from './times.ts'

/** Dotted paths of the leaves of a message tree; a key without a text does not compile. */
type LeafPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${LeafPath<T[K]>}`
}[keyof T & string]

export type MessageKey = LeafPath<Messages>

/**
 * The text of a key. Numbers among the parameters are written the way the locale writes them; `count` chooses the plural
 * form.
 */
export type Translate = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string

/** Tables of texts by codes that come from outside; a code without a text is possible there. */
export type CodeTable =
  | `activity.${'names' | 'causes' | 'facts' | 'values'}${string}`
  | 'agentStates'
  | 'check.steps'
  | 'check.problems'
  | 'errors'
  | 'refusals'

/** What components and pure describers use to speak. */
export interface Text {
  readonly t: Translate
  /** The text of a code; the code itself when nobody gave it a text. */
  readonly code: (table: CodeTable, code: string) => string
  /** Clock time, with the date when it was not today. Milliseconds since 1970. */
  readonly clock: (at: number) => string
  /** Clock time to the second, for logs. */
  readonly moment: (at: number) => string
  /** The day: "today", or with the name of the day. Milliseconds since 1970. */
  readonly day: (at: number) => string
  /** How long ago, coarsely: "3 minutes ago". */
  readonly age: (at: number, now: number) => string
  /** A running time as `m:ss` or `h:mm:ss`. */
  readonly duration: (seconds: number) => string
  /** How long something lasted, coarsely: "6 min". Milliseconds. */
  readonly length: (lengthMs: number) => string
  /** Names one after another as a sentence lists them: "Billing, Sales, and Premium". */
  readonly list: (items: readonly string[]) => string
  /** Sentences one after another, with a space between them where the language writes one. */
  readonly sentences: (...sentences: readonly (string | null)[]) => string
  /** Tag of the locale that times, numbers and orders follow. */
  readonly locale: () => string
}

/** The i18n plugin. Messages are compiled by an interpreter, not by `new Function`: the page forbids eval. */
export function createText(locale: string) {
  return createI18n({
    legacy: false,
    locale: toLocale(locale),
    fallbackLocale,
    messages: { ...messagesByLanguage },
    missingWarn: false,
    fallbackWarn: false,
  })
}

/** Words in the nearest language that has texts; times and numbers the way of the whole locale, region and all. */
export function useText(): Text {
  const composer = useI18n<{ message: Messages }, Language>({ useScope: 'global' })
  const locale = (): string => composer.locale.value
  const spoken = () => ({ locale: nearestLanguage(locale()) })
  return {
    locale,
    t(key, params = {}) {
      const shown: Record<string, string> = {}
      for (const [name, value] of Object.entries(params)) {
        shown[name] = typeof value === 'number' ? formatNumber(value, locale()) : value
      }
      const { count } = params
      return composer.t(key, shown, typeof count === 'number' ? { ...spoken(), plural: count } : spoken())
    },
    code: (table, code) => {
      const key = `${table}.${code}`
      return composer.te(key, fallbackLocale) ? composer.t(key, {}, spoken()) : code
    },
    clock: (at) => formatClock(at, locale()),
    moment: (at) => formatMoment(at, locale()),
    day: (at) => formatDay(at, locale()),
    age: (at, now) => formatAge(at, now, locale()),
    duration: (seconds) => formatDuration(seconds, locale()),
    sentences: (...sentences) =>
      joinSentences(
        sentences.filter((one) => one !== null),
        locale(),
      ),
    list: (items) => formatList(items, locale()),
    length: (lengthMs) => formatLength(lengthMs, locale()),
  }
}
