import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, waitingCall } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { base, calls, loud, openQueues, receipt } from './testing/open-queues.ts'

/* Moving waiting calls without the dialog: by pointer, back again, and from the desk. */

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

  async function grab(change?: Parameters<typeof openQueues>[1]) {
    const opened = await openQueues(loud, change)
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
    const { bridge, screen } = await openQueues(loud, { waiting: { ...base, calls, receipts: [moved] } })
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
    const { screen } = await openQueues(loud, { waiting: { ...base, ...change } })
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
