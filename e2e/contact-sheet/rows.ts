import type { Browser } from '@playwright/test'
import type { Language } from '../../src/shared/i18n/languages.ts'
import { rosterSnapshot } from '../../src/renderer/src/testing/snapshots.ts'
import type { PicturedView } from '../pictures/view.ts'
import { views } from '../pictures/views.ts'
import { playScene, stagePage, wearTheme } from '../support/stage/stage.ts'

/** Names from the table of pictured views; what a person does in them must need no words of one language. */
const shown = [
  'first-run',
  'desk-idle',
  'call-talking',
  'desk-doubtful',
  'waiting',
  'roster',
  'supervisor',
  'activity',
  'settings-general',
] as const

/** The smallest window, the companion, and the two wide layouts. */
const sizes = [
  { width: 360, height: 640 },
  { width: 420, height: 720 },
  { width: 900, height: 720 },
  { width: 1400, height: 900 },
] as const

const colours = ['light', 'dark'] as const

/** One view in one colour: its pictures (PNG) from the narrowest on. */
export interface Row {
  readonly title: string
  readonly pictures: readonly Buffer[]
}

function named(name: string): PicturedView {
  const view = views.find((candidate) => candidate.name === name)
  if (view === undefined) throw new Error(`no pictured view has the name ${name}`)
  return view
}

/**
 * Takes the pictures of one language.
 *
 * @throws when a name is not in the table, or the page has not what a view needs.
 */
export async function takeRows(browser: Browser, language: Language): Promise<readonly Row[]> {
  const rows: Row[] = []
  // A wide window shows the team beside every view.
  const { roster = rosterSnapshot([]) } = named('roster').scene
  for (const name of shown) {
    const view = named(name)
    const page = await stagePage(browser)
    await playScene(page, { roster, ...view.scene }, language)
    await view.act?.(page)
    for (const theme of colours) {
      const pictures: Buffer[] = []
      for (const size of sizes) {
        await page.setViewportSize(size)
        await wearTheme(page, theme)
        pictures.push(await page.screenshot())
      }
      rows.push({ title: `${name}, ${theme}`, pictures })
    }
    await page.close()
  }
  return rows
}
