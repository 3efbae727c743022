import { companion, wearTheme } from '../support/stage/stage.ts'
import { expect, stageTest as test } from '../support/stage/test.ts'
import type { Look } from './view.ts'
import { views } from './views.ts'

const everyView: readonly Look[] = [
  [companion.width, companion.height, 'light'],
  [companion.width, companion.height, 'dark'],
]

for (const { name, scene, act, looks = everyView, also = [] } of views) {
  test(`${name} looks as approved`, async ({ page, play }) => {
    await play(scene)
    await act?.(page)
    for (const [width, height, theme] of [...looks, ...also]) {
      await page.setViewportSize({ width, height })
      await wearTheme(page, theme)
      await expect.soft(page).toHaveScreenshot(`${name}-${width}-${theme}.png`)
    }
  })
}
