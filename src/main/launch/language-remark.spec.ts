import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { languageRemark } from './language-remark.ts'
import { languages } from '../../shared/i18n/languages.ts'

it.each(languages)('--lang %s is remarked upon exactly while it has no texts', async (language) => {
  const folders = await readdir(join(import.meta.dirname, '..', '..', 'shared', 'i18n'))
  const remark = languageRemark(language)
  if (folders.includes(language)) expect(remark).toBeNull()
  else expect(remark).toMatch(new RegExp(`^--lang ${language}: .*English`))
})

it('no language, no remark', () => {
  expect(languageRemark(null)).toBeNull()
})
