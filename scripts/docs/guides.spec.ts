import { describe, expect, it } from 'vitest'
import { migrateSettings } from '../../src/main/settings/migrations.ts'
import { en } from '../../src/shared/i18n/en/index.ts'
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

const onScreen = new Set([...leavesOf(en).values()].flatMap(quotable))
const quotedBy = ({ prose }: Page): readonly string[] =>
  [...prose.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, words = '']) => words.replaceAll('\n', ' '))

/** Bold for another reason. */
const otherwise = ['bold', 'On disk', 'In memory only', 'Saved by people']

const guides = await readPages(['docs/user-guide.md', 'docs/administrator-guide.md'])

describe.each(guides.map((guide) => [guide.path, guide] as const))('%s', (_, guide) => {
  it('quotes what is on the screen', () => {
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

it('the user guide has the words of all languages as the window has them', () => {
  const [english, chinese, spanish] = [leavesOf(en), leavesOf(zhCN), leavesOf(es)]
  const table = guides[0]?.text.split('\n## The words in three languages\n')[1]?.split('\n').slice(4) ?? []
  const rows = table.filter((line) => line !== '').map((line) => line.split('|').map((cell) => cell.trim()))
  const isSo = ([, word, zh, sp]: readonly string[]): boolean =>
    [...english].some(([key, text]) => text === word && chinese.get(key) === zh && spanish.get(key) === sp)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter((row) => !isSo(row))).toEqual([])
})
