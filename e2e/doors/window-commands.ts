import { expect, type Page } from '@playwright/test'
import { hideWindow, isVisible } from '../support/hidden-window.ts'
import { agreedMenu, type DoorCase } from './door-case.ts'
import { inMode, seesMode } from './situations.ts'
import type { DoorsStage } from './stage.ts'

/* What changes the window alone: nothing reaches the gateway, and the journal keeps nothing. */

const windowCase = (
  text: string,
  seen: NonNullable<DoorCase['seen']>,
  more: Partial<DoorCase> = {},
): DoorCase => ({
  text,
  isAskedForLinks: false,
  lines: [],
  seen,
  journal: null,
  notAt: { tray: agreedMenu },
  ...more,
})

const command = (page: Page) => page.getByRole('combobox', { name: 'Command', exact: true })
const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).first().click()

const needsRoom = 'while it is open the window is the full one, whatever was asked for'

/** Neither settings nor palette stand before the views. */
async function nothingInFront({ app: { page } }: DoorsStage): Promise<void> {
  const close = page.getByRole('button', { name: 'Close settings' })
  if ((await close.count()) > 0) await close.click()
  if ((await command(page).count()) > 0) await command(page).press('Escape')
  await expect(close.or(command(page))).toHaveCount(0)
}

/** A view, which is shown instead of another one. */
const view = (text: string, name: string): DoorCase =>
  windowCase(
    text,
    async ({ app: { page } }) =>
      expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true'),
    {
      before: async ({ app: { page } }) => {
        await openTab(page, name === 'Desk' ? 'Team' : 'Desk')
        await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'false')
      },
      window: (page) => openTab(page, name),
    },
  )

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const clickButton = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

export const windowCases: readonly DoorCase[] = [
  view('show=queues', 'Queues'),
  view('show=team', 'Team'),
  view('show=supervisor', 'Supervisor'),
  view('show=activity', 'Activity'),
  view('show=desk', 'Desk'),
  windowCase('show=settings', async ({ app: { page } }) => expect(settings(page)).toBeVisible(), {
    before: nothingInFront,
    after: nothingInFront,
    window: clickButton('Settings'),
  }),
  windowCase(
    'show=about',
    async ({ app: { page } }) =>
      expect(settings(page).getByRole('tab', { name: 'About' })).toHaveAttribute('aria-selected', 'true'),
    {
      before: async (stage) => {
        const { page } = stage.app
        await nothingInFront(stage)
        await clickButton('Settings')(page)
        await settings(page).getByRole('tab', { name: 'General' }).click()
        await nothingInFront(stage)
      },
      after: nothingInFront,
      window: async (page) => {
        await clickButton('Settings')(page)
        await settings(page).getByRole('tab', { name: 'About' }).click()
      },
    },
  ),
  windowCase('show=palette', async ({ app: { page } }) => expect(command(page)).toBeVisible(), {
    before: nothingInFront,
    after: nothingInFront,
    window: clickButton('Command palette'),
    notAt: { tray: agreedMenu, palette: 'it is the palette, and closes when it has obeyed' },
  }),
  windowCase('show=window', async ({ app }) => expect.poll(() => isVisible(app)).toBe(true), {
    before: ({ app }) => hideWindow(app),
    tray: ['Open Deskside'],
    notAt: { window: 'it is the window', palette: 'it is in the window' },
  }),
  windowCase('window=mini', seesMode('mini'), {
    before: inMode('full'),
    window: clickButton('Mini strip'),
    notAt: { tray: agreedMenu },
  }),
  windowCase('window=toggle', seesMode('mini'), {
    before: inMode('full'),
    notAt: {
      tray: agreedMenu,
      window: 'its two buttons say which of the two they want',
    },
  }),
  windowCase('window=full', seesMode('full'), {
    before: inMode('mini'),
    window: (page) => page.getByRole('button', { name: /^Open the full window/ }).click(),
    notAt: { tray: agreedMenu, palette: needsRoom },
  }),
]
