import { describe, expect, it } from 'vitest'
import { languages } from './languages.ts'
import { messagesByLanguage, trayTextsByLanguage } from './tables.ts'
import { leavesOf } from './testing/leaves.ts'

const others = languages.filter((language) => language !== 'en')
const tables = [
  ['the window', messagesByLanguage],
  ['the tray', trayTextsByLanguage],
] as const

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
/** Forms of a plural; `{'|'}` is a stroke that is meant as one. */
const forms = (text: string): number => text.replaceAll("{'|'}", '').split('|').length

/** Texts that are the same in another language: names, codes, and words the languages share. */
const sameInBoth =
  /^(?:[\W\d_]|\{\w+\}|Deskside|CSV|App|Key|Secret|https?:\/\/\S+|ID|TLS|VDN|Chromium|Electron|Node|CC-Gateway|HTTP|DNS|TCP|CA|PEM)*$/

describe.each(tables)('%s speaks', (_name, byLanguage) => {
  const english = leavesOf(byLanguage.en)

  it.each(others)('%s with every key of English and no other', (language) => {
    expect([...leavesOf(byLanguage[language]).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(languages)('%s without an empty text, a stray space or a half-open brace', (language) => {
    const bad = [...leavesOf(byLanguage[language])].filter(
      ([, text]) => text.trim() !== text || text === '' || text.split('{').length !== text.split('}').length,
    )
    expect(bad).toEqual([])
  })

  it.each(others)('%s with the placeholders and the plural forms of English', (language) => {
    const theirs = leavesOf(byLanguage[language])
    const describeText = (text = ''): string => `${placeholders(text).join(' ')} / ${forms(text)} forms`
    const differing = [...english].flatMap(([key, text]) =>
      describeText(text) === describeText(theirs.get(key)) ? [] : [[key, text, theirs.get(key)]],
    )
    expect(differing).toEqual([])
  })

  it('zh-CN without a sentence left in English', () => {
    const left = [...leavesOf(byLanguage['zh-CN'])].filter(
      ([, text]) => !/[\u4e00-\u9fff]/.test(text) && !sameInBoth.test(text),
    )
    expect(left).toEqual([])
  })

  it('es without a sentence left in English', () => {
    // One word may be the same in both; several words in a row that are the same were forgotten.
    const left = [...leavesOf(byLanguage.es)].filter(
      ([key, text]) =>
        english.get(key) === text && text.trim().split(/\s+/).length > 2 && !sameInBoth.test(text),
    )
    expect(left).toEqual([])
  })
})
