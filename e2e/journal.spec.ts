import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { namesOf, readJournal } from './support/journal.ts'
import { expect, signIn, test } from './support/test.ts'

/* The journal outlives the program; what it must never hold is looked for in `secrets.spec.ts`. */

test('a journal the disk does not take is told, and goes on in memory', async ({ launch, profile }) => {
  await writeFile(join(profile, 'journal'), 'not a folder')
  const app = await launch()
  await expect(app.page.getByRole('region', { name: 'Notifications' })).toContainText('activity log')
  expect(namesOf(await readJournal(app, 'app'))).toContain('start')
  expect(await app.stop()).toBe(0)
})

test('a later start reads what the one before did, to its end', async ({ launch, gateway, profile }) => {
  const first = await launch()
  await signIn(first.page)
  await expect.poll(() => gateway.lines('resetskill')).toHaveLength(1)
  expect(await first.stop()).toBe(0)

  const second = await launch()
  const app = namesOf(await readJournal(second, 'app'))
  expect(app).toEqual(['start', 'end', 'start'])
  const ids = (await readJournal(second)).map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  expect(namesOf(await readJournal(second, 'transition')).at(-1)).toBe('signed-out/signed-out-at-quit')
  expect(namesOf(await readJournal(second, 'answer'))).toEqual(
    expect.arrayContaining(['login', 'resetSkill', 'logout']),
  )

  const folder = join(profile, 'journal')
  const modes = await Promise.all(
    [folder, ...(await readdir(folder)).map((name) => join(folder, name))].map(
      async (path) => (await stat(path)).mode & 0o777,
    ),
  )
  expect(modes).toEqual([0o700, 0o600])
})

test('a page that dies is in the journal', async ({ desk, profile }) => {
  test.skip(!hasControlPort, needsControlPort)
  const folder = join(profile, 'journal')
  const lines = async (): Promise<string> =>
    (await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))).join('')
  const [window] = await desk.control<readonly { id: number }[]>('GET', '/windows')
  await desk.control('POST', `/windows/${window!.id}/crash`)
  await expect.poll(lines).toContain('"name":"window-crashed","cause":"crashed"')
})
