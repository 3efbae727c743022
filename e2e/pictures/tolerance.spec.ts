import type { Page } from '@playwright/test'
import { expect, stageTest as test } from '../support/stage/test.ts'
import { views } from './views.ts'

/*
 * What the comparison of pictures must notice, and does with room to spare. README.md has the figures.
 */

const idle = views.find(({ name }) => name === 'desk-idle')!

/** Compares as `pictures.spec.ts` does, and tells how many pixels are different. */
async function differentPixels(page: Page): Promise<number> {
  const failure = await expect(page)
    .toHaveScreenshot('desk-idle-420-light.png', { timeout: 3_000 })
    .then(
      () => 'none',
      (error: unknown) => String(error),
    )
  return Number(/(\d+) pixels/.exec(failure)?.[1] ?? 0)
}

const changes: readonly (readonly [what: string, change: () => void, atLeast: number])[] = [
  [
    'one letter of a word',
    () => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (words.nextNode()) {
        const { currentNode } = words
        if (currentNode.textContent === 'Phone linkage') currentNode.textContent = 'Phone linkags'
      }
    },
    12,
  ],
  [
    'a colour by one part in fifty of its lightness',
    () => document.documentElement.style.setProperty('--surface', 'oklch(0.972 0.003 85)'),
    10_000,
  ],
  [
    'the colour of the softer text by as much',
    () => document.documentElement.style.setProperty('--ink-soft', 'oklch(0.49 0.018 235)'),
    100,
  ],
]

test('the same picture has no different pixel', async ({ page, play }) => {
  await play(idle.scene)
  expect(await differentPixels(page)).toBe(0)
})

for (const [what, change, atLeast] of changes) {
  test(`${what} is noticed`, async ({ page, play }) => {
    await play(idle.scene)
    await page.evaluate(change)
    const count = await differentPixels(page)
    test.info().annotations.push({ type: 'different pixels', description: String(count) })
    expect(count).toBeGreaterThanOrEqual(atLeast)
  })
}
