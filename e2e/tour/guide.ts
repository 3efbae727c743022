import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Language } from '../../src/shared/i18n/languages.ts'
import { rosterSnapshot } from '../../src/renderer/src/testing/snapshots.ts'
import { views } from '../pictures/views.ts'
import {
  companion,
  playScene,
  stageLaunch,
  stagePage,
  wearTheme,
  type Theme,
} from '../support/stage/stage.ts'
import { pictures } from './tour.ts'

interface GuidePicture {
  /** Name of the file, without its ending. */
  readonly file: string
  /** One of the pictured views. */
  readonly view: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly theme?: Theme
  readonly language?: Language
}

const wide = { width: 1400, height: 900 }
const strip = { width: 360, height: 96 }

/** What the user guide and the README show of moments that a tour through the real window does not come by. */
const guide: readonly GuidePicture[] = [
  { file: 'guide-first-run', view: 'first-run' },
  { file: 'sign-in', view: 'sign-in' },
  { file: 'guide-check', view: 'check-failed' },
  { file: 'guide-call', view: 'call-talking' },
  { file: 'guide-call-arrives', view: 'call-ringing' },
  { file: 'guide-reasons', view: 'state-reasons' },
  { file: 'guide-rest', view: 'state-rest' },
  { file: 'guide-skill-sets', view: 'skill-sets' },
  { file: 'guide-queues', view: 'waiting' },
  { file: 'guide-thresholds', view: 'queue-thresholds' },
  { file: 'guide-drag', view: 'queue-drag' },
  { file: 'guide-team', view: 'team-by-queue' },
  { file: 'guide-unbind', view: 'dialog-unbind-progress' },
  { file: 'guide-receipts', view: 'supervisor-receipts' },
  { file: 'guide-palette', view: 'palette' },
  { file: 'guide-settings', view: 'settings-general' },
  { file: 'guide-shortcuts', view: 'settings-shortcuts' },
  { file: 'guide-about', view: 'settings-about' },
  { file: 'guide-figures', view: 'activity-figures' },
  { file: 'guide-mini', view: 'mini-waiting', size: strip },
  { file: 'guide-mini-call', view: 'mini-call-arriving', size: strip, theme: 'dark' },
  { file: 'desk-zh-CN', view: 'desk-idle', language: 'zh-CN' },
  { file: 'desk-es', view: 'desk-idle', language: 'es' },
  { file: 'wide-dark', view: 'waiting', size: wide, theme: 'dark' },
]

/** Takes the pictures of the guide on the stage, where each looks the same every time. */
export async function takeGuidePictures(): Promise<void> {
  const browser = await chromium.launch(await stageLaunch())
  // A wide window shows the team beside every view.
  const roster = views.find(({ name }) => name === 'roster')?.scene.roster ?? rosterSnapshot([])
  try {
    for (const { file, view: name, size = companion, theme = 'light', language = 'en' } of guide) {
      const view = views.find((candidate) => candidate.name === name)
      if (view === undefined) throw new Error(`no pictured view has the name ${name}`)
      const page = await stagePage(browser)
      await page.setViewportSize(size)
      await playScene(page, { roster, ...view.scene }, language)
      await view.act?.(page)
      await wearTheme(page, theme)
      await page.screenshot({ path: join(pictures, `${file}.png`) })
      await page.close()
    }
  } finally {
    await browser.close()
  }
}
