import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerSaveDialog } from '../support/save-dialog.ts'
import { hasControlPort, needsControlPort } from '../support/host.ts'
import { Keys } from '../support/keys.ts'
import { managementRequests, requestsOfSession } from '../support/session-requests.ts'
import { expect, test } from '../support/test.ts'
import { notices, stateRadio } from '../support/window.ts'

/* Queues, team and the supervisor's page without a mouse. */

test('queues: transfer a waiting call; team: find, choose columns, save; supervisor: unbind and undo', async ({
  desk,
  gateway,
}) => {
  test.skip(!hasControlPort, needsControlPort)
  test.slow()
  const { page } = desk
  const keys = new Keys(page)
  await gateway.quiet()

  await test.step('busy, because an idle agent is not shown who waits', async () => {
    await keys.tabTo(stateRadio(page, 'Idle'))
    await keys.arrowTo(stateRadio(page, 'Busy'))
    await keys.press('Enter')
    await expect(stateRadio(page, 'Busy')).toBeChecked()
  })

  await test.step('a waiting call is moved', async () => {
    const first = await gateway.addCall(1)
    await gateway.addCall(3, '13800000002')
    await keys.press('Control+2')
    await keys.expectAt(page.getByRole('tab', { name: 'Queues' }))
    const transfer = page.getByRole('button', { name: `Transfer call ${first}` })
    await keys.activate(transfer)
    const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
    const target = dialog.getByRole('combobox', { name: 'Target skill queue' })
    await keys.choose(target, page.getByRole('option', { name: 'Premium', exact: true }))
    await keys.activate(dialog.getByRole('button', { name: 'Transfer', exact: true }))
    await expect(dialog).toBeHidden()
    await expect(notices(page)).toContainText('Premium')
    expect((await requestsOfSession(gateway, 'assignuserinqueue')).map(({ body }) => body)).toEqual([
      { callid: first, skillid: 4 },
    ])
  })

  await test.step('the waiting calls in another order, and back', async () => {
    const head = page
      .getByRole('table', { name: 'Waiting calls' })
      .getByRole('columnheader', { name: 'Caller' })
    await keys.backTo(head.getByRole('button'))
    await keys.press('Enter')
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await keys.press('Space')
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await keys.expectAt(head.getByRole('button'))
  })

  await test.step('a dialog is left by Escape, and the focus is where it was', async () => {
    const transfer = page.getByRole('button', { name: /^Transfer call/ }).first()
    await keys.activate(transfer)
    await expect(page.getByRole('dialog', { name: 'Transfer waiting call' })).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await keys.expectAt(transfer)
  })

  const table = page.getByRole('table', { name: 'Online agents' })
  const rows = table.getByRole('row').filter({ has: page.getByRole('cell') })

  await test.step('the team: found, sorted, by queue, with other columns', async () => {
    await keys.backTo(page.getByRole('tab', { name: 'Queues' }))
    await keys.press('ArrowRight')
    await keys.expectAt(page.getByRole('tab', { name: 'Team' }))
    await expect(rows.first()).toBeVisible()

    const search = page.getByRole('searchbox', { name: 'Filter agents' })
    await keys.fill(search, '101')
    await expect(rows).toHaveCount(1)
    await keys.press('Escape')
    await expect(search).toHaveValue('')

    const byQueue = page.getByRole('button', { name: 'By queue' })
    const wasByQueue = await byQueue.getAttribute('aria-pressed')
    await keys.activate(byQueue, 'Space')
    await expect(byQueue).not.toHaveAttribute('aria-pressed', wasByQueue ?? '')
    await keys.press('Space')
    await expect(byQueue).toHaveAttribute('aria-pressed', wasByQueue ?? '')
    if (wasByQueue === 'true') await keys.press('Space')
    await keys.expectAt(byQueue)

    const columns = page.getByRole('menu', { name: 'Columns' })
    await keys.activate(page.getByRole('button', { name: 'Columns' }))
    await keys.takeInMenu(columns.getByRole('menuitemcheckbox', { name: 'Signed in' }))
    await expect(table.getByRole('columnheader', { name: 'Signed in' })).toHaveCount(0)
    await keys.press('Escape')
    await expect(columns).toBeHidden()

    await keys.activate(page.getByRole('button', { name: /^Busy/, pressed: false }), 'Space')
    await expect(page.getByRole('button', { name: /^Busy/ })).toHaveAttribute('aria-pressed', 'true')

    const name = table.getByRole('columnheader', { name: 'Name' })
    await keys.activate(name.getByRole('button'))
    await expect(name).toHaveAttribute('aria-sort', /ascending|descending/)

    await keys.tabTo(rows.first())
    await keys.press('ArrowDown', 'ArrowDown')
    await keys.expectAt(rows.nth(2))
    await keys.press('Home')
    await keys.expectAt(rows.first())
  })

  await test.step('the team is saved as a table', async () => {
    const path = join(desk.userData, 'team.csv')
    await keys.backTo(page.getByRole('button', { name: 'Save as a table (CSV)' }))
    await keys.press('Enter')
    await answerSaveDialog(desk, path)
    await expect(page.getByRole('status').filter({ hasText: 'team.csv' })).toBeVisible()
    expect((await readFile(path, 'utf8')).split('\n').length).toBeGreaterThan(2)
  })

  await test.step('supervisor: connect and choose a queue', async () => {
    await keys.press('Control+4')
    await keys.expectAt(page.getByRole('tab', { name: 'Supervisor' }))
    await keys.fill(page.getByRole('textbox', { name: 'App key' }), 'demo')
    await keys.fill(page.getByRole('textbox', { name: 'App secret' }), 'demo-secret')
    await keys.press('Enter')
    const queue = page.getByRole('combobox', { name: 'Skill queue' })
    await expect(queue).toBeVisible()
    await keys.choose(queue, page.getByRole('option', { name: 'Sales', exact: true }))
  })

  const boxes = page.getByRole('checkbox', { name: /^agent\d+$/ })

  await test.step('supervisor: choose a range, unbind, undo', async () => {
    await expect(boxes.first()).toBeVisible()
    const bound = await boxes.count()
    await keys.activate(boxes.first(), 'Space')
    await keys.press('Shift+ArrowDown')
    await keys.expectAt(boxes.nth(1))
    await expect(page.getByText('2 selected').first()).toBeVisible()
    await keys.activate(page.getByRole('button', { name: 'Unbind selected' }))
    const dialog = page.getByRole('dialog', { name: 'Confirm unbinding' })
    await keys.activate(dialog.getByRole('button', { name: 'Unbind', exact: true }))
    await expect(dialog).toBeHidden()
    await expect(boxes).toHaveCount(bound - 2)
    const [released] = await managementRequests(gateway, 'releaseAgentBySkillId')
    expect((released?.body as { userAccounts: readonly string[] }).userAccounts).toHaveLength(2)

    await keys.tabTo(page.getByRole('button', { name: /Undo/ }))
    await keys.press('Enter')
    await expect(boxes).toHaveCount(bound)
  })
})
