import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { QueuesSnapshot } from '../../../../shared/domain/queues.ts'
import { defaultPreferences } from '../../../../shared/preferences/default-preferences.ts'
import { err, ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  confirmed,
  deskSnapshot,
  noon,
  queueFigures,
  queuesSnapshot,
  switchView,
  waitingCall,
} from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { base, receipt } from './testing/open-queues.ts'

const busyLine = queueFigures({ skillId: 1, waitingCalls: 6, longestWaitSeconds: 95, agentsOn: 12 })
const loud = queuesSnapshot([busyLine, queueFigures({ skillId: 2 })], {
  levels: { 1: 'amber', 2: 'calm' },
  read: { isLoading: false, readAt: Date.now(), error: null },
  history: {
    at: [noon - 20_000, noon - 10_000, noon],
    waiting: { 1: [9, null, 6], 2: [0, 0, 0] },
  },
})
const calls = [
  waitingCall({ callId: 'one', skillId: 1, caller: '300' }),
  waitingCall({ callId: 'two', skillId: 2, caller: '20' }),
]

async function open(queues: QueuesSnapshot | null = loud, change: Parameters<typeof deskSnapshot>[0] = {}) {
  const bridge = stubBridge(deskSnapshot({ waiting: { ...base, calls }, ...change }))
  if (queues !== null) bridge.getQueues.mockResolvedValue(ok(queues))
  const screen = await renderApp(bridge, { 'deskside.view': 'waiting' })
  return {
    bridge,
    screen,
    panel: screen.getByRole('region', { name: 'My queues' }),
    table: screen.getByRole('table', { name: 'Waiting calls' }),
  }
}

describe('when there is nothing to show', () => {
  test('figures not read yet are not called none', async () => {
    const { panel } = await open(queuesSnapshot([], { read: { isLoading: true, readAt: null, error: null } }))
    await expect.element(panel.getByText('Reading the figures of your queues…')).toBeVisible()
    await expect.element(panel.getByText('Signed in to no queue')).not.toBeInTheDocument()
  })

  test('an agent of no queue is told so, and where to choose', async () => {
    const skills = {
      ...deskSnapshot().skills,
      ...switchView<readonly number[]>(confirmed([]), (a, b) => a.join() === b.join()),
    }
    const { panel } = await open(queuesSnapshot([]), { skills })
    await expect.element(panel.getByText('Signed in to no queue')).toBeVisible()
    await expect.element(panel.getByText(/Choose queues under Skill sign-in/)).toBeVisible()
  })

  test('figures that could not be read say why, and can be read again', async () => {
    const read = { isLoading: false, readAt: null, error: { code: 'timed-out' } } as const
    const { bridge, panel } = await open(queuesSnapshot([], { read }))
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
    const { panel } = await open(queuesSnapshot([busyLine]))
    const second = panel.getByRole('listitem').nth(1)
    await expect.element(second).toMatchTextContent('The gateway gives no figures of this queue.')
    await expect.element(second).not.toMatchTextContent('0')
  })
})

test('each queue tells its figures, how loud it is, and half an hour in words', async () => {
  const { panel } = await open()
  const first = panel.getByRole('listitem').nth(0)
  await expect.element(first).toMatchTextContent(/Billing\s*Needs attention\s*6\s*Waiting\s*1:3\d\s*Longest/)
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
  const { panel } = await open(queuesSnapshot(ids.map((skillId) => queueFigures({ skillId }))), { skills })
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/0\s*Waiting/)
  const items = panel.getByRole('listitem').elements()
  expect(items).toHaveLength(200)
  expect(items.filter((item) => item.querySelector('dl') !== null).length).toBeLessThan(40)
  items.at(-1)?.scrollIntoView()
  await expect.element(panel.getByRole('listitem').nth(199)).toMatchTextContent(/0\s*Waiting/)
})

test('an idle agent is told the figures although the calls are hidden', async () => {
  const { screen, panel } = await open(loud, { waiting: { ...base, isHiddenWhileIdle: true } })
  await expect.element(screen.getByText('Hidden while you are idle')).toBeVisible()
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/6\s*Waiting/)
})

test('an older snapshot does not take the place of a newer one', async () => {
  const { bridge, panel } = await open()
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/6\s*Waiting/)
  bridge.pushQueues({ ...loud, revision: 3, figures: [{ ...busyLine, waitingCalls: 8 }] })
  bridge.pushQueues({ ...loud, revision: 2 })
  await expect.element(panel.getByRole('listitem').nth(0)).toMatchTextContent(/8\s*Waiting/)
})

describe('the list of calls', () => {
  const callers = (table: Awaited<ReturnType<typeof open>>['table']) =>
    table
      .getByRole('row')
      .elements()
      .slice(1)
      .map((row) => row.querySelector('td')?.textContent.trim())

  test('shows one queue only when its name was pressed, and says so', async () => {
    const { screen, panel, table } = await open()
    const billing = panel.getByRole('button', { name: 'Billing', exact: true })
    await billing.click()
    await expect.element(billing).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => callers(table)).toEqual(['300'])
    await screen.getByRole('button', { name: 'Show all queues' }).click()
    await expect.poll(() => callers(table)).toEqual(['300', '20'])
  })

  test('is sorted by its heads', async () => {
    const { table } = await open()
    const head = table.getByRole('columnheader', { name: 'Caller' })
    await head.getByRole('button').click()
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => callers(table)).toEqual(['20', '300'])
  })

  test.each(['t', '{Enter}'])(
    'by keyboard: arrows move over the rows, %s opens the transfer',
    async (key) => {
      const { screen, table } = await open()
      ;(table.getByRole('row').nth(1).element() as HTMLElement).focus()
      await userEvent.keyboard('{ArrowDown}')
      await expect.element(table.getByRole('row').nth(2)).toHaveFocus()
      await userEvent.keyboard(key)
      const dialog = screen.getByRole('dialog', { name: 'Transfer waiting call' })
      await expect.element(dialog).toMatchTextContent('Caller 20 waits in Technical support.')
    },
  )

  test('of two thousand calls draws only those in sight, and tells how many there are', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      waitingCall({ callId: `c-${index}`, caller: String(10_000 + index) }),
    )
    const { table } = await open(loud, { waiting: { ...base, calls: many } })
    await expect.element(table).toHaveAttribute('aria-rowcount', '2001')
    await expect.poll(() => table.getByRole('row').elements().length).toBeGreaterThan(5)
    expect(table.getByRole('row').elements().length).toBeLessThan(60)
    ;(table.getByRole('row').nth(1).element() as HTMLElement).focus()
    await userEvent.keyboard('{End}')
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('2001')
  })
})

describe('dragging a call to a queue', () => {
  const pointer = (type: string, target: Element, at: { x: number; y: number }) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', button: 0 },
        ...{ clientX: at.x, clientY: at.y },
      }),
    )
  const middle = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }

  async function grab(change?: Parameters<typeof open>[1]) {
    const opened = await open(loud, change)
    await expect.element(opened.panel.getByRole('listitem').nth(1)).toBeVisible()
    const row = opened.table.getByRole('row').nth(1).element()
    const from = { ...middle(row), x: row.getBoundingClientRect().x + 20 }
    pointer('pointerdown', row, from)
    pointer('pointermove', row, { x: from.x + 20, y: from.y + 20 })
    return { ...opened, row }
  }

  test('moves it there when it is released, without another question', async () => {
    const { bridge, panel, screen, row } = await grab()
    await expect
      .element(screen.getByText(/Release over a queue to move the call of 300/).first())
      .toBeVisible()
    const target = panel.getByRole('listitem').nth(1).element()
    pointer('pointermove', row, middle(target))
    await expect.element(panel.getByRole('listitem').nth(1)).toHaveClass('drop-over')
    pointer('pointerup', row, middle(target))
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith({
      callId: 'one',
      fromSkillId: 1,
      toSkillId: 2,
    })
  })

  test.each([
    ['released beside every queue', (row: Element) => pointer('pointerup', row, { x: 2, y: 2 })],
    [
      'released over its own queue',
      (row: Element) => pointer('pointerup', row, middle(document.querySelectorAll('.queue-card')[0] ?? row)),
    ],
    ['cancelled by Escape', () => userEvent.keyboard('{Escape}')],
    ['cut off by the system', (row: Element) => pointer('pointercancel', row, { x: 0, y: 0 })],
  ])('%s moves nothing', async (_, end) => {
    const { bridge, panel, screen, row } = await grab()
    await end(row)
    await expect
      .element(screen.getByText(/Release over a queue to move the call of 300/))
      .not.toBeInTheDocument()
    const target = panel.getByRole('listitem').nth(1).element()
    pointer('pointerup', row, middle(target))
    expect(bridge.transferWaitingCall).not.toHaveBeenCalled()
  })

  test('a call that may go nowhere cannot be dragged', async () => {
    const chat = waitingCall({ callId: 'chat', skillId: 5, mediaType: 53 })
    const { screen } = await grab({ waiting: { ...base, calls: [chat] } })
    await expect.element(screen.getByText(/Release over a queue/)).not.toBeInTheDocument()
  })
})

describe('moving back', () => {
  const moved = receipt({ callId: 'two', fromSkillId: 1, toSkillId: 2 })

  test('is offered while the call is seen where it went', async () => {
    const { bridge, screen } = await open(loud, { waiting: { ...base, calls, receipts: [moved] } })
    await screen.getByRole('button', { name: 'Move back to Billing' }).click()
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith({
      callId: 'two',
      fromSkillId: 2,
      toSkillId: 1,
    })
  })

  test.each([
    ['it is not seen there any more', { calls: [], receipts: [moved] }],
    ['it was not moved', { calls, receipts: [{ ...moved, outcome: 'unknown' as const }] }],
  ])('is not offered when %s', async (_, change) => {
    const { screen } = await open(loud, { waiting: { ...base, ...change } })
    await expect.element(screen.getByRole('region', { name: 'Recent transfers' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /Move back/ })).not.toBeInTheDocument()
  })
})

describe('from the desk', () => {
  test('the call that waits longest moves with two clicks', async () => {
    const bridge = stubBridge(deskSnapshot({ waiting: { ...base, calls } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Transfer longest waiting call' }).click()
    await screen.getByRole('menuitem', { name: 'Sales' }).click()
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith({
      callId: 'one',
      fromSkillId: 1,
      toSkillId: 3,
    })
  })

  test('the call that was shown is moved, not the one that waits longest by then', async () => {
    const bridge = stubBridge(deskSnapshot({ waiting: { ...base, calls } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Transfer longest waiting call' }).click()
    await expect.element(screen.getByRole('menuitem', { name: 'Sales' })).toBeVisible()
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls: calls.slice(1) } }))
    await screen.getByRole('menuitem', { name: 'Sales' }).click()
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ callId: 'one' }),
    )
  })

  test('a call that no other queue takes does not stand in the way of one that can be moved', async () => {
    const chat = waitingCall({ callId: 'chat', skillId: 5, mediaType: 53, caller: '53' })
    const bridge = stubBridge(deskSnapshot({ waiting: { ...base, calls: [chat, ...calls] } }))
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('heading', { name: /^Longest that can be moved/ })).toBeVisible()
    await screen.getByRole('button', { name: 'Transfer longest waiting call' }).click()
    await screen.getByRole('menuitem', { name: 'Sales' }).click()
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ callId: 'one' }),
    )
  })

  test.each([
    ['nobody waits', { calls: [] }],
    ['the list is hidden', { calls, isHiddenWhileIdle: true }],
  ])('nothing is offered while %s', async (_, change) => {
    const screen = await renderApp(stubBridge(deskSnapshot({ waiting: { ...base, ...change } })))
    await expect.element(screen.getByRole('radiogroup', { name: 'Agent state' })).toBeVisible()
    await expect
      .element(screen.getByRole('button', { name: 'Transfer longest waiting call' }))
      .not.toBeInTheDocument()
  })
})

describe('thresholds', () => {
  const { thresholds } = defaultPreferences

  test('of one queue become its own when they are changed', async () => {
    const { bridge, panel, screen } = await open()
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
    const { bridge, panel, screen } = await open()
    await panel.getByRole('button', { name: 'Usual thresholds' }).click()
    const box = screen.getByRole('dialog', { name: 'Usual thresholds' })
    await box.getByRole('spinbutton', { name: 'Help, calls waiting' }).fill('2')
    await userEvent.keyboard('{Tab}')
    await expect.element(box.getByText('Help begins where attention does, or above it.')).toBeVisible()
    expect(bridge.changePreferences).not.toHaveBeenCalled()
  })
})
