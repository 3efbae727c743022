import type { Page } from '@playwright/test'
import { answerByHand } from './support/answer-by-hand.ts'
import { openGuard } from './support/preferences.ts'
import { linesOfSession } from './support/session-requests.ts'
import { openDeskWithPhone } from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

/*
 * The present call by the strip of the window, and states with their reasons: what is shown, and the exact requests that
 * reach the gateway.
 */

const strip = (page: Page) => page.getByRole('region', { name: 'Present call' })
const press = (page: Page, name: string) => strip(page).getByRole('button', { name, exact: true }).click()

test('a whole call: answered, held, taken back, muted, heard again, ended', async ({ desk, gateway }) => {
  const { page } = desk
  await openGuard(page)
  await answerByHand(gateway)
  await expect(strip(page)).toContainText('No call')
  const { callid } = await gateway.toAgent<{ callid: string }>('offer-call', {
    skillId: 2,
    caller: '13800000077',
    talkMs: 600_000,
  })
  await expect(strip(page)).toContainText('13800000077')
  await expect(strip(page)).toContainText('Technical support')
  await press(page, 'Answer')
  await expect(strip(page)).toContainText('Talking')
  await press(page, 'Hold')
  await expect(strip(page)).toContainText('On hold')
  await expect(strip(page).getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-disabled', 'true')
  await press(page, 'Resume')
  await expect(strip(page)).toContainText('Talking')
  await press(page, 'Mute')
  await expect(strip(page)).toContainText('Talking · Muted')
  await press(page, 'Unmute')
  await expect(strip(page)).not.toContainText('Muted')
  await press(page, 'End')
  await expect(strip(page)).toContainText('No call')
  await expect(page.getByRole('radio', { name: 'Idle' })).toHaveAttribute('aria-checked', 'true')
  expect(await linesOfSession(gateway, 'voicecall')).toEqual([
    `PUT /voicecall/101/answer?callid=${callid}`,
    'POST /voicecall/101/hold',
    `POST /voicecall/101/gethold?callid=${callid}`,
    'POST /voicecall/101/beginmute',
    'POST /voicecall/101/endmute',
    'DELETE /voicecall/101/release',
  ])
})

test('a linked phone is lifted and a call is rejected at it; why busy is said', async ({ app, gateway }) => {
  const { page } = app
  await gateway.toAgent('configure', { liftsPhone: false, linkage: 'links' })
  await openDeskWithPhone(app, gateway)
  await openGuard(page)
  await page.getByRole('switch', { name: 'Phone linkage' }).click()
  await page.getByRole('button', { name: 'Check the phone' }).click()
  await expect(page.getByText('has linked the phone')).toBeVisible()
  await expect(page.getByText(/^All is well/)).toBeVisible()

  await gateway.toAgent('offer-call', { skillId: 1, talkMs: 600_000 })
  await press(page, 'Lift')
  await expect(strip(page)).toContainText('Talking')
  await press(page, 'End')
  await expect(strip(page)).toContainText('No call')

  await page.getByRole('radio', { name: 'Idle' }).click()
  await expect(page.getByRole('radio', { name: 'Idle' })).toHaveAttribute('aria-checked', 'true')
  await gateway.toAgent('offer-call', { skillId: 1 })
  await expect(strip(page)).toContainText('Ringing')
  await press(page, 'Reject')
  await expect(page.getByText('You rejected a call.')).toBeVisible()
  expect(await linesOfSession(gateway, 'voicecall')).toEqual([
    'POST /voicecall/101/phonepickup',
    'DELETE /voicecall/101/release',
    'POST /voicecall/101/phonehangup',
  ])
})

test('a rest with reason and length counts down, is lengthened, and says when it is over', async ({
  desk,
  gateway,
}) => {
  const { page } = desk
  const panel = page.getByRole('region', { name: 'Agent state' })
  const menu = panel.getByRole('button', { name: 'Rest: reason, time' })
  await menu.click()
  await page.getByRole('menuitemradio', { name: '5 min', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Short break' }).click()
  await expect(panel).toContainText('Reason: Short break.')
  await expect(panel).toContainText(/4:\d\d.*left, until/)
  await menu.click()
  await page.getByRole('menuitemradio', { name: '30 min' }).click()
  await page.getByRole('menuitem', { name: 'Lunch' }).click()
  await expect(panel).toContainText('Reason: Lunch.')
  await expect(panel).toContainText(/29:\d\d.*left, until/)

  await page.evaluate(() => {
    const { deskside } = window as unknown as {
      deskside: { setAgentState(input: unknown): Promise<unknown> }
    }
    return deskside.setAgentState({ state: 'rest', reason: 1, restSeconds: 1 })
  })
  await expect(panel).toContainText('Your rest is over. Choose Idle when you are back.')
  await expect(panel).toContainText('over since')
  await page.getByRole('radio', { name: 'Idle' }).click()
  await expect(panel).toContainText('Ready for the next call.')
  expect(await linesOfSession(gateway, '/rest/')).toEqual([
    'POST /onlineagent/101/rest/300/2',
    'POST /onlineagent/101/rest/1800/1?prolong=true',
    'POST /onlineagent/101/rest/1/1?prolong=true',
  ])
})
