import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { RecordingProxy } from './support/recording-proxy.ts'
import { requestsOfSession } from './support/session-requests.ts'
import { connectSupervisor, openBindings, unbindSelected } from './support/supervisor-page.ts'
import { expect, signIn, submitSignIn, test } from './support/test.ts'
import { goBusy } from './support/window.ts'

/* After a full session nothing secret is left on disk or was printed: not in settings, logs, or the page's own storage. */

/** Folders where Chromium keeps compiled scripts and pictures of its own pages. */
const browserCaches = /(?:^|\/)(?:(?:\w+)?Cache|Code Cache|component_crx_cache|extensions_crx_cache)(?:\/|$)/i

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !browserCaches.test(relative(folder, path)))
}

/** Which of the texts a file holds, in either of the forms browsers write text. */
function held(content: Buffer, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => content.includes(text) || content.includes(Buffer.from(text, 'utf16le')))
}

test('no secret outlives the session, on disk or in the output', async ({ launch, gateway, profile }) => {
  const management = await RecordingProxy.start(gateway)
  const app = await launch('--management', management.url)
  const { page } = app
  const caller = '13987654321'

  await submitSignIn(page, { Password: 'Wrong#Secret9' })
  await expect(page.getByRole('alert').filter({ hasText: '100-004' }).first()).toBeVisible()
  await signIn(page)
  await gateway.quiet()
  await goBusy(page)

  const callId = await gateway.addCall(1, caller)
  await page.getByRole('tab', { name: 'Queues' }).click()
  await page.getByRole('button', { name: `Transfer call ${callId}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
  await expect(dialog).toContainText(caller)
  await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
  await page.getByRole('option', { name: 'Sales' }).click()
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog).toBeHidden()

  await connectSupervisor(page, { appSecret: 'Wrong#AppSecret7' })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await openBindings(page, 'Sales')
  await unbindSelected(page, 'agent102')

  const guid = (await requestsOfSession(gateway, 'assignuserinqueue'))[0]?.headers.guid
  const [token] = management.tokens
  if (guid == null || token === undefined) throw new Error('the session has no Guid or no token')
  expect(management.authorizations).toContain(`Bearer ${token}`)
  expect(await app.stop()).toBe(0)
  await management.stop()

  const secrets = {
    password: 'Deskside#101',
    'wrong password': 'Wrong#Secret9',
    'app secret': 'demo-secret',
    'wrong app secret': 'Wrong#AppSecret7',
    Guid: guid,
    token,
    caller,
  }
  const texts = Object.values(secrets)
  const files = await filesBelow(profile)
  const names = files.map((path) => relative(profile, path))
  // The search is worth something only if what it must cover is there.
  expect(names).toEqual(expect.arrayContaining(['settings.json', 'logs/deskside.log']))
  expect(names.some((name) => name.includes('Local Storage'))).toBe(true)
  const journals = files.filter((path) => relative(profile, path).startsWith(join('journal', '')))
  expect(journals).not.toEqual([])
  const found: string[] = []
  for (const path of files) {
    for (const text of held(await readFile(path), texts)) {
      const which = Object.entries(secrets).find(([, value]) => value === text)?.[0]
      found.push(`${which ?? text} in ${relative(profile, path)}`)
    }
  }
  expect(found).toEqual([])
  // The journal has all of it, and of people nothing but the ID.
  const journal = Buffer.concat(await Promise.all(journals.map((path) => readFile(path))))
  expect(held(journal, ['assignUserInQueue', '100-004', callId])).toHaveLength(3)
  expect(held(journal, [...texts, '8101', 'demo'])).toEqual([])
  // The agent's own phone is no secret to his own computer and is kept: the same search finds it.
  expect(held(await readFile(join(profile, 'settings.json')), ['8101'])).toEqual(['8101'])
  expect(held(Buffer.from(app.program.output()), texts)).toEqual([])
})
