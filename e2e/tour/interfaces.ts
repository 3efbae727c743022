import { stdout } from 'node:process'
import { expect } from '@playwright/test'
import { openGuard } from '../support/preferences.ts'
import { signIn } from '../support/sign-in.ts'
import { openBindings } from '../support/supervisor-page.ts'
import { notices } from '../support/window.ts'
import { narrow, type Tour } from './tour.ts'

/** The five interfaces by clicks, from the sign-in form on. */
export async function showInterfaces(tour: Tour): Promise<void> {
  const { page, gateway } = tour
  await signIn(page)
  // Its clicks come sooner after a call than those of a person.
  await openGuard(page)
  const session = await page.getByRole('status', { name: 'Session' }).innerText()
  stdout.write(`Session: ${session.replaceAll(/\s+/g, ' ')}\n`)
  await expect.poll(() => gateway.lines('autoenteridle')).toHaveLength(1)
  await expect(page.getByText('You serve 5 queues')).toBeVisible()
  await tour.pictureIn('dark', 'desk')
  await tour.pictureIn('light', 'desk')

  await tour.step('1. Idle or wrap-up after a call', 'autoenteridle', async () => {
    const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
    await toggle.click()
    await expect(toggle).toHaveAttribute('aria-checked', 'false')
    await gateway.quiet()
    await gateway.control('POST', '/agents/101/offer-call', { skillId: 1, talkMs: 1 })
    await expect(page.getByRole('radio', { name: 'Wrap-up' })).toBeChecked()
    return 'the next call ended in Wrap-up, as asked'
  })

  await tour.step('2. Skill sign-in and phone linkage', 'resetskill', async () => {
    const linkage = page.getByRole('switch', { name: 'Phone linkage' })
    await linkage.click()
    await expect(linkage).toHaveAttribute('aria-checked', 'true')
    await page.getByRole('radio', { name: 'Chosen skills' }).click()
    for (const name of ['Technical support', 'Premium', 'Web chat']) {
      await page.getByRole('checkbox', { name, exact: true }).setChecked(false)
    }
    await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
    await tour.picture('skills')
    return 'signed in to Billing and Sales, phone linked'
  })

  await tour.step('3. Transfer of a waiting call', 'assignuserinqueue', async () => {
    // In wrap-up the gateway would only take note of "busy", so idle comes first.
    for (const name of ['Idle', 'Busy']) {
      await page.getByRole('radio', { name }).click()
      await expect(page.getByRole('radio', { name })).toBeChecked()
    }
    const callId = await gateway.addCall(1)
    await gateway.addCall(3, '13800000002')
    await tour.show('Queues')
    await expect(page.getByRole('row').filter({ hasText: '13800000002' })).toBeVisible()
    await expect(page.getByText('Longest wait').first()).toBeVisible()
    await page.getByRole('button', { name: `Transfer call ${callId}` }).click()
    const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
    await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
    await page.getByRole('option', { name: 'Sales' }).click()
    await tour.picture('transfer')
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    const row = page
      .getByRole('table', { name: 'Waiting calls' })
      .getByRole('row')
      .filter({ hasText: '13800000001' })
    await expect(row).toContainText('Sales')
    // Read; the pictures that follow are about something else.
    await notices(page).getByRole('button', { name: 'Dismiss' }).first().click()
    return 'the call waits in Sales'
  })

  await tour.step('4. Roster of online agents', 'allonlineagents', async () => {
    // Nobody is idle, so that nobody takes the calls that wait.
    for (const [id, state] of [
      ['104', 'rest'],
      ['107', 'work'],
      ['108', 'rest'],
    ] as const) {
      await gateway.toAgent('force-state', { state }, id)
    }
    await tour.show('Team')
    const rows = page
      .getByRole('table', { name: 'Online agents' })
      .getByRole('row')
      .filter({ hasText: /\d{3}/ })
    await expect(rows.first()).toBeVisible()
    await tour.picture('roster')
    return `${await rows.count()} agents in the table`
  })

  await tour.step('5. Unbinding an agent from a queue', 'agentAccount', async () => {
    await openBindings(page, 'Sales')
    await page.getByRole('checkbox', { name: 'agent102' }).check()
    await page.getByRole('button', { name: 'Unbind selected' }).click()
    const dialog = page.getByRole('dialog', { name: 'Confirm unbinding' })
    await tour.picture('unbind')
    await dialog.getByRole('button', { name: 'Unbind', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('checkbox', { name: 'agent102' })).toHaveCount(0)
    await page.getByRole('button', { name: /Undo/ }).click()
    await expect(page.getByRole('checkbox', { name: 'agent102' })).toBeVisible()
    return 'agent102 was gone from the list, and is back with the old weights after Undo'
  })

  await page.setViewportSize({ width: 1200, height: 760 })
  await tour.show('Team')
  await tour.picture('wide')
  await page.setViewportSize(narrow)
}
