import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exit, stdout } from 'node:process'
import { chromium } from '@playwright/test'
import { prepareFonts } from '../hosts/chromium/browser/fonts.ts'
import { languages } from '../src/shared/i18n/languages.ts'
import { composeSheet } from './contact-sheet/compose.ts'
import { takeRows } from './contact-sheet/rows.ts'
import { stageLaunch } from './support/stage/stage.ts'
import { projectRoot } from './support/child-process.ts'

/*
 * `npm run contact-sheet`: the main views at every size of the window, in light and dark, one sheet for each language, to
 * be judged by eye. docs/contact-sheet.md shows them.
 */

const images = join(projectRoot, 'docs', 'images')

process.env.FONTCONFIG_FILE = await prepareFonts('own')
await mkdir(images, { recursive: true })
const browser = await chromium.launch(await stageLaunch())
try {
  for (const language of languages) {
    const sheet = await composeSheet(browser, await takeRows(browser, language))
    const name = `contact-sheet-${language}.webp`
    await writeFile(join(images, name), sheet)
    stdout.write(`docs/images/${name}: ${Math.round(sheet.length / 1024)} KB\n`)
  }
} finally {
  await browser.close()
}
exit(0)
