import { join } from 'node:path'
import type { App } from './support/app.ts'
import type { Gateway } from './support/gateway.ts'
import { hasControlPort } from './support/host.ts'
import { expect, submitSignIn, test } from './support/test.ts'
import { goBusy, headline, linkPhone, notices, sessionBar, signInAgain } from './support/window.ts'

/*
 * A session that somebody else ended: the window says so in the words for what is known, and nothing leads back but a
 * click. Whoever is signed in under the ID is thrown out only by a click that says so.
 */

const signIns = async (gateway: Gateway, since: number): Promise<readonly string[]> =>
  (await gateway.requests('/onlineagent/101', since))
    .filter(({ method }) => method === 'PUT')
    .map(({ path, retcode }) => `${path.endsWith('/forcelogin') ? 'forced' : 'plain'} ${retcode ?? 'open'}`)

/** Everything that wakes a program, and a new page: none of it may lead back to the gateway. */
async function stir(app: App): Promise<void> {
  if (hasControlPort) {
    await app.control('POST', '/power', { event: 'suspend' })
    await app.control('POST', '/clock', { advanceMs: 300_000 })
    for (const event of ['resume', 'unlock-screen']) await app.control('POST', '/power', { event })
  }
  await app.page.reload()
}

/** After so many earlier ones there was one more skill reset, and it links the phone: the wish came along. */
const expectLinkedReset = (gateway: Gateway, earlier: number): Promise<void> =>
  expect
    .poll(async () => (await gateway.lines('resetskill')).slice(earlier))
    .toEqual(['POST /onlineagent/101/resetskill/true?phonelinkage=1'])

test('signed in at another desk: stays down, and takes back only when told to', async ({
  desk,
  gateway,
  launch,
}) => {
  const { page } = desk
  await linkPhone(desk.page)
  const other = await launch('--user-data-dir', join(desk.userData, 'other'))
  await submitSignIn(other.page)
  await other.page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
  await expect(sessionBar(other.page)).toContainText('Connected since')

  await expect(headline(page, 'Your session was ended from elsewhere')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('somebody signed in under your ID')
  await expect(page.getByText('Deskside does nothing by itself now.')).toBeVisible()
  const mark = await gateway.mark()
  await stir(desk)
  await expect(signInAgain(page)).toBeEnabled()
  // The other desk goes on undisturbed: what it asks for after all that is the only thing the gateway hears.
  await goBusy(other.page)
  expect(await signIns(gateway, mark)).toEqual([])

  await signInAgain(page).click()
  await expect(headline(page, 'Signed in elsewhere')).toBeVisible()
  expect(await signIns(gateway, mark)).toEqual(['plain 100-002'])
  await expect(sessionBar(other.page)).toContainText('Connected since')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(sessionBar(page)).toContainText('Connected since')
  await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'true')
  expect(await signIns(gateway, mark)).toEqual(['plain 100-002', 'forced 0'])
  // Two of this desk before, and one of the other.
  await expectLinkedReset(gateway, 3)

  // And the other one does not fight back.
  await expect(headline(other.page, 'Your session was ended from elsewhere')).toBeVisible()
  await stir(other)
  await expect(signInAgain(other.page)).toBeEnabled()
  await expect(sessionBar(page)).toContainText('Connected since')
  expect(await signIns(gateway, mark)).toHaveLength(2)
})

test('signed out by an inspector: one click back, with the wishes', async ({ desk, gateway }) => {
  const { page } = desk
  await linkPhone(desk.page)
  const mark = await gateway.mark()
  await gateway.toAgent('kick')
  await expect(headline(page, 'Your session was ended from elsewhere')).toBeVisible()
  await stir(desk)
  await expect(signInAgain(page)).toBeEnabled()
  expect(await signIns(gateway, mark)).toEqual([])

  await signInAgain(page).click()
  await expect(sessionBar(page)).toContainText('Connected since')
  await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'true')
  expect(await signIns(gateway, mark)).toEqual(['plain 0'])
  await expectLinkedReset(gateway, 2)
})

test('a Guid that is good no more: the desk closes, and whoever holds the ID is asked about', async ({
  desk,
  gateway,
}) => {
  const { page } = desk
  const mark = await gateway.mark()
  await gateway.addFault({ match: { path: '**/saybusy' }, action: { type: 'expire-guid' } })
  await page.getByRole('radio', { name: 'Busy' }).click()
  await expect(headline(page, 'Your session has ended')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The gateway no longer knows this session')
  await stir(desk)
  await expect(signInAgain(page)).toBeEnabled()
  expect(await signIns(gateway, mark)).toEqual([])

  await signInAgain(page).click()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(sessionBar(page)).toContainText('Connected since')
  expect(await signIns(gateway, mark)).toEqual(['plain 100-002', 'forced 0'])
})

test('a password that was changed meanwhile is asked for once, and not tried again', async ({
  desk,
  gateway,
}) => {
  const { page } = desk
  await gateway.toAgent('configure', { password: 'Another#101' })
  const mark = await gateway.mark()
  await gateway.toAgent('kick')
  await signInAgain(page).click()
  await expect(page.getByRole('alert').filter({ hasText: '100-004' }).first()).toBeVisible()
  await expect(page.getByText('Type your password to come back.')).toBeVisible()
  await expect(signInAgain(page)).toHaveCount(0)
  await stir(desk)
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('')
  expect(await signIns(gateway, mark)).toEqual(['plain 100-004'])

  await submitSignIn(page, { Password: 'Another#101' })
  await expect(sessionBar(page)).toContainText('Connected since')
  expect(await signIns(gateway, mark)).toEqual(['plain 100-004', 'plain 0'])
})

test('a password that must be changed: signed in, and told why no calls come', async ({ app, gateway }) => {
  await gateway.toAgent('configure', { mustChangePassword: true })
  await submitSignIn(app.page)
  await expect(sessionBar(app.page)).toContainText('101')
  await expect(app.page.getByRole('alert').first()).toContainText('Your password must be changed')
})

test('a password about to expire: the days that are left', async ({ app, gateway }) => {
  await gateway.toAgent('configure', { passwordDaysLeft: 3 })
  await submitSignIn(app.page)
  await expect(notices(app.page)).toContainText('Your password expires in 3 days.')
})
