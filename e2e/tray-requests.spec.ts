import { hasControlPort, needsControlPort } from './support/host.ts'
import { linesOfSession, requestsOfSession } from './support/session-requests.ts'
import { expect, test } from './support/test.ts'

/* The same commands from the tray, without a look at the window. */

test.skip(!hasControlPort, needsControlPort)

test('the menu has the agreed entries and says why one cannot work', async ({ app }) => {
  expect((await app.tray()).filter((item) => item.type !== 'separator').map((item) => item.label)).toEqual([
    'Open Deskside',
    'Agent state',
    'Enter idle after call',
    'Phone linkage',
    'Skill sign-in',
    'Transfer longest-waiting call',
    'Sign out',
    'Quit',
  ])
  const item = await app.trayItem('Phone linkage')
  expect(item.enabled).toBe(false)
  expect(item.sublabel).toMatch(/sign in/i)
})

test('after-call state, linkage and skills', async ({ desk, gateway }) => {
  // While an answer is awaited the menu goes by what was asked, so each step waits for the gateway's answer, not the mark.
  const answered = (part: string, count: number): Promise<void> =>
    expect
      .poll(async () => (await gateway.requests(part)).filter((request) => request.retcode === '0').length)
      .toBe(count)

  await desk.clickTray('Enter idle after call')
  await answered('autoenteridle', 2)
  await expect.poll(async () => (await desk.trayItem('Enter idle after call')).checked).toBe(false)
  await desk.clickTray('Enter idle after call')
  await answered('autoenteridle', 3)
  await expect.poll(async () => (await desk.trayItem('Enter idle after call')).checked).toBe(true)
  expect((await linesOfSession(gateway, 'autoenteridle')).slice(1)).toEqual([
    'POST /onlineagent/101/autoenteridle/false',
    'POST /onlineagent/101/autoenteridle/true',
  ])

  await desk.clickTray('Phone linkage')
  await answered('resetskill', 2)
  await expect.poll(async () => (await desk.trayItem('Phone linkage')).checked).toBe(true)
  await desk.clickTray('Phone linkage')
  await answered('resetskill', 3)
  await expect.poll(async () => (await desk.trayItem('Phone linkage')).checked).toBe(false)
  await desk.clickTray('Skill sign-in', 'No skills')
  await answered('resetskill', 4)
  expect((await gateway.agent('101')).skills.signedIn).toEqual([])
  await desk.clickTray('Skill sign-in', 'All skills')
  await answered('resetskill', 5)
  expect((await gateway.agent('101')).skills.signedIn.length).toBeGreaterThan(1)
  expect((await linesOfSession(gateway, 'resetskill')).slice(1)).toEqual([
    'POST /onlineagent/101/resetskill/true?phonelinkage=1',
    'POST /onlineagent/101/resetskill/true?phonelinkage=0',
    'POST /onlineagent/101/resetskill/false?skillid=&phonelinkage=0',
    'POST /onlineagent/101/resetskill/true?phonelinkage=0',
  ])
})

test('chosen skills are those that were chosen in the window last', async ({ desk, gateway }) => {
  const { page } = desk
  await page.getByRole('radio', { name: 'Chosen skills' }).click()
  for (const name of ['Technical support', 'Premium', 'Web chat']) {
    await page.getByRole('checkbox', { name, exact: true }).setChecked(false)
  }
  for (const name of ['Billing', 'Sales'])
    await page.getByRole('checkbox', { name, exact: true }).setChecked(true)
  await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
  await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
  await desk.clickTray('Skill sign-in', 'All skills')
  await expect.poll(async () => (await gateway.agent('101')).skills.signedIn.length).toBeGreaterThan(2)
  await desk.clickTray('Skill sign-in', 'Chosen skills')
  await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
  expect((await linesOfSession(gateway, 'resetskill')).at(-1)).toBe(
    'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0',
  )
})

test('agent state and the longest-waiting call', async ({ desk, gateway }) => {
  await gateway.quiet()
  await desk.clickTray('Agent state', 'Busy')
  await expect.poll(async () => (await desk.trayItem('Agent state', 'Busy')).checked).toBe(true)
  const longest = await gateway.addCall(1)
  await gateway.addCall(1, '13800000002')
  await desk.clickTray('Transfer longest-waiting call', 'Technical support')
  await expect
    .poll(async () => (await requestsOfSession(gateway, 'assignuserinqueue')).map(({ body }) => body))
    .toEqual([{ callid: longest, skillid: 2 }])
  expect(await gateway.lines('assignuserinqueue')).toEqual(['PUT /calldata/101/assignuserinqueue'])
})

test('sign out', async ({ desk, gateway }) => {
  await desk.clickTray('Sign out')
  await expect(desk.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect((await gateway.agent('101')).state).toBe('signed-out')
  expect(await linesOfSession(gateway, 'logout')).toEqual(['DELETE /onlineagent/101/logout'])
})
