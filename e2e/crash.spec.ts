import { namesOf, readJournal } from './support/journal.ts'
import { expect, submitSignIn, test } from './support/test.ts'
import { linkPhone, sessionBar } from './support/window.ts'

/* The program is killed in the middle of work: nothing is signed out, nothing was promised, and the next start tells. */

test('after a kill the journal ends where the work ended, and the session is taken over', async ({
  desk,
  gateway,
  launch,
}) => {
  await linkPhone(desk.page)
  const before = await readJournal(desk)
  // A command is on the disk before it is sent, and all that came before it too: an event just heard may not be yet.
  await desk.page.getByRole('switch', { name: 'Enter idle after call' }).click()
  await expect.poll(() => gateway.lines('autoenteridle')).toHaveLength(2)
  expect(await desk.stop('SIGKILL')).toBeNull()
  expect(await gateway.agent('101')).toMatchObject({ session: { by: 'client' } })

  const again = await launch()
  const kept = await readJournal(again)
  expect(kept.slice(0, before.length)).toEqual(before)
  expect(namesOf(kept.filter(({ kind }) => kind === 'app'))).toEqual(['start', 'start'])
  const mark = await gateway.mark()
  await submitSignIn(again.page)
  const dialog = again.page.getByRole('dialog', { name: 'Already signed in' })
  await expect(dialog).toBeVisible()
  expect(await gateway.lines('forcelogin')).toEqual([])
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(sessionBar(again.page)).toContainText('Connected since')
  // The wish outlived the program.
  await expect(again.page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute(
    'aria-checked',
    'true',
  )
  await expect
    .poll(() => gateway.lines('resetskill', mark))
    .toEqual(['POST /onlineagent/101/resetskill/true?phonelinkage=1'])

  await again.page.getByRole('tab', { name: 'Activity' }).click()
  const lines = again.page.getByRole('list', { name: 'Activity' }).getByRole('listitem')
  await expect(lines.filter({ hasText: 'Deskside started' })).toHaveCount(2)
  await expect(lines.filter({ hasText: 'Phone linkage' }).filter({ hasText: 'Asked' })).toContainText(
    'The phone is to be linked.',
  )
})
