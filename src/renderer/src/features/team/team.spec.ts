import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { nextTick } from 'vue'
import { err } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  deskSnapshot,
  doubtful,
  preferencesSnapshot,
  rosterAgent,
  rosterSnapshot,
} from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { ada, few, grace, openTeam } from './testing/open-team.ts'

const states = ['idle', 'busy', 'talking', 'rest'] as const
const thousands = rosterSnapshot(
  Array.from({ length: 25_000 }, (_, index) =>
    rosterAgent({
      agentId: String(101 + index),
      name: `Agent ${index}`,
      state: states[index % 4]!,
      skillIds: [1 + (index % 4)],
    }),
  ),
)

test('while the gateway is silent the rows stay and are said to be old; the own row is still marked', async () => {
  const read = { isLoading: false, readAt: Date.now() - 180_000, error: null }
  const bridge = stubBridge(deskSnapshot({ session: doubtful }), rosterSnapshot([ada, grace], { read }))
  const screen = await renderApp(bridge, { 'deskside.view': 'roster' })
  await expect.element(screen.getByText(/^This list is old: no answer from the gateway since/)).toBeVisible()
  await expect.element(screen.getByText(/As of .*, 3 min\. ago/)).toBeVisible()
  await expect.element(screen.getByText('Grace')).toBeVisible()
  await expect.element(screen.getByText('(you)')).toBeVisible()
  expect(bridge.watch.mock.calls.map(([{ views }]) => views)).toEqual([[]])
})

const unread = { isLoading: true, readAt: null, error: null } as const

describe('what cannot be shown', () => {
  test('a roster that could not be read says so and can be read again', async () => {
    const { bridge, screen } = await openTeam(
      rosterSnapshot([], { read: { ...unread, isLoading: false, error: { code: 'malformed-answer' } } }),
    )
    await expect.element(screen.getByRole('alert')).toMatchTextContent('An answer came that makes no sense.')
    bridge.refreshRoster.mockResolvedValueOnce(err({ code: 'timed-out' }))
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.refreshRoster).toHaveBeenCalledTimes(1)
  })

  test('a list not read yet is not called empty', async () => {
    const { bridge, screen } = await openTeam(rosterSnapshot([], { read: unread }))
    await expect.element(screen.getByText('Reading the team…')).toBeVisible()
    bridge.pushRoster(rosterSnapshot([], { revision: 2 }))
    await expect.element(screen.getByText('Nobody is online in a queue.')).toBeVisible()
  })

  test('an older revision is ignored', async () => {
    const { bridge, ids } = await openTeam(rosterSnapshot([ada], { revision: 5 }))
    await expect.poll(ids).toEqual(['101'])
    bridge.pushRoster(rosterSnapshot([grace], { revision: 4 }))
    await nextTick()
    expect(ids()).toEqual(['101'])
    bridge.pushRoster(rosterSnapshot([ada, grace], { revision: 6 }))
    await expect.poll(ids).toEqual(['101', '1020'])
  })

  test('a filter without a match can be cleared', async () => {
    const { screen, filter, ids } = await openTeam(few)
    await filter.fill('nobody')
    await expect.element(screen.getByText('No agent matches.')).toBeVisible()
    await screen.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(ids).toHaveLength(3)
    await expect.element(filter).toHaveValue('')
  })
})

describe('25,000 agents', () => {
  test('only a window of rows is drawn; the table tells of all of them', async () => {
    const { screen, table } = await openTeam(thousands)
    await expect.element(table).toHaveAttribute('aria-rowcount', '25001')
    await expect.element(screen.getByText('25,000 agents online').first()).toBeVisible()
    const drawn = table.getByRole('row').elements().length
    expect(drawn).toBeGreaterThan(8)
    expect(drawn).toBeLessThan(60)
  })

  test('scrolling to the end draws the last rows with their numbers', async () => {
    const { table, ids } = await openTeam(thousands)
    const scroller = table.element()
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => ids().at(-1)).toBe('25100')
    await expect.element(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', '25001')
  })

  test('the filter finds one among them', async () => {
    const { screen, filter, ids, table } = await openTeam(thousands)
    await filter.fill('agent 24999')
    await expect.poll(ids).toEqual(['25100'])
    await expect.element(screen.getByText('1 of 25,000 agents').first()).toBeVisible()
    await expect.element(table).toHaveAttribute('aria-rowcount', '2')
  })
})

test('of a long name the end goes, never the mark of the own row; without names an edge and ARIA tell it', async () => {
  const long = rosterAgent({ name: 'Maximiliane Konstantinopolitanischer-Dudelsackpfeifer' })
  const { bridge, screen, table } = await openTeam(rosterSnapshot([long, grace]))
  const mark = screen.getByText('(you)').element()
  const cell = mark.parentElement?.getBoundingClientRect() ?? new DOMRect()
  expect(mark.getBoundingClientRect().right).toBeLessThanOrEqual(cell.right)
  expect(mark.scrollWidth).toBeLessThanOrEqual(mark.clientWidth)
  bridge.pushPreferences(preferencesSnapshot({ rosterColumns: ['agent', 'state'] }, 1))
  await expect.element(screen.getByText('(you)')).not.toBeInTheDocument()
  const own = table.getByRole('row').nth(1)
  await expect.element(own).toHaveAttribute('aria-current', 'true')
  expect(getComputedStyle(own.element()).boxShadow).not.toBe('none')
  await expect.element(table.getByRole('row').nth(2)).not.toHaveAttribute('aria-current')
})

test('a row tells ID, name, state, time and queues', async () => {
  const { table } = await openTeam(rosterSnapshot([ada], { read: { ...few.read, readAt: Date.now() } }))
  const cells = table.getByRole('row').nth(1).getByRole('cell')
  for (const [index, words] of [
    /^101$/,
    /^Ada \(you\)$/,
    /Idle/,
    /^(0:4[2-9]|0:5\d|[1-9]:\d\d)/,
    /ago$/,
    /^Billing and Technical support$/,
  ].entries()) {
    await expect.element(cells.nth(index)).toMatchTextContent(words)
  }
})

test('the queue filter shows its agents only', async () => {
  const { screen, ids } = await openTeam(few)
  await screen.getByRole('combobox', { name: 'Queue' }).click()
  await screen.getByRole('option', { name: 'Web chat (1)' }).click()
  await expect.poll(ids).toEqual(['103'])
})

test('a header sorts and says so; again turns the order', async () => {
  const { table, ids } = await openTeam(few)
  const header = table.getByRole('columnheader', { name: 'In state' })
  await header.getByRole('button').click()
  await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
  expect(ids()).toEqual(['1020', '101', '103'])
  await header.getByRole('button').click()
  await expect.element(header).toHaveAttribute('aria-sort', 'descending')
  expect(ids()).toEqual(['103', '101', '1020'])
})

describe('filters', () => {
  const words = (screen: Awaited<ReturnType<typeof openTeam>>['screen']) =>
    screen.getByRole('group', { name: 'Agents by state' })

  test('the totals by state are buttons; several may be down, and each goes on telling its number', async () => {
    const { screen, ids } = await openTeam(few)
    const busy = words(screen).getByRole('button', { name: 'Busy 1' })
    await busy.click()
    await expect.element(busy).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(ids).toEqual(['1020'])
    await words(screen).getByRole('button', { name: 'Rest 1' }).click()
    await expect.poll(ids).toEqual(['103', '1020'])
    await expect.element(words(screen).getByRole('button', { name: 'Idle 1' })).toBeVisible()
    await expect.element(screen.getByText('2 of 3 agents').first()).toBeVisible()
    await screen.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(ids).toEqual(['101', '103', '1020'])
  })

  test('by the time in the state; it goes on with the age of the list', async () => {
    const read = { ...few.read, readAt: Date.now() - 30_000 }
    const { screen, ids } = await openTeam(
      rosterSnapshot([ada, grace, rosterAgent({ agentId: '104', stateSeconds: 1 })], { read }),
    )
    await screen.getByRole('combobox', { name: 'Time in state' }).click()
    await screen.getByRole('option', { name: 'Over 1 minute' }).click()
    await expect.poll(ids).toEqual(['101'])
  })
})

describe('by keyboard', () => {
  const focusedRow = () => document.activeElement?.getAttribute('aria-rowindex')

  test('one row is in the tab order; arrows, page keys, Home and End move over all of them', async () => {
    const { table } = await openTeam(thousands)
    const first = table.getByRole('row').nth(1).element() as HTMLElement
    expect(first.tabIndex).toBe(0)
    first.focus()
    const { height } = first.getBoundingClientRect()
    const { clientHeight } = table.element()
    const heads = table.getByRole('row').first().element().getBoundingClientRect().height
    // One row stays in sight, to go on reading from.
    const page = Math.floor((clientHeight - heads) / height) - 1
    expect(page).toBeGreaterThan(1)
    for (const [key, row] of [
      ['{ArrowDown}', 3],
      ['{PageDown}', 3 + page],
      ['{ArrowUp}', 2 + page],
      ['{End}', 25_001],
      ['{PageUp}', 25_001 - page],
      ['{Home}', 2],
      ['{ArrowUp}', 2],
    ] as const) {
      await userEvent.keyboard(key)
      await expect.poll(() => [key, focusedRow()]).toEqual([key, String(row)])
    }
    expect(
      table
        .getByRole('row')
        .elements()
        .filter((row) => (row as HTMLElement).tabIndex === 0),
    ).toHaveLength(1)
  })

  test('a letter among the rows is the beginning of a search', async () => {
    const { table, filter, ids } = await openTeam(few)
    ;(table.getByRole('row').nth(1).element() as HTMLElement).focus()
    await userEvent.keyboard('gr')
    await expect.element(filter).toHaveValue('gr')
    await expect.poll(ids).toEqual(['1020'])
  })
})
