import { expectAgreement } from './support/agreement.ts'
import type { App, TrayItem } from './support/app.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { namesOf, readJournal } from './support/journal.ts'
import { expect, test } from './support/test.ts'
import { sessionBar } from './support/window.ts'

/*
 * While the gateway cannot be reached the agent goes on wishing, in the window and in the tray. The wishes are kept, the
 * last one of each kind wins, one that is taken back is never sent, and all of them leave exactly once.
 */

test.skip(!hasControlPort, needsControlPort)

const keptWords = 'Kept: will be sent when the gateway answers'
const orders = ['autoenteridle', 'resetskill', 'saybusy', 'sayfree'] as const

/** What a wish of this kind wrote into the journal, oldest first. */
const wishesOf = async (app: App, name: string): Promise<readonly string[]> =>
  (await readJournal(app, 'wish'))
    .filter((entry) => entry.name === name)
    .map(({ cause, details }) => `${String(details.what)}/${cause ?? ''}`)

test('wishes made in a silence are kept, and the last ones are sent once', async ({
  distantDesk,
  line,
  gateway,
}) => {
  const { page } = distantDesk
  const afterCall = page.getByRole('switch', { name: 'Enter idle after call' })
  const linkage = page.getByRole('switch', { name: 'Phone linkage' })
  const skills = page.getByRole('region', { name: 'Skill sign-in' })
  await expect(page.getByText('You serve 5 queues')).toBeVisible()
  const mark = await gateway.mark()
  const sent = async (): Promise<readonly string[]> =>
    (await Promise.all(orders.map((part) => gateway.lines(part, mark)))).flat()

  /** The tray has this item, and it is so. */
  const seen = (path: readonly string[], item: Partial<TrayItem>): Promise<void> =>
    expect(async () => expect(await distantDesk.trayItem(...path)).toMatchObject(item)).toPass()

  await line.cut()
  await expect(sessionBar(page)).toContainText('No answer since')
  await expect
    .poll(() => distantDesk.control('GET', '/tray/icon'))
    .toMatchObject({ toolTip: 'Deskside: no contact with the gateway' })

  // In the window: after-call off, linkage on, two of the queues.
  await afterCall.click()
  await expect(page.getByText(keptWords)).toHaveCount(1)
  await linkage.click()
  await expect(page.getByText(keptWords)).toHaveCount(2)
  await page.getByRole('radio', { name: 'Chosen skills' }).click()
  for (const name of ['Technical support', 'Premium', 'Web chat']) {
    await page.getByRole('checkbox', { name, exact: true }).setChecked(false)
  }
  await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
  await expect(skills).toContainText(keptWords)

  // In the tray: the same wishes are there, and skills are wished once more. The last wish wins.
  await seen(['Enter idle after call (kept)'], { checked: false })
  await seen(['Phone linkage (kept)'], { checked: true })
  await seen(['Skill sign-in (kept)', 'Chosen skills (kept)'], {})
  await distantDesk.clickTray('Skill sign-in (kept)', 'No skills')
  await seen(['Skill sign-in (kept)', 'No skills (kept)'], {})
  await distantDesk.clickTray('Skill sign-in (kept)', 'Chosen skills')
  await seen(['Skill sign-in (kept)', 'Chosen skills (kept)'], {})
  await distantDesk.clickTray('Agent state', 'Busy')
  await seen(['Agent state (kept)', 'Busy (kept)'], {})

  // Taken back: the after-call state is what it was, and is not sent again.
  await page.getByRole('button', { name: 'Keep on' }).click()
  await expect(afterCall).toHaveAttribute('aria-checked', 'true')
  await seen(['Enter idle after call'], { checked: true })
  expect(await sent()).toEqual([])

  await line.mend()
  await expect(sessionBar(page)).toContainText('Connected since')
  await expect(linkage).toHaveAttribute('aria-checked', 'true')
  await expect(page.getByText('You serve 2 queues')).toBeVisible()
  await expect(skills).toContainText('Confirmed')
  await expect(page.getByRole('radio', { name: 'Busy' })).toBeChecked()
  await expect(page.getByText(keptWords)).toHaveCount(0)
  await expect
    .poll(() => gateway.agent('101'))
    .toMatchObject({ state: 'busy', skills: { signedIn: [1, 3] }, linkage: 'linked', autoEnterIdle: true })
  expect(await sent()).toEqual([
    'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=1',
    'POST /onlineagent/101/saybusy',
  ])

  expect((await wishesOf(distantDesk, 'skills')).slice(1)).toEqual([
    'kept/window',
    'kept/tray',
    'kept/tray',
    'sent/recovery',
  ])
  expect((await wishesOf(distantDesk, 'after-call')).slice(1)).toEqual(['kept/window', 'taken-back/window'])
  const phases = namesOf(await readJournal(distantDesk, 'transition'))
  expect([phases[2], phases.at(-1)]).toEqual(['doubtful/poll-failed', 'online/caught-up'])
})

test('wishes of a session that ended in the silence go with the next sign-in', async ({
  distantDesk,
  line,
  gateway,
}) => {
  const { page } = distantDesk
  await line.cut()
  await expect(sessionBar(page)).toContainText('No answer since')
  await page.getByRole('switch', { name: 'Phone linkage' }).click()
  await expect(page.getByText(keptWords)).toHaveCount(1)
  await gateway.toAgent('kick', { by: 'silence' })
  await line.mend()

  await page.getByRole('button', { name: 'Sign in again', exact: true }).click()
  await expect(sessionBar(page)).toContainText('Connected since')
  await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'true')
  await expect
    .poll(async () => (await gateway.lines('resetskill')).slice(1))
    .toEqual(['POST /onlineagent/101/resetskill/true?phonelinkage=1'])
})

test('a kept wish for the phone carries the queues along, and the window says which are served', async ({
  distantDesk,
  line,
  gateway,
}) => {
  const { page } = distantDesk
  await expect(page.getByText('You serve 5 queues')).toBeVisible()
  await line.cut()
  await expect(sessionBar(page)).toContainText('No answer since')
  await page.getByRole('switch', { name: 'Phone linkage' }).click()
  await gateway.toAgent('skills', { skillIds: [1, 2, 3] })
  await line.mend()
  await expect.poll(async () => (await gateway.agent('101')).linkage).toBe('linked')
  await expectAgreement(page, gateway)
})
