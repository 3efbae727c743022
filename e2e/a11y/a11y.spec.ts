import { views } from '../pictures/views.ts'
import { companion, themes, wearTheme } from '../support/stage/stage.ts'
import { expect, stageTest as test } from '../support/stage/test.ts'
import { findings, loadAxe } from './axe.ts'

test('a fault is found, so that nothing found means something', async ({ page, play }) => {
  const [view] = views
  await play(view!.scene)
  await loadAxe(page)
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.textContent = 'Not to be read'
    pale.style.color = '#bbb'
    document.querySelector('main')?.append(document.createElement('button'), pale)
  })
  expect((await findings(page)).map((finding) => finding.split(':')[0]).toSorted()).toStrictEqual([
    'button-name',
    'color-contrast',
  ])
})

for (const { name, scene, act } of views) {
  test(`${name} has nothing that axe objects to`, async ({ page, play }) => {
    await play(scene)
    await act?.(page)
    await loadAxe(page)
    for (const theme of themes) {
      await wearTheme(page, theme)
      expect.soft(await findings(page, theme), theme).toStrictEqual([])
    }
    // Wide, other parts of the window are there at once.
    await page.setViewportSize({ width: 1000, height: companion.height })
    await wearTheme(page, 'light')
    expect.soft(await findings(page), 'wide').toStrictEqual([])
  })
}
