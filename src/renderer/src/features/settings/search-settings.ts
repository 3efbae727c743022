import type { Messages } from '../../../../shared/i18n/en/index.ts'
import { matchesText } from '../../../../shared/match-text.ts'
import { sectionOfRow, settingRowIds, type SettingRowId, type SettingSection } from './setting-rows.ts'

export interface FoundSetting {
  readonly id: SettingRowId
  readonly section: SettingSection
  readonly sectionName: string
  readonly name: string
  readonly text: string
}

type SettingTexts = Messages['settings']

/**
 * The rows that hold all words of the query, by name, explanation, section or other words for the same, in the present language
 * or in English: support and colleagues may name a setting in another language than the window's. Rows named by the query come
 * first.
 */
export function searchSettings(
  query: string,
  present: SettingTexts,
  english: SettingTexts,
): readonly FoundSetting[] {
  if (query.trim() === '') return []
  const found = settingRowIds.flatMap((id) => {
    const section = sectionOfRow[id]
    const words = [present, english].flatMap(({ rows, also, section: names }) => [
      rows[id].name,
      rows[id].text,
      also[id],
      names[section],
    ])
    if (!matchesText(words.join(' '), query)) return []
    const { name, text } = present.rows[id]
    return [{ id, section, sectionName: present.section[section], name, text }]
  })
  const isNamed = ({ id, name }: FoundSetting): boolean =>
    matchesText(`${name} ${english.rows[id].name}`, query)
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))]
}
