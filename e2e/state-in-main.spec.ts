import { commandChannels, eventChannels } from '../src/shared/ipc/channels.ts'
import { linesOfSession } from './support/session-requests.ts'
import { openSecondWindow } from './support/second-window.ts'
import { expect, signIn, test } from './support/test.ts'
import { linkPhone } from './support/window.ts'

/* The truth lives in main: windows come and go, the session and the wishes stay. */

test('the linkage flag survives a restart and goes with the first reset', async ({
  desk,
  gateway,
  launch,
}) => {
  await linkPhone(desk.page)
  await desk.stop()
  expect((await gateway.agent('101')).state).toBe('signed-out')

  const before = await gateway.mark()
  const again = await launch()
  await signIn(again.page)
  await expect.poll(() => gateway.lines('agentevent', before)).not.toEqual([])
  await expect
    .poll(() => linesOfSession(gateway, 'resetskill', before))
    .toEqual(['POST /onlineagent/101/resetskill/true?phonelinkage=1'])
})

test('a reloaded window shows the same desk without asking the gateway to sign in again', async ({
  desk,
  gateway,
}) => {
  await desk.page.getByRole('switch', { name: 'Enter idle after call' }).click()
  await expect(desk.page.getByRole('switch', { name: 'Enter idle after call' })).toHaveAttribute(
    'aria-checked',
    'false',
  )
  await desk.page.reload()
  await expect(desk.page.getByRole('status', { name: 'Session' })).toContainText('101')
  await expect(desk.page.getByRole('switch', { name: 'Enter idle after call' })).toHaveAttribute(
    'aria-checked',
    'false',
  )
  expect(
    (await gateway.requests('/onlineagent/101')).filter((request) => request.method === 'PUT'),
  ).toHaveLength(1)
})

test('a second window shows the same snapshot, and both follow', async ({ desk }) => {
  const second = await openSecondWindow(desk)
  await expect(second.getByRole('status', { name: 'Session' })).toContainText('101')
  await desk.page.getByRole('switch', { name: 'Phone linkage' }).click()
  for (const page of [desk.page, second]) {
    await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'true')
  }
  const revision = async (page: typeof second): Promise<number> =>
    page.evaluate(async () => {
      const api = (
        window as unknown as { deskside: { getSnapshot(): Promise<{ value: { revision: number } }> } }
      ).deskside
      return (await api.getSnapshot()).value.revision
    })
  await expect.poll(async () => (await revision(second)) - (await revision(desk.page))).toBe(0)
})

test('the page has nothing but the named functions', async ({ app }) => {
  const keys = await app.page.evaluate(() =>
    Object.keys((window as unknown as { deskside: object }).deskside).sort(),
  )
  // One for each channel, so that none is a door to another.
  expect(keys).toHaveLength(commandChannels.length + eventChannels.length)
  expect(keys.every((key) => !/invoke|send|^on$|ipc/i.test(key))).toBe(true)
  const globals = await app.page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
  }))
  expect(globals).toEqual({ require: 'undefined', process: 'undefined' })
})
