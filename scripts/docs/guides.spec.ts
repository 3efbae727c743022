import { describe, expect, it } from 'vitest'
import { migrateSettings } from '../../src/main/settings/migrations.ts'
import { en, type Messages } from '../../src/shared/i18n/en/index.ts'
import { es } from '../../src/shared/i18n/es/index.ts'
import { leavesOf } from '../../src/shared/i18n/testing/leaves.ts'
import { zhCN } from '../../src/shared/i18n/zh-CN/index.ts'
import { readPages, type Page } from './pages.ts'

/*
 * The guides quote the screen: what stands in bold there has to stand in the text tables, or people look for a button that
 * has another name by now.
 */

/** What a text may be quoted by: the whole of it, a plural form, a sentence, or what stands before a placeholder. */
function quotable(text: string): readonly string[] {
  const forms = text.replaceAll(/\{'(.)'\}/gu, '$1').split(' | ')
  const fragments = forms.flatMap((form) => form.split(/\{\w+\}/u))
  const sentences = fragments.flatMap((fragment) => fragment.split(/(?<=[.:]) /u))
  return [...forms, ...fragments, ...sentences].map((part) => part.trim())
}

const quotedBy = ({ prose }: Page): readonly string[] =>
  [...prose.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, words = '']) => words.replaceAll('\n', ' '))

/** Bold for another reason. */
const otherwise = ['bold', '粗体', 'negrita', 'On disk', 'In memory only', 'Saved by people']

const languageOf: Readonly<Record<string, Messages>> = {
  'docs/user-guide.md': en,
  'docs/administrator-guide.md': en,
  'docs/user-guide.zh-CN.md': zhCN,
  'docs/user-guide.es.md': es,
}
const guides = await readPages(Object.keys(languageOf))

describe.each(guides.map((guide) => [guide.path, guide] as const))('%s', (path, guide) => {
  it('quotes what is on the screen', () => {
    const onScreen = new Set([...leavesOf(languageOf[path] ?? {}).values()].flatMap(quotable))
    const unknown = quotedBy(guide).filter((words) => !onScreen.has(words) && !otherwise.includes(words))
    expect(unknown).toEqual([])
  })

  it('quotes something', () => {
    expect(quotedBy(guide).length).toBeGreaterThan(20)
  })
})

it('the settings file of the administrator guide can be put in place as it is', () => {
  const json = guides[1]?.text.match(/```json\n(.*?)```/su)?.[1] ?? expect.fail('there is no settings file')
  const file = JSON.parse(json) as { readonly preferences: object }
  expect(migrateSettings(file)).toMatchObject({
    ok: true,
    value: { settings: { preferences: file.preferences }, droppedPreferences: [] },
  })
})
