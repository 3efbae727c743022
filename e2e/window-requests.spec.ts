import { linesOfSession, managementRequests, requestsOfSession } from './support/session-requests.ts'
import { openBindings, unbindSelected } from './support/supervisor-page.ts'
import { expect, test } from './support/test.ts'
import { goBusy } from './support/window.ts'

/*
 * The five interfaces by clicks in the window: the exact request that reaches the gateway, with the Guid of the session,
 * and what the window shows afterwards.
 */

test('after-call switch', async ({ desk, gateway }) => {
  const { page } = desk
  const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
  await expect(toggle).toHaveAttribute('aria-checked', 'true')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-checked', 'false')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-checked', 'true')
  expect(await linesOfSession(gateway, 'autoenteridle')).toEqual([
    'POST /onlineagent/101/autoenteridle/true',
    'POST /onlineagent/101/autoenteridle/false',
    'POST /onlineagent/101/autoenteridle/true',
  ])
})

test('skill sign-in and phone linkage', async ({ desk, gateway }) => {
  const { page } = desk
  const apply = page.getByRole('button', { name: 'Apply skill sign-in' })
  const linkage = page.getByRole('switch', { name: 'Phone linkage' })

  await linkage.click()
  await expect(linkage).toHaveAttribute('aria-checked', 'true')
  await linkage.click()
  await expect(linkage).toHaveAttribute('aria-checked', 'false')

  await page.getByRole('radio', { name: 'Chosen skills' }).click()
  for (const [name, isWanted] of Object.entries({
    Billing: true,
    'Technical support': false,
    Sales: true,
    Premium: false,
    'Web chat': false,
  })) {
    await page.getByRole('checkbox', { name, exact: true }).setChecked(isWanted)
  }
  await apply.click()
  await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])

  await page.getByRole('radio', { name: 'No skills' }).click()
  await apply.click()
  await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([])

  expect(await linesOfSession(gateway, 'resetskill')).toEqual([
    'POST /onlineagent/101/resetskill/true?phonelinkage=0',
    'POST /onlineagent/101/resetskill/true?phonelinkage=1',
    'POST /onlineagent/101/resetskill/true?phonelinkage=0',
    'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0',
    'POST /onlineagent/101/resetskill/false?skillid=&phonelinkage=0',
  ])
})

test('transfer of a waiting call', async ({ desk, gateway }) => {
  const { page } = desk
  await gateway.quiet()
  await goBusy(page)
  const callId = await gateway.addCall(1)

  await page.getByRole('tab', { name: 'Queues' }).click()
  const table = page.getByRole('table', { name: 'Waiting calls' })
  await table.getByRole('button', { name: `Transfer call ${callId}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
  await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
  // Only queues of the same media type, and not the queue the call is in.
  await expect(page.getByRole('option')).toHaveText(['Technical support', 'Sales', 'Premium'])
  await page.getByRole('option', { name: 'Technical support' }).click()
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Technical support')
  await expect(table.getByRole('row').filter({ hasText: 'Technical support' })).toHaveCount(1)

  const requests = await requestsOfSession(gateway, 'assignuserinqueue')
  expect(requests).toHaveLength(1)
  expect(requests[0]).toMatchObject({
    method: 'PUT',
    path: '/agentgateway/resource/calldata/101/assignuserinqueue',
    body: { callid: callId, skillid: 2 },
    retcode: '0',
  })
})

test('roster of online agents', async ({ desk, gateway }) => {
  const { page } = desk
  const before = await gateway.mark()
  await page.getByRole('tab', { name: 'Team' }).click()
  const table = page.getByRole('table', { name: 'Online agents' })
  await expect(table.getByRole('row').filter({ hasText: '101' })).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Filter agents' }).fill('101')
  await expect(table.getByRole('row').filter({ has: page.getByRole('cell') })).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Filter agents' }).fill('nobody-of-that-name')
  await expect(table.getByRole('row').filter({ hasText: '101' })).toHaveCount(0)
  const seen = await linesOfSession(gateway, 'allonlineagents', before)
  expect(new Set(seen)).toEqual(new Set(['GET /agentgroup/101/allonlineagents']))
})

test('unbinding an account, and binding it again with its weights', async ({ desk, gateway }) => {
  const { page } = desk
  await openBindings(page, 'Sales')
  await unbindSelected(page, 'agent102')

  const released = await managementRequests(gateway, 'releaseAgentBySkillId')
  expect(released).toHaveLength(1)
  expect(released[0]).toMatchObject({
    method: 'POST',
    path: '/apiaccess/rest/cc-management/v1/agentAccount/releaseAgentBySkillId',
    body: { skillId: 3, userAccounts: ['agent102'] },
    status: 200,
  })

  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(page.getByRole('checkbox', { name: 'agent102' })).toBeVisible()
  const [again] = await managementRequests(gateway, 'addSkillsToAgent')
  expect(again?.body).toMatchObject({ userAccounts: ['agent102'], skillId: 3 })
})
