import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskSnapshot, waitingCall } from '../../testing/snapshots.ts'
import { base, calls, loud, openQueues } from './testing/open-queues.ts'

describe('the list of calls', () => {
  const callers = (table: Awaited<ReturnType<typeof openQueues>>['table']) =>
    table
      .getByRole('row')
      .elements()
      .slice(1)
      .map((row) => row.querySelector('td')?.textContent.trim())

  test('shows one queue only when its name was pressed, and says so', async () => {
    const { screen, panel, table } = await openQueues()
    const billing = panel.getByRole('button', { name: 'Billing', exact: true })
    await billing.click()
    await expect.element(billing).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => callers(table)).toEqual(['300'])
    await screen.getByRole('button', { name: 'Show all queues' }).click()
    await expect.poll(() => callers(table)).toEqual(['300', '20'])
  })

  test('is sorted by its heads', async () => {
    const { table } = await openQueues()
    const head = table.getByRole('columnheader', { name: 'Caller' })
    await head.getByRole('button').click()
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => callers(table)).toEqual(['20', '300'])
  })

  test.each(['t', '{Enter}'])(
    'by keyboard: arrows move over the rows, %s opens the transfer',
    async (key) => {
      const { screen, table } = await openQueues()
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
    const { table } = await openQueues(loud, { waiting: { ...base, calls: many } })
    await expect.element(table).toHaveAttribute('aria-rowcount', '2001')
    await expect.poll(() => table.getByRole('row').elements().length).toBeGreaterThan(5)
    expect(table.getByRole('row').elements().length).toBeLessThan(60)
    // The columns take the whole width: the rows that keep the room of others must not make one more.
    const right = (element: Element | undefined): number => element?.getBoundingClientRect().right ?? 0
    expect(right(table.getByRole('columnheader').elements().at(-1))).toBeCloseTo(right(table.element()), 0)
    ;(table.getByRole('row').nth(1).element() as HTMLElement).focus()
    await userEvent.keyboard('{End}')
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('2001')
  })

  test('a row whose call goes on to another queue keeps the focus', async () => {
    const { bridge, table } = await openQueues()
    const row = table.getByRole('row').nth(1)
    ;(row.element() as HTMLElement).focus()
    const [first, ...others] = calls
    const moved = [waitingCall({ ...first, skillId: 3 }), ...others]
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls: moved } }))
    await expect.element(row).toMatchTextContent(/^300\s*Sales/)
    await expect.element(row).toHaveFocus()
  })
})
