import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { defaultPreferences } from '../../../../shared/preferences/default-preferences.ts'
import { err } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { confirmed, deskSnapshot, queueFigures, queuesSnapshot, switchView } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { base, busyLine, loud, openQueues } from './testing/open-queues.ts'

/* The agent's queues with their figures. */

describe('when there is nothing to show', () => {
  test('figures not read yet are not called none', async () => {
    const { panel } = await openQueues(
      queuesSnapshot([], { read: { isLoading: true, readAt: null, error: null } }),
    )
    await expect.element(panel.getByText('Reading the figures of your queues…')).toBeVisible()
    await expect.element(panel.getByText('Signed in to no queue')).not.toBeInTheDocument()
  })

  test('an agent of no queue is told so, and where to choose', async () => {
    const skills = {
      ...deskSnapshot().skills,
      ...switchView<readonly number[]>(confirmed([]), (a, b) => a.join() === b.join()),
    }
    const { panel } = await openQueues(queuesSnapshot([]), { skills })
    await expect.element(panel.getByText('Signed in to no queue')).toBeVisible()
    await expect.element(panel.getByText(/Choose queues under Skill sign-in/)).toBeVisible()
  })

  test('figures that could not be read say why, and can be read again', async () => {
    const read = { isLoading: false, readAt: null, error: { code: 'timed-out' } } as const
    const { bridge, panel } = await openQueues(queuesSnapshot([], { read }))
    await expect.element(panel.getByRole('alert')).toMatchTextContent(/did not answer in time/)
    await panel.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.refreshQueues).toHaveBeenCalledTimes(1)
  })

  test('a bridge that does not answer is a failure too', async () => {
    const bridge = stubBridge(deskSnapshot())
    bridge.getQueues.mockResolvedValue(err({ code: 'internal' }))
    const screen = await renderApp(bridge, { 'deskside.view': 'waiting' })
    await expect.element(screen.getByRole('region', { name: 'My queues' }).getByRole('alert')).toBeVisible()
  })

  test('a queue of which the gateway says nothing has no zeros', async () => {
    const { panel } = await openQueues(queuesSnapshot([busyLine]))
    const second = panel.getByRole('listitem').nth(1)
    await expect.element(second).toMatchTextContent('The gateway gives no figures of this queue.')
    await expect.element(second).not.toMatchTextContent('0')
  })
})

test('each queue tells its figures, how loud it is, and half an hour in words', async () => {
  const { panel } = await openQueues()
  const first = panel.getByRole('listitem').nth(0)
  await expect
    .element(first)
    .toMatchTextContent(/Billing\s*Needs attention\s*6\s*Waiting\s*(?:1:[3-5]|[2-9]:\d)\d\s*Longest/)
  await expect.element(first).toMatchTextContent(/12\s*Agents on\s*1\s*Free/)
  await expect
    .element(first.getByRole('img', { name: 'Last 30 minutes: at most 9 waiting, now 6.' }))
    .toBeVisible()
  await expect.element(panel.getByRole('listitem').nth(1)).toMatchTextContent(/0\s*Waiting\s*–\s*Longest/)
})

test('of two hundred queues all have a name, and only those in sight their figures', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => index + 1)
  const skills = {
    ...deskSnapshot().skills,
    ...switchView<readonly number[]>(confirmed(ids), (a, b) => a.join() === b.join()),
  }
  const { panel } = await openQueues(queuesSnapshot(ids.map((skillId) => queueFigures({ skillId }))), {
    skills,
  })
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/0\s*Waiting/)
  const items = panel.getByRole('listitem').elements()
  expect(items).toHaveLength(200)
  expect(items.filter((item) => item.querySelector('dl') !== null).length).toBeLessThan(40)
  items.at(-1)?.scrollIntoView()
  await expect.element(panel.getByRole('listitem').nth(199)).toMatchTextContent(/0\s*Waiting/)
})

test('an idle agent is told the figures although the calls are hidden', async () => {
  const { screen, panel } = await openQueues(loud, { waiting: { ...base, isHiddenWhileIdle: true } })
  await expect.element(screen.getByText('Hidden while you are idle')).toBeVisible()
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/6\s*Waiting/)
})

test('an older snapshot does not take the place of a newer one', async () => {
  const { bridge, panel } = await openQueues()
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/6\s*Waiting/)
  bridge.pushQueues({ ...loud, revision: 3, figures: [{ ...busyLine, waitingCalls: 8 }] })
  bridge.pushQueues({ ...loud, revision: 2 })
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/8\s*Waiting/)
})

describe('thresholds', () => {
  const { thresholds } = defaultPreferences

  test('of one queue become its own when they are changed', async () => {
    const { bridge, panel, screen } = await openQueues()
    await panel.getByRole('button', { name: 'Thresholds of Billing' }).click()
    const box = screen.getByRole('dialog', { name: 'Thresholds of Billing' })
    await expect.element(box).toMatchTextContent('This queue has the usual ones.')
    await box.getByRole('spinbutton', { name: 'Help, calls waiting' }).fill('20')
    await userEvent.keyboard('{Tab}')
    expect(bridge.changePreferences).toHaveBeenLastCalledWith({
      thresholds: { ...thresholds, byQueue: { 1: { ...thresholds.usual, waitingRed: 20 } } },
    })
  })

  test('with help below attention are said to be wrong and not saved', async () => {
    const { bridge, panel, screen } = await openQueues()
    await panel.getByRole('button', { name: 'Usual thresholds' }).click()
    const box = screen.getByRole('dialog', { name: 'Usual thresholds' })
    await box.getByRole('spinbutton', { name: 'Help, calls waiting' }).fill('2')
    await userEvent.keyboard('{Tab}')
    await expect.element(box.getByText('Help begins where attention does, or above it.')).toBeVisible()
    expect(bridge.changePreferences).not.toHaveBeenCalled()
  })
})
