import type { Language } from '../../../../shared/i18n/languages.ts'

/** Each language by its own name, so that somebody who reads no other finds it. Never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  es: 'Español',
}
