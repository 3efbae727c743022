import { afterEach, describe, expect, test } from 'vitest'
import { deskSnapshot, preferencesSnapshot } from '../testing/snapshots.ts'
import { renderApp } from '../testing/render-app.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

const page = document.documentElement

afterEach(() => {
  delete page.dataset.theme
  page.style.fontSize = ''
})

test('without preferences the page follows the system', async () => {
  const screen = await renderApp(stubBridge(deskSnapshot()))
  await expect.element(screen.getByRole('switch', { name: 'Enter idle after call' })).toBeVisible()
  expect([page.dataset.theme, page.style.fontSize, page.lang]).toEqual([undefined, '', 'en'])
})

describe('a preference', () => {
  test.each([
    ['theme', { theme: 'contrast' } as const, () => page.dataset.theme, 'contrast'],
    ['size of text', { textSize: 150 } as const, () => page.style.fontSize, '150%'],
  ])('of %s is on the page as soon as main tells it, and goes with it', async (_name, yours, read, value) => {
    const bridge = stubBridge(deskSnapshot())
    await renderApp(bridge)
    bridge.pushPreferences(preferencesSnapshot(yours, 1))
    await expect.poll(read).toBe(value)
    bridge.pushPreferences(preferencesSnapshot({}, 2))
    await expect.poll(read).not.toBe(value)
  })

  test('of an older revision changes nothing', async () => {
    const bridge = stubBridge(deskSnapshot())
    await renderApp(bridge)
    bridge.pushPreferences(preferencesSnapshot({ theme: 'dark' }, 2))
    bridge.pushPreferences(preferencesSnapshot({ theme: 'light' }, 1))
    await expect.poll(() => page.dataset.theme).toBe('dark')
  })
})
