import type { Page } from '@playwright/test'
import { windowSizes } from '../../src/main/windows/window-sizes.ts'
import { languages, type Language } from '../../src/shared/i18n/languages.ts'
import type { Preferences } from '../../src/shared/preferences/preference-schemas.ts'
import { views } from '../pictures/views.ts'
import type { PicturedView } from '../pictures/view.ts'
import { settle } from '../support/stage/settle.ts'
import { expect, stageTest as test } from '../support/stage/test.ts'
import { focusFault } from '../support/visible-focus.ts'
import { lostText } from './geometry.ts'

/*
 * What axe cannot see: a window as narrow as WCAG asks for, large text, text with other spacing, and where the focus is.
 */

const named = (name: string): PicturedView => views.find((view) => view.name === name)!
/** One of each kind; the others are made of the same parts. */
const main = [
  'sign-in',
  'desk-idle',
  'call-talking',
  'waiting',
  'roster',
  'supervisor',
  'activity',
  'settings-general',
].map(named)
const dialogs = ['dialog-transfer', 'dialog-unbind-all', 'palette', 'settings-shortcuts', 'check-failed'].map(
  named,
)
const withText = (view: PicturedView, textSize: Preferences['textSize']): PicturedView['scene'] => ({
  ...view.scene,
  preferences: { ...view.scene.preferences, textSize },
})

/** WCAG 1.4.12, as the reader's own style sheet would set it. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets.push(sheet)
  })
}

test('lost text is found, so that nothing found means something', async ({ page, play }) => {
  await play(named('desk-idle').scene)
  await page.evaluate(() => {
    const box = document.createElement('div')
    box.style.cssText = 'width: 40px; overflow: hidden; white-space: nowrap'
    box.textContent = 'Cut off at the end'
    document.querySelector('main')?.append(box)
  })
  expect(await lostText(page)).toContain('cut aside: “Cut off at the end” by div.')
})

for (const view of [...main, ...dialogs]) {
  test(`${view.name}: nothing is lost at 320 px and with wide spacing`, async ({ page, play }) => {
    await play(view.scene)
    await view.act?.(page)
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await lostText(page), '320 px').toStrictEqual([])
    await page.setViewportSize({ width: 420, height: 720 })
    await spaceOut(page)
    expect.soft(await lostText(page), 'spacing').toStrictEqual([])
  })
  test(`${view.name}: nothing is lost at twice the text size`, async ({ page, play }) => {
    await play(withText(view, 200))
    await view.act?.(page)
    await page.setViewportSize({ width: 360, height: 720 })
    expect.soft(await lostText(page)).toStrictEqual([])
  })
}

/** Longer words and other letters. */
for (const language of languages.filter((one): one is Language => one !== 'en')) {
  test(`${language}: nothing is lost at 360 px, and the page says which language it speaks`, async ({
    page,
    play,
  }) => {
    for (const view of main.filter(({ act }) => act === undefined)) {
      await play(view.scene, language)
      await page.setViewportSize({ width: 360, height: 720 })
      await expect.soft(page.locator('html'), view.name).toHaveAttribute('lang', language)
      expect.soft(await lostText(page), view.name).toStrictEqual([])
    }
  })
}

for (const name of ['mini-idle', 'mini-in-a-call', 'mini-ended']) {
  test(`${name}: nothing is lost at twice the text size, for which the strip grows`, async ({
    page,
    play,
  }) => {
    await page.setViewportSize(windowSizes('mini', 200).usual)
    await play(withText(named(name), 200))
    expect(await lostText(page)).toStrictEqual([])
  })
}

const softly = expect.configure({ soft: true })

for (const view of main) {
  test(`${view.name}: the focus is seen at every stop, also with large text`, async ({ page, play }) => {
    for (const textSize of [100, 200] as const) {
      await play(withText(view, textSize))
      await view.act?.(page)
      await page.setViewportSize({ width: 360, height: 640 })
      await settle(page)
      const seen = new Set<string>()
      for (let stop = 0; stop < 80; stop += 1) {
        await page.keyboard.press('Tab')
        const where = await page.evaluate(() => {
          const at = document.activeElement
          return at === null || at === document.body
            ? ''
            : `${at.tagName} ${at.id} ${at.outerHTML.slice(0, 120)}`
        })
        if (where === '') continue
        // Past the last one: the page has begun again.
        if (seen.has(where)) break
        seen.add(where)
        // It may still be scrolling into sight.
        await softly.poll(() => focusFault(page), { message: `${textSize} %` }).toBeNull()
      }
      expect(seen.size).toBeGreaterThan(3)
    }
  })
}

test('help is in the same order on every screen', async ({ page, play }) => {
  const tools: (readonly string[])[] = []
  for (const view of [named('sign-in'), named('desk-idle'), named('activity')]) {
    await play(view.scene)
    const buttons = page.getByRole('button', { name: /^(Command palette|Mini strip|Settings)$/ })
    await expect(buttons).toHaveCount(3)
    tools.push(await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')))
  }
  expect(tools).toStrictEqual(Array.from({ length: 3 }, () => ['Command palette', 'Mini strip', 'Settings']))
})

test('a password can be pasted, and filled in by a manager of passwords', async ({ page, play }) => {
  await play(named('sign-in').scene)
  const field = page.getByRole('textbox', { name: 'Password' })
  await expect(field).toHaveAttribute('autocomplete', 'current-password')
  expect(
    await field.evaluate((element) =>
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
    ),
  ).toBe(true)
})
