import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskSnapshot, rosterAgent } from '../../testing/snapshots.ts'
import { binding, bindingsOf, openQueue, receipt } from './testing/supervisor-page.ts'

const names = (...ids: readonly number[]): readonly string[] => ids.map((id) => `agent${id}`)

describe('choosing by keyboard', () => {
  test('one tab stop; arrows move, Space selects, and the count is told', async () => {
    const { account, screen, selected } = await openQueue({ rows: bindingsOf(12) })
    account('agent101').element().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ')
    await expect.element(account('agent103')).toHaveFocus()
    expect(selected()).toEqual(names(103))
    await expect.element(screen.getByText('One selected').first()).toBeVisible()
    await userEvent.keyboard('{End}')
    await expect.element(account('agent112')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(account('agent112')).toHaveFocus()
    await userEvent.keyboard('{Home}{ArrowUp}')
    await expect.element(account('agent101')).toHaveFocus()
    const stops = screen
      .getByRole('checkbox', { name: /^agent/ })
      .elements()
      .filter((box) => box.tabIndex === 0)
    expect(stops.map((box) => box.getAttribute('aria-label'))).toEqual(['agent101'])
  })

  test('Shift with arrows draws a range and gives it back', async () => {
    const { account, selected } = await openQueue({ rows: bindingsOf(12) })
    account('agent102').element().focus()
    await userEvent.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
    expect(selected()).toEqual(names(102, 103, 104, 105))
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}')
    expect(selected()).toEqual(names(102, 103))
    await userEvent.keyboard('{Shift>}{End}{/Shift}')
    expect(selected()).toHaveLength(11)
  })

  test('Ctrl+A takes all that are shown, and keeps what is not', async () => {
    const { account, screen, selected } = await openQueue({ rows: bindingsOf(12) })
    await account('agent101').click()
    await screen.getByRole('searchbox', { name: 'Filter accounts' }).fill('11')
    await expect.element(account('agent101')).not.toBeInTheDocument()
    account('agent111').element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(selected()).toEqual(names(110, 111, 112))
    await expect.element(screen.getByText('4 selected, 1 of them not shown').first()).toBeVisible()
    await screen.getByRole('button', { name: 'Clear selection' }).click()
    expect(selected()).toEqual([])
    await expect.element(account('agent111')).toHaveFocus()
  })

  test('Ctrl+A in the filter is the text’s own', async () => {
    const { screen, selected } = await openQueue({ rows: bindingsOf(12) })
    await screen.getByRole('searchbox', { name: 'Filter accounts' }).fill('1')
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(selected()).toEqual([])
  })
})

describe('choosing by pointer', () => {
  test('Shift with a click takes everything between, also the one that was chosen already', async () => {
    const { account, selected } = await openQueue({ rows: bindingsOf(12) })
    await account('agent106').click()
    await account('agent102').click()
    await account('agent106').click({ modifiers: ['Shift'] })
    expect(selected()).toEqual(names(102, 103, 104, 105, 106))
  })

  test('one box takes all that are shown, and lets them go', async () => {
    const { screen, selected } = await openQueue()
    const all = screen.getByRole('checkbox', { name: 'Select all shown' })
    await all.click()
    expect(selected()).toEqual(names(101, 102, 103))
    await all.click()
    expect(selected()).toEqual([])
  })
})

describe('finding', () => {
  const rows = [binding(101, { agentWeight: 5 }), binding(102, { name: 'Grace' }), ...bindingsOf(12).slice(2)]
  const agents = [rosterAgent({ agentId: '103' }), rosterAgent({ agentId: '104', skillIds: [1] })]

  test('by text, by where the agent is, and back to all', async () => {
    const { screen, drawn } = await openQueue({ rows, agents })
    const filter = screen.getByRole('searchbox', { name: 'Filter accounts' })
    await filter.fill('grace')
    await expect.poll(drawn).toEqual(names(102))
    await filter.fill('nobody')
    await expect.element(screen.getByText('No account matches.')).toBeVisible()
    await screen.getByRole('button', { name: 'Show all accounts' }).click()
    await expect.poll(() => drawn().length).toBe(12)
    await screen.getByRole('combobox', { name: 'Where the agents are' }).click()
    await screen.getByRole('option', { name: 'Signed in here (1)' }).click()
    await expect.poll(drawn).toEqual(names(103))
  })

  test('sorted by a column, and the other way round', async () => {
    const { screen, drawn } = await openQueue({ rows, agents })
    const head = screen.getByRole('columnheader', { name: 'Agent weight' })
    await head.getByRole('button').click()
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
    expect(drawn().at(-1)).toBe('agent101')
    await head.getByRole('button').click()
    await expect.element(head).toHaveAttribute('aria-sort', 'descending')
    expect(drawn()[0]).toBe('agent101')
  })
})

describe('a queue of 5,000', () => {
  test('draws only the rows in sight, and the keyboard reaches all of them', async () => {
    const { account, drawn, table } = await openQueue({ rows: bindingsOf(5_000) })
    await expect.element(table).toHaveAttribute('aria-rowcount', '5001')
    expect(drawn().length).toBeLessThan(60)
    account('agent101').element().focus()
    await userEvent.keyboard('{End}')
    await expect.element(account('agent5100')).toHaveFocus()
    expect(drawn().length).toBeLessThan(60)
    await userEvent.keyboard('{PageUp}')
    await expect.element(account('agent5100')).not.toHaveFocus()
  })

  test.each(['{End}', '{End}{Home}', '{PageDown}{PageDown}', '{End}{PageUp}{PageUp}{ArrowUp}'])(
    'after %s the row with the focus is covered by nothing',
    async (keys) => {
      const { account } = await openQueue({ rows: bindingsOf(5_000) })
      account('agent101').element().focus()
      await userEvent.keyboard(keys)
      const isSeen = (): boolean => {
        const box = document.activeElement
        const { left, top, width, height } = box?.getBoundingClientRect() ?? new DOMRect()
        return document.elementFromPoint(left + width / 2, top + height / 2) === box
      }
      await expect.poll(isSeen).toBe(true)
    },
  )

  test('the row with the tab stop stays in the page when it is scrolled away', async () => {
    const { account, screen, drawn } = await openQueue({ rows: bindingsOf(5_000) })
    account('agent102').element().focus()
    screen.getByRole('tabpanel').element().scrollTop = 100_000
    await expect.poll(() => drawn().slice(0, 2)).not.toEqual(names(101, 102))
    expect(drawn()[0]).toBe('agent102')
    expect(drawn().length).toBeGreaterThan(8)
    expect(drawn().length).toBeLessThan(60)
  })

  test('only the page scrolls, and what is above the list goes out of its way', async () => {
    const { screen, table, account } = await openQueue({ rows: bindingsOf(5_000) })
    const panel = screen.getByRole('tabpanel').element()
    for (let element = table.element(); element !== panel; element = element.parentElement ?? panel) {
      expect(getComputedStyle(element).overflowY).toBe('visible')
    }
    panel.scrollTop = panel.scrollHeight
    await expect.element(account('agent5100')).toBeInViewport()
    await expect.element(screen.getByRole('button', { name: 'Unbind all…' })).toBeInViewport()
  })

  test('what appears above the list does not leave an empty place in it', async () => {
    const { bridge, view, screen, drawn } = await openQueue({ rows: bindingsOf(5_000) })
    screen.getByRole('tabpanel').element().scrollTop = 100_000
    await expect.poll(() => drawn().slice(0, 2)).not.toEqual(names(101, 102))
    const receipts = Array.from({ length: 3 }, (_, nth) => receipt({ id: `r${nth}`, outcome: 'unbinding' }))
    bridge.pushSnapshot(deskSnapshot({ revision: 2, supervisor: { ...view, receipts } }))
    await expect.element(screen.getByRole('region', { name: 'Unbindings' })).toBeInTheDocument()
    const isRowInTheMiddle = (): boolean =>
      document.elementFromPoint(200, 400)?.closest('[role="row"]') !== null
    await expect.poll(isRowInTheMiddle).toBe(true)
  })

  test('more than can be named at once are refused before anything is asked', async () => {
    const { account, screen, unbindSelected } = await openQueue({ rows: bindingsOf(1_001) })
    account('agent101').element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('At most 1,000 accounts')
    await expect.element(unbindSelected).toBeDisabled()
    await account('agent101').click()
    await expect.element(unbindSelected).toBeEnabled()
  })
})
