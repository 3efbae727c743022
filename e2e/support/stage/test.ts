import { test as base, expect } from '@playwright/test'
import type { Language } from '../../../src/shared/i18n/languages.ts'
import type { Scene } from './scene.ts'
import { faultsOf, playScene, stageLaunch, stagePage } from './stage.ts'

interface Fixtures {
  /** Puts a scene on the page of this test. A page that complains (script, policy, missing answer) fails the test. */
  readonly play: (scene: Scene, language?: Language) => Promise<void>
}

/** For tests of the built window without main: what it shows is decided by the scene alone. */
export const stageTest = base.extend<Fixtures>({
  browser: [
    async ({ playwright }, use) => {
      const browser = await playwright.chromium.launch(await stageLaunch())
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ browser }, use) => {
    const page = await stagePage(browser)
    await use(page)
    await page.close()
  },
  play: async ({ page }, use) => {
    const faults = faultsOf(page)
    await use((scene, language) => playScene(page, scene, language))
    expect(faults).toStrictEqual([])
  },
})

export { expect }
