import { basename } from 'node:path'
import { trayIconPath } from '../../src/main/tray/tray-icons.ts'
import { doors } from '../../src/shared/domain/truth-line.ts'
import { commandNames } from '../../src/shared/commands/command.ts'
import { callActions } from '../../src/shared/domain/call-control.ts'
import { requestableStates } from '../../src/shared/domain/agent.ts'
import { shownParts } from '../../src/shared/ipc/contract.ts'
import { formatCommand } from '../../src/shared/commands/format-command.ts'
import { expect } from '@playwright/test'
import { toLine, type SeenRequest } from '../support/world.ts'
import { hasControlPort, needsControlPort } from '../support/host.ts'
import { readJournal } from '../support/journal.ts'
import { requestsOfSession } from '../support/session-requests.ts'
import { doorCases, notHere } from './commands.ts'
import type { DoorCase } from './door-case.ts'
import { callWaits, endCalls, signedIn } from './situations.ts'
import { answerDialog, ask, startAgain } from './routes.ts'
import { doorsTest, type DoorsStage } from './stage.ts'

/*
 * Every command of the table through every door that offers it: the same requests at the gateway, each under the Guid of the
 * session, and the door in the journal. One app for all of them.
 */

const test = doorsTest(doorCases.map(({ text }) => text))
test.describe.configure({ mode: 'default' })
test.skip(!hasControlPort, needsControlPort)

test('no command and no door is forgotten', async () => {
  const all = commandNames.flatMap((name) => {
    if (name === 'call') return callActions.map((action) => formatCommand({ name, action }))
    if (name === 'state')
      return requestableStates.map((state) => formatCommand({ name, state, reason: null }))
    if (name === 'show') return shownParts.map((part) => formatCommand({ name, part }))
    return [name]
  })
  const isThere = (wanted: string): boolean =>
    notHere[wanted] !== undefined ||
    doorCases.some(({ text }) => text === wanted || text.startsWith(`${wanted}=`))
  expect(all.filter((wanted) => !isThere(wanted))).toEqual([])
  const withoutWay = doorCases.flatMap(({ text, notAt = {}, ...ways }) =>
    (['window', 'tray'] as const)
      .filter((door) => (ways[door] === undefined) !== (notAt[door] !== undefined))
      .map((door) => `${text} at the ${door}`),
  )
  expect(withoutWay).toEqual([])
})

/** Figures of queues are a question, though they are asked for by POST. */
const isChange = ({ method, path }: SeenRequest): boolean =>
  method !== 'GET' && !path.includes('/agentevent/') && !path.includes('/queryacdstat')

/** Which call it is, is another thing each time. */
const masked = (request: SeenRequest): string => toLine(request).replace(/callid=[\d-]+/, 'callid=…')

/** Most effects are there within a few milliseconds, and there are two hundred walks. */
const often = { intervals: [10, 20, 50, 100, 250] }

async function walk(stage: DoorsStage, wanted: DoorCase, door: (typeof doors)[number]): Promise<void> {
  const { app, gateway } = stage
  await wanted.before?.(stage)
  const body = await wanted.body?.(stage)
  const mark = await gateway.mark()
  const newest = (await readJournal(app)).at(-1)?.id ?? 0
  const changes = async () => (await requestsOfSession(gateway, '', mark)).filter(isChange)

  await ask[door](stage, wanted)
  await expect
    .poll(async () => (await changes()).map(masked), { ...often, message: `${wanted.text} at ${door}` })
    .toEqual(wanted.lines)
  if (body !== undefined) expect((await changes()).at(-1)?.body).toEqual(body)
  await wanted.seen?.(stage)
  const { journal } = wanted
  const written = async (kind: 'command' | 'answer') =>
    (await readJournal(app, kind)).filter(({ id }) => id > newest)
  // The next situation is made from what the desk knows, so the desk has to have heard the answers.
  await expect.poll(async () => (await written('answer')).length >= wanted.lines.length, often).toBe(true)
  if (journal === null) return
  const asked = async () => (await written('command')).filter(({ name }) => name === journal)
  await expect.poll(async () => (await asked()).map(({ cause }) => cause), often).toEqual([door])
}

for (const wanted of doorCases) {
  test(wanted.text, async ({ stage }) => {
    for (const door of doors) {
      if (wanted.notAt?.[door] === undefined) await test.step(door, () => walk(stage, wanted, door))
    }
    await wanted.after?.(stage)
  })
}

test('the icon of the tray shows the state, and how many calls wait', async ({ stage }) => {
  const { app } = stage
  const icon = () =>
    app.control<{ image: { path?: string }; toolTip: string }>('GET', '/tray/icon').then((shown) => ({
      file: basename(shown.image.path ?? ''),
      tip: shown.toolTip,
    }))
  const fileFor = (waiting: number) => basename(trayIconPath('', 'busy', waiting, process.platform))
  await signedIn(stage)
  await callWaits(stage)
  await expect.poll(icon).toEqual({ file: fileFor(1), tip: expect.stringContaining('1') as unknown })
  await endCalls(stage)
  await expect.poll(async () => (await icon()).file).toBe(fileFor(0))
})

test('a link that is not allowed does nothing, and a wrong command line ends with code 2', async ({
  app,
  gateway,
}) => {
  const mark = await gateway.mark()
  await app.control('POST', '/open-url', { url: 'deskside://sign-out' })
  await answerDialog(app, 1)
  await app.control('POST', '/open-url', { url: 'deskside://give/everything' })
  await expect(app.page.getByRole('region', { name: 'Notifications' })).toContainText('does not understand')
  expect(await startAgain(app, '--command', 'auto-idle=of')).toContain(
    '--command: auto-idle takes on, off or toggle',
  )
  expect((await gateway.requests('logout', mark)).length).toBe(0)
})
