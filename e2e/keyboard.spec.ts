import type { Locator, Page } from '@playwright/test'
import { linesOfSession } from './support/session-requests.ts'
import { expect, test } from './support/test.ts'

/* A whole shift without a mouse: Tab, Space, Enter, arrows and letters only. */

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Presses Tab until the element has the focus; fails when it is not among the stops of one round. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 60 && !(await isFocused(target)); stop += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** Presses an arrow until the element has the focus. */
async function arrowTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 10 && !(await isFocused(target)); step += 1)
    await page.keyboard.press('ArrowRight')
  await expect(target).toBeFocused()
}

/** Goes down an open list until the entry is the active one; the focus stays in the field. */
async function choose(page: Page, field: Locator, entry: Locator): Promise<void> {
  const id = (await entry.getAttribute('id')) ?? ''
  expect(id).not.toBe('')
  const isActive = async (): Promise<boolean> => (await field.getAttribute('aria-activedescendant')) === id
  for (let step = 0; step < 10 && !(await isActive()); step += 1) await page.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', id)
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
}

test('sign in, switch, choose skills and transfer by keyboard', async ({ app, gateway }) => {
  const { page } = app
  const { keyboard } = page
  await gateway.quiet()

  await test.step('sign in', async () => {
    for (const [name, text] of [
      ['Agent ID', '101'],
      ['Phone number', '8101'],
      ['Password', 'Deskside#101'],
    ] as const) {
      await tabTo(page, page.getByRole('textbox', { name, exact: true }))
      await keyboard.type(text)
    }
    await keyboard.press('Enter')
    await expect(page.getByRole('status', { name: 'Session' })).toContainText('101')
    await expect.poll(() => gateway.lines('agentevent')).not.toEqual([])
    await expect.poll(() => linesOfSession(gateway, 'resetskill')).toHaveLength(1)
  })

  await test.step('auto-idle off', async () => {
    const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
    await expect(toggle).toHaveAttribute('aria-checked', 'true')
    await tabTo(page, toggle)
    await keyboard.press('Space')
    await expect(toggle).toHaveAttribute('aria-checked', 'false')
    await expect(toggle).toBeFocused()
    expect((await linesOfSession(gateway, 'autoenteridle')).at(-1)).toBe(
      'POST /onlineagent/101/autoenteridle/false',
    )
  })

  await test.step('two skills', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'All skills' }))
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Chosen skills' })).toBeChecked()
    for (const name of ['Technical support', 'Premium', 'Web chat']) {
      await tabTo(page, page.getByRole('checkbox', { name, exact: true }))
      await keyboard.press('Space')
      await expect(page.getByRole('checkbox', { name, exact: true })).not.toBeChecked()
    }
    await tabTo(page, page.getByRole('button', { name: 'Apply skill sign-in' }))
    await keyboard.press('Enter')
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
    expect((await linesOfSession(gateway, 'resetskill')).at(-1)).toBe(
      'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0',
    )
  })

  await test.step('busy', async () => {
    const states = page.getByRole('radiogroup', { name: 'Agent state' })
    const busy = states.getByRole('radio', { name: 'Busy' })
    const before = await gateway.mark()
    await tabTo(page, states.locator('[tabindex="0"]'))
    // Once round by the arrows, and on to the wanted state.
    for (let step = 0; step < 4; step += 1) await keyboard.press('ArrowRight')
    await arrowTo(page, busy)
    // Arrows only move: passing a state must not ask for it.
    expect(
      (await gateway.requests('/onlineagent/', before)).filter(({ method }) => method !== 'GET'),
    ).toEqual([])
    await keyboard.press('Space')
    await expect(busy).toBeChecked()
  })

  await test.step('transfer a waiting call', async () => {
    const callId = await gateway.addCall(1)
    await tabTo(page, page.getByRole('tab', { name: 'Desk' }))
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Queues' })).toHaveAttribute('aria-selected', 'true')
    const transfer = page.getByRole('button', { name: `Transfer call ${callId}` })
    await expect(transfer).toBeVisible()
    await tabTo(page, transfer)
    await keyboard.press('Enter')

    const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
    await expect(dialog).toBeVisible()
    const target = dialog.getByRole('combobox', { name: 'Target skill queue' })
    await tabTo(page, target)
    await keyboard.press('Enter')
    await choose(page, target, page.getByRole('option', { name: 'Sales', exact: true }))
    await tabTo(page, dialog.getByRole('button', { name: 'Transfer', exact: true }))
    await keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Sales')
    expect(await linesOfSession(gateway, 'assignuserinqueue')).toEqual([
      'PUT /calldata/101/assignuserinqueue',
    ])
  })
})
