import { hasControlPort, needsControlPort } from '../support/host.ts'
import { Keys } from '../support/keys.ts'
import { expect, test } from '../support/test.ts'
import { absenceCard, notices } from '../support/window.ts'

/* What is told, looked up and left, without a mouse. */

test('notices, the card of an absence, the journal, quit and sign out', async ({ desk, gateway }) => {
  test.skip(!hasControlPort, needsControlPort)
  const { page } = desk
  const keys = new Keys(page)

  await test.step('the card of an absence is read and dismissed', async () => {
    await desk.control('POST', '/power', { event: 'suspend' })
    await desk.control('POST', '/clock', { advanceMs: 300_000 })
    await desk.control('POST', '/power', { event: 'resume' })
    await expect(absenceCard(page)).toContainText('the computer slept')
    await keys.activate(absenceCard(page).getByRole('button', { name: 'Got it' }))
    await expect(absenceCard(page)).toHaveCount(0)
  })

  await test.step('a notice is dismissed', async () => {
    await gateway.quiet()
    await gateway.toAgent('configure', { linkage: 'fails' })
    await keys.activate(page.getByRole('switch', { name: 'Phone linkage' }), 'Space')
    await expect(notices(page)).toContainText('The phone could not be linked')
    await keys.backTo(notices(page).getByRole('button', { name: 'Dismiss' }))
    await keys.press('Enter')
    await expect(notices(page).getByRole('listitem')).toHaveCount(0)
  })

  const log = page.getByRole('list', { name: 'Activity' })

  await test.step('the journal: by kind, by text, and copied', async () => {
    await keys.press('Control+5')
    await keys.expectAt(page.getByRole('tab', { name: 'Activity' }))
    await expect(log.getByRole('listitem').first()).toBeVisible()
    await keys.choose(
      page.getByRole('combobox', { name: 'Kind' }),
      page.getByRole('option', { name: 'Gap', exact: true }),
    )
    await expect(log.getByRole('listitem')).toHaveCount(1)
    await expect(log).toContainText('The computer slept')
    await keys.backTo(page.getByRole('searchbox', { name: 'Filter activity' }))
    await keys.type('no such line')
    await expect(log).toHaveCount(0)
    await keys.press('ControlOrMeta+A', 'Delete')
    await expect(log.getByRole('listitem')).toHaveCount(1)
    await keys.activate(page.getByRole('button', { name: 'Copy as text' }))
    await expect
      .poll(async () => (await desk.control<{ text: string }>('GET', '/clipboard')).text)
      .toMatch(/gap +sleep/)
  })

  await test.step('quit is asked about, and cancelled', async () => {
    await keys.activate(page.getByRole('button', { name: 'Quit', exact: true }))
    const dialog = page.getByRole('dialog', { name: 'Quit Deskside?' })
    await keys.activate(dialog.getByRole('button', { name: 'Cancel' }))
    await expect(dialog).toBeHidden()
    await keys.expectAt(page.getByRole('button', { name: 'Quit', exact: true }))
    expect((await gateway.agent('101')).session).not.toBeNull()
  })

  await test.step('sign out, and the form has the focus', async () => {
    await keys.activate(page.getByRole('button', { name: 'Sign out' }))
    await expect.poll(async () => (await gateway.agent('101')).state).toBe('signed-out')
    await keys.expectAt(page.getByRole('textbox', { name: 'Password' }))
  })
})
