import { expect, it } from 'vitest'
import { nearestLanguage } from './languages.ts'

it.each([
  ['', 'en'],
  ['C', 'en'],
  ['fr-FR', 'en'],
  ['en-GB', 'en'],
  ['es', 'es'],
  ['es-MX', 'es'],
  ['es_AR.UTF-8', 'es'],
  ['zh', 'zh-CN'],
  ['zh-cn', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['ZH_TW', 'zh-CN'],
])('"%s" is nearest to %s', (tag, language) => {
  expect(nearestLanguage(tag)).toBe(language)
})
