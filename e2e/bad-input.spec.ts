import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProgram } from './support/child-process.ts'
import { appCommand } from './support/host.ts'
import { expect, submitSignIn, test } from './support/test.ts'
import { askForTransfer, goBusy, headline } from './support/window.ts'

/* Each refusal says what happened and what to do, and nothing that was typed is lost. */

test.describe('sign-in', () => {
  test('wrong password', async ({ app }) => {
    await submitSignIn(app.page, { Password: 'wrong' })
    await expect(
      app.page
        .getByRole('alert')
        .filter({ hasText: /password/i })
        .first(),
    ).toContainText('100-004')
    await expect(app.page.getByRole('textbox', { name: 'Agent ID' })).toHaveValue('101')
  })

  test('an address where nobody answers', async ({ app }) => {
    await submitSignIn(app.page, { 'Gateway address': 'https://127.0.0.1:9' })
    await expect(app.page.getByRole('alert').filter({ hasText: /reach/i }).first()).toBeVisible()
    await expect(app.page.getByRole('textbox', { name: 'Gateway address' })).toHaveValue(
      'https://127.0.0.1:9',
    )
  })

  test('a certificate that nobody vouches for', async ({ launch, gateway }) => {
    const app = await launch('--gateway', gateway.url)
    await submitSignIn(app.page)
    await expect(
      app.page
        .getByRole('alert')
        .filter({ hasText: /certificate/i })
        .first(),
    ).toBeVisible()
    expect(await gateway.requests('onlineagent')).toEqual([])
  })

  test('already signed in elsewhere: asks, and takes over only when told to', async ({
    desk,
    launch,
    gateway,
  }) => {
    const { page } = desk
    const second = await launch('--user-data-dir', join(desk.userData, 'second'))
    await submitSignIn(second.page)
    const dialog = second.page.getByRole('dialog', { name: 'Already signed in' })
    await expect(dialog).toBeVisible()
    expect(await gateway.lines('forcelogin')).toEqual([])
    await dialog.getByRole('button', { name: 'Take over' }).click()
    await expect(second.page.getByRole('status', { name: 'Session' })).toContainText('101')
    await expect(headline(page, 'Your session was ended from elsewhere')).toBeVisible()
  })
})

test('a call that has gone cannot be transferred, and the row says so', async ({ desk, gateway }) => {
  const { page } = desk
  await gateway.quiet()
  await goBusy(page)
  const callId = await gateway.addCall(1)
  await gateway.addFault({ match: { path: '**/assignuserinqueue' }, action: { type: 'hold' } })
  await askForTransfer(page, callId, 'Sales')
  await gateway.held('assignuserinqueue')
  await gateway.hangUp(callId)
  await gateway.clearFaults()
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'is not waiting in a skill queue',
  )
})

test('a damaged settings file is kept aside and the agent is told', async ({ profile, launch }) => {
  await mkdir(profile, { recursive: true })
  await writeFile(join(profile, 'settings.json'), '{ "version": 2, "agentId": ')
  const app = await launch()
  await expect(app.page.getByRole('region', { name: 'Notifications' })).toContainText(/settings/i)
  const kept = (await readdir(profile)).find((name) => name.startsWith('settings.damaged-'))
  expect(await readFile(join(profile, kept!), 'utf8')).toBe('{ "version": 2, "agentId": ')
})

test('a second start shows the first window and ends', async ({ desk, gateway }) => {
  const second = startProgram([...(await appCommand()), '--headless', '--user-data-dir', desk.userData])
  expect(await second.ended).toBe(0)
  await expect(desk.page.getByRole('region', { name: 'Notifications' })).toContainText(/already running/i)
  expect((await gateway.agent('101')).state).not.toBe('signed-out')
})

test('a wrong option on the command line: one clear line, exit code 2', async ({ profile }) => {
  const program = startProgram([
    ...(await appCommand()),
    '--headless',
    '--user-data-dir',
    profile,
    '--gateway',
    'http://gateway.example',
  ])
  expect(await program.ended).toBe(2)
  expect(program.output()).toContain('--gateway')
})
