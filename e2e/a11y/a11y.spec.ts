import { views } from '../pictures/views.ts'
import { companion, wearTheme } from '../support/stage/stage.ts'
import { expect, stageTest as test } from '../support/stage/test.ts'
import { colourRules, findings, loadAxe } from './axe.ts'
import { smallTargets } from './geometry.ts'

test('a fault is found, so that nothing found means something', async ({ page, play }) => {
  await play(views.find(({ name }) => name === 'desk-idle')!.scene)
  await loadAxe(page)
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.textContent = 'Not to be read'
    pale.style.color = '#bbb'
    const small = document.createElement('button')
    small.style.cssText = 'width: 20px; height: 20px; min-height: 0; padding: 0'
    document.querySelector('main')?.prepend(small, pale)
  })
  const rules = (found: readonly string[]) => found.map((finding) => finding.split(':')[0]).toSorted()
  expect(rules(await findings(page))).toStrictEqual(['button-name', 'color-contrast'])
  expect(rules(await findings(page, colourRules))).toStrictEqual(['color-contrast'])
  expect(await smallTargets(page)).toStrictEqual(['button “”: 20 × 20'])
})

for (const { name, scene, act, looks, also = [] } of views) {
  test(`${name} has nothing that axe objects to`, async ({ page, play }) => {
    await play(scene)
    await act?.(page)
    // High enough for everything: what lies half below a bar that stays in place is not too small, it scrolls.
    if (looks === undefined) await page.setViewportSize({ width: companion.width, height: 1200 })
    await loadAxe(page)
    expect.soft(await findings(page), 'light').toStrictEqual([])
    expect.soft(await smallTargets(page), 'targets').toStrictEqual([])
    // The rest of the page is the same in other colours, so only what looks at colours is asked again.
    for (const theme of ['dark', 'contrast'] as const) {
      await wearTheme(page, theme)
      expect.soft(await findings(page, colourRules), theme).toStrictEqual([])
    }
    // Colours of the system, and width, bring other parts where the table of pictures says so.
    if (also.some(([, , theme]) => theme === 'forced')) {
      await wearTheme(page, 'forced')
      expect.soft(await findings(page, 'all-but-contrast'), 'forced').toStrictEqual([])
    }
    if (also.some(([width]) => width >= 900)) {
      await page.setViewportSize({ width: 1400, height: companion.height })
      await wearTheme(page, 'light')
      expect.soft(await findings(page), 'wide').toStrictEqual([])
    }
  })
}
