import type { Browser, Page } from '@playwright/test'
import bundled from '@sparticuz/chromium'
import type { Language } from '../../../src/shared/i18n/languages.ts'
import { noon } from '../../../src/renderer/src/testing/snapshots.ts'
import { serveBuiltPage } from './built-page.ts'
import { holdStill } from './hold-still.ts'
import { placeBridge, type BridgeProps } from './place-bridge.ts'
import { answersOf, type Scene } from './scene.ts'
import { settle, watchRequests } from './settle.ts'

export const themes = ['light', 'dark', 'contrast', 'forced'] as const
/** `contrast`: our own high contrast. `forced`: the colours of the system, as in Windows' contrast themes. */
export type Theme = (typeof themes)[number]

/** When it is on stage: some seconds after what the snapshots tell, so that ages have something to say. */
export const stageTime = noon + 12_000

/** The window as a companion beside other programs. */
export const companion = { width: 420, height: 720 } as const

/** How the browser of the stage is started: always the one from npm, because another draws other letters. */
export async function stageLaunch(): Promise<{ executablePath: string; args: string[] }> {
  const args = [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--hide-scrollbars',
    '--disable-partial-raster',
  ]
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return { executablePath: await bundled.executablePath(), args }
}

/** An empty page for one scene. Its clock is the one by which the scenes were written. */
export async function stagePage(browser: Browser): Promise<Page> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const page = await browser.newPage({ viewport: companion, timezoneId: timeZone, locale: 'en-GB' })
  // Nothing comes from a network here: only a very slow machine needs as long.
  page.setDefaultTimeout(30_000)
  watchRequests(page)
  return page
}

/** Faults of the page while it was on stage: a test ends with none. */
export function faultsOf(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  return faults
}

/** Puts a scene on the page: the built window, as main would have filled it at {@link stageTime}. */
export async function playScene(page: Page, scene: Scene, language: Language = 'en'): Promise<void> {
  const preferences = { language, ...scene.preferences }
  const props: BridgeProps = {
    answers: answersOf({ ...scene, preferences }),
    underWay: scene.underWay ?? {},
    remembered: { 'deskside.view': scene.view ?? 'desk' },
  }
  const address = await serveBuiltPage(page)
  await page.addInitScript(holdStill, stageTime)
  await page.addInitScript(placeBridge, props)
  await wearTheme(page, 'light')
  await page.goto(address)
  await page.locator('main, [role=tabpanel]').filter({ visible: true }).first().waitFor()
  await settle(page)
}

/** Changes the colours of a page that is open. */
export async function wearTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    forcedColors: theme === 'forced' ? 'active' : 'none',
    // A picture must not catch a colour half-way.
    reducedMotion: 'reduce',
  })
  await settle(page)
}
