import type { App } from './support/app.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { namesOf, readJournal } from './support/journal.ts'
import { expect, test } from './support/test.ts'

/*
 * Times in which the program heard nothing, in the built app: the system sleeps, or the program does not run. The time of
 * day is set forward by the host; nobody waits.
 */

test.skip(!hasControlPort, needsControlPort)

const minuteMs = 60_000

const gaps = async (app: App): Promise<readonly string[]> => namesOf(await readJournal(app, 'gap'))
const phases = async (app: App): Promise<readonly string[]> => namesOf(await readJournal(app, 'transition'))

test('a locked screen is no gap', async ({ desk }) => {
  for (const event of ['lock-screen', 'unlock-screen']) await desk.control('POST', '/power', { event })
  // Whatever a power event leads to happens before the next sign that the gateway was asked.
  await desk.clickTray('Phone linkage')
  await expect.poll(async () => (await desk.trayItem('Phone linkage')).checked).toBe(true)
  expect(await gaps(desk)).toEqual([])
})

test('a sleep is one gap, and everything is read anew', async ({ desk, gateway }) => {
  const mark = await gateway.mark()
  await desk.control('POST', '/power', { event: 'suspend' })
  await desk.control('POST', '/clock', { advanceMs: 5 * minuteMs })
  await desk.control('POST', '/power', { event: 'resume' })
  await expect
    .poll(() => phases(desk))
    .toEqual(expect.arrayContaining(['recovering/gap-found', 'online/caught-up']))
  expect(await gaps(desk)).toEqual(['sleep'])
  const [gap] = await readJournal(desk, 'gap')
  expect(gap!.details.seconds).toBeGreaterThanOrEqual(300)
  const read = await gateway.lines('', mark)
  for (const part of ['agentstatus', 'allonlineagents']) expect(read.join('\n')).toContain(part)
  await expect
    .poll(async () => (await desk.control<{ toolTip: string }>('GET', '/tray/icon')).toolTip)
    .toBe('Deskside: idle')
})

test('a time in which the program did not run is found by itself', async ({ desk }) => {
  await desk.control('POST', '/clock', { advanceMs: 30_000 })
  await expect.poll(() => gaps(desk)).toEqual(['clock-jump'])
  await expect.poll(async () => (await phases(desk)).at(-1)).toBe('online/caught-up')
})

test('a session that is gone after a sleep is said to be gone, in the tray as well', async ({
  desk,
  gateway,
}) => {
  await desk.control('POST', '/power', { event: 'suspend' })
  await gateway.addFault({ match: { path: '**' }, action: { type: 'expire-guid' } })
  await desk.control('POST', '/clock', { advanceMs: 5 * minuteMs })
  await desk.control('POST', '/power', { event: 'resume' })
  await expect
    .poll(async () => (await desk.control<{ toolTip: string }>('GET', '/tray/icon')).toolTip)
    .toBe('Deskside: your session has ended')
  expect(await desk.trayItem('Phone linkage')).toMatchObject({
    enabled: false,
    sublabel: 'Your session has ended: sign in again in the window',
  })
})
