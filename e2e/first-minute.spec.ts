import { stdout } from 'node:process'
import type { Locator } from '@playwright/test'
import { App } from './support/app.ts'
import { expect, test as base } from './support/test.ts'
import { linkageSwitch, sessionBar, stateRadio } from './support/window.ts'
import { World } from './support/world.ts'

/*
 * The first minute of a person who has never seen Deskside, without a manual and without a gateway: every click is counted,
 * and what each thing costs is printed. Nothing is typed.
 */

/** The most that each may cost. */
const most = {
  'sign in to the demo': 1,
  'serve two of five queues': 5,
  'see who waits': 1,
  'move a waiting call from the desk': 3,
  'auto-idle off': 2,
  'link the phone': 2,
} as const
type Task = keyof typeof most

/** The app as it is when nobody has said anything: no gateway, no settings. */
const test = base.extend<{ readonly newcomer: App }>({
  newcomer: async ({ profile }, use) => {
    const app = await App.start(profile)
    await use(app)
    await app.stop()
  },
})

test('from nothing to a moved call and a changed rule, in few clicks', async ({ newcomer: app }) => {
  const { page } = app
  const world = new World(((await app.program.ready) as { readonly control: string }).control)
  const clicks = new Map<Task, number>()
  const click = async (task: Task, target: Locator): Promise<void> => {
    await target.click()
    clicks.set(task, (clicks.get(task) ?? 0) + 1)
  }
  const startedAt = performance.now()

  await test.step('sign in to the demo', async () => {
    await click('sign in to the demo', page.getByRole('button', { name: 'Try the demo' }))
    await expect(sessionBar(page)).toContainText('101')
    await expect(page.getByText('You serve 5 queues')).toBeVisible()
  })

  await test.step('serve two of five queues', async () => {
    const task = 'serve two of five queues'
    await click(task, page.getByRole('radio', { name: 'Chosen skills' }))
    for (const name of ['Technical support', 'Premium', 'Web chat'])
      await click(task, page.getByRole('checkbox', { name, exact: true }))
    await click(task, page.getByRole('button', { name: 'Apply skill sign-in' }))
    await expect.poll(async () => (await world.agent('101')).skills.signedIn).toEqual([1, 3])
  })

  await test.step('see who waits, and move the first of them', async () => {
    await click('see who waits', stateRadio(page, 'Busy'))
    await expect(stateRadio(page, 'Busy')).toBeChecked()
    // In the demo colleagues answer, and callers come and give up: not the one of this test.
    await world.quiet()
    for (const { callid } of await world.calls()) await world.hangUp(callid)
    await world.addCall(1)
    const task = 'move a waiting call from the desk'
    await click(task, page.getByRole('button', { name: 'Transfer longest waiting call' }))
    await click(task, page.getByRole('menuitem', { name: 'Premium' }))
    const moves = () => world.requests('/assignuserinqueue')
    await expect.poll(async () => (await moves()).map(({ retcode }) => retcode)).toEqual(['0'])
    expect((await moves())[0]?.body).toMatchObject({ skillid: 4 })
  })

  await test.step('auto-idle off, and the phone linked', async () => {
    await click('auto-idle off', page.getByRole('switch', { name: 'Enter idle after call' }))
    await expect.poll(async () => (await world.agent('101')).autoEnterIdle).toBe(false)
    await click('link the phone', linkageSwitch(page))
    await expect.poll(async () => (await world.agent('101')).linkage).toBe('linked')
  })

  const seconds = (performance.now() - startedAt) / 1000
  for (const [task, count] of clicks) {
    stdout.write(`${String(count)} ${count === 1 ? 'click' : 'clicks'}: ${task}\n`)
    expect(count, task).toBeLessThanOrEqual(most[task])
  }
  const all = [...clicks.values()].reduce((sum, count) => sum + count, 0)
  stdout.write(`${all} clicks in all, nothing typed, ${seconds.toFixed(1)} s\n`)
  expect([...clicks.keys()].toSorted()).toEqual(Object.keys(most).toSorted())
})
