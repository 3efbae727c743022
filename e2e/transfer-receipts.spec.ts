import type { Locator, Page } from '@playwright/test'
import type { App } from './support/app.ts'
import type { Gateway } from './support/gateway.ts'
import type { Fault } from './support/world.ts'
import { namesOf, readJournal } from './support/journal.ts'
import { expect, test } from './support/test.ts'
import { askForTransfer, goBusy } from './support/window.ts'

/*
 * What becomes of a transfer: decided from the gateway's answer and from reading both queues again, shown in the row of the
 * call and among the recent transfers, kept in the journal. Never more is said than was seen.
 */

const assign = { path: '**/assignuserinqueue' }

/** Also while the dialog covers the rows and hides them from assistive technology. */
const rowOf = (page: Page, callId: string): Locator =>
  page
    .getByRole('row', { includeHidden: true })
    .filter({ has: page.getByRole('button', { name: `Transfer call ${callId}`, includeHidden: true }) })
const receiptOf = (page: Page, callId: string): Locator =>
  page.getByRole('region', { name: 'Recent transfers' }).getByRole('listitem').filter({ hasText: callId })
const receipts = async (app: App): Promise<readonly string[]> => namesOf(await readJournal(app, 'receipt'))

/** The gateway shows the queues to those who are not idle. */
async function lookAtQueues({ page }: App, gateway: Gateway): Promise<void> {
  await gateway.quiet()
  await goBusy(page)
}

/** A new call in Billing, asked to be moved to Sales while this goes wrong. */
async function moveNewCall(page: Page, gateway: Gateway, fault?: Fault): Promise<string> {
  await gateway.clearFaults()
  if (fault !== undefined) await gateway.addFault(fault)
  const callId = await gateway.addCall(1)
  await askForTransfer(page, callId, 'Sales')
  return callId
}

const closeDialog = async (page: Page): Promise<void> =>
  page.getByRole('dialog', { name: 'Transfer waiting call' }).getByRole('button', { name: 'Cancel' }).click()

test('moved, and not moved although the gateway said yes or no', async ({ desk, gateway }) => {
  const { page } = desk
  await lookAtQueues(desk, gateway)

  const moved = await moveNewCall(page, gateway)
  await expect(receiptOf(page, moved)).toContainText('Moved')
  await expect(receiptOf(page, moved)).toContainText('Seen waiting in Sales.')
  await expect(rowOf(page, moved)).toContainText('Sales')

  const ignored = await moveNewCall(page, gateway, { match: assign, action: { type: 'ignore' } })
  await expect(page.getByRole('dialog')).toContainText('The gateway accepted, but as far as can be seen')
  await closeDialog(page)
  await expect(rowOf(page, ignored)).toContainText('Not moved')
  await expect(rowOf(page, ignored)).toContainText('Billing')

  const refused = await moveNewCall(page, gateway, {
    match: assign,
    action: { type: 'retcode', retcode: '100-007' },
  })
  await expect(page.getByRole('dialog')).toContainText('100-007')
  await closeDialog(page)
  await expect(rowOf(page, refused)).toContainText('Not moved')
  await expect(receiptOf(page, refused)).toContainText('100-007')

  expect(await receipts(desk)).toEqual(['moved/accepted', 'refused/accepted', 'refused/refused'])
  expect(await gateway.lines('assignuserinqueue')).toHaveLength(3)
})

test('gone before the move, and taken after it', async ({ desk, gateway }) => {
  const { page } = desk
  await lookAtQueues(desk, gateway)

  const gone = await moveNewCall(page, gateway, { match: assign, action: { type: 'hold' } })
  await expect(rowOf(page, gone)).toContainText('Moving…')
  await gateway.held('assignuserinqueue')
  await gateway.hangUp(gone)
  await gateway.clearFaults()
  await expect(receiptOf(page, gone)).toContainText('Gone before the move')
  await expect(rowOf(page, gone)).toHaveCount(0)

  // Moved, and answered or hung up before anybody could look.
  const taken = await gateway.addCall(1)
  await expect(rowOf(page, taken)).toBeVisible()
  await gateway.addFault({ match: { path: '**/waitcallinfo**' }, action: { type: 'hold' } })
  await askForTransfer(page, taken, 'Sales')
  await expect
    .poll(async () => (await gateway.requests('assignuserinqueue')).at(-1))
    .toMatchObject({ body: { callid: taken, skillid: 3 }, retcode: '0' })
  await gateway.hangUp(taken)
  await gateway.clearFaults()
  await expect(receiptOf(page, taken)).toContainText('Taken meanwhile')
  await expect(rowOf(page, taken)).toHaveCount(0)

  expect(await receipts(desk)).toEqual(['gone/refused', 'taken/accepted'])
})

test('not known until it is seen, and never asked for twice', async ({ desk, gateway }) => {
  const { page } = desk
  await lookAtQueues(desk, gateway)

  // Carried out, and the answer lost: the call is seen where it should be.
  const arrived = await moveNewCall(page, gateway, {
    match: assign,
    action: { type: 'reset', when: 'after' },
  })
  await expect(receiptOf(page, arrived)).toContainText(
    'No answer came, but the call was seen waiting in Sales.',
  )

  // Lost on its way, or still on it: while the call is where it was nobody can tell.
  const lost = await moveNewCall(page, gateway, { match: assign, action: { type: 'reset' } })
  await expect(page.getByRole('dialog')).toContainText('Look at the list before you try again.')
  await closeDialog(page)
  await expect(rowOf(page, lost)).toContainText('Outcome not known')
  await gateway.hangUp(lost)
  await expect(receiptOf(page, lost)).toContainText('Gone before the move')

  expect(await receipts(desk)).toEqual(['moved/none', 'unknown/none', 'gone/none'])
  expect(await gateway.lines('assignuserinqueue')).toHaveLength(2)
})
