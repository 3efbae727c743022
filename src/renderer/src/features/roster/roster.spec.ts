import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { RosterSnapshot } from '../../../../shared/domain/roster.ts'
import { err } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, doubtful, rosterAgent, rosterSnapshot } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { selectAgents, type RosterQuery } from './select-agents.ts'

const ada = rosterAgent()
const grace = rosterAgent({ agentId: '1020', name: 'Grace', state: 'busy', stateSeconds: 5, skillIds: [2] })
const nameless = rosterAgent({ agentId: '103', name: '', state: 'rest', stateSeconds: null, skillIds: [5] })
const few = rosterSnapshot([ada, nameless, grace])
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

async function open(roster: RosterSnapshot) {
  const bridge = stubBridge(deskSnapshot(), roster)
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Roster' }).click()
  const table = screen.getByRole('table', { name: 'Online agents' })
  await expect.element(table).toBeInTheDocument()
  const ids = () =>
    table
      .getByRole('cell')
      .elements()
      .filter((_, index) => index % 5 === 0)
      .map((cell) => cell.textContent)
  return { bridge, screen, table, ids, filter: screen.getByRole('searchbox', { name: 'Filter agents' }) }
}

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
    const { bridge, screen } = await open(
      rosterSnapshot([], { read: { ...unread, isLoading: false, error: { code: 'malformed-answer' } } }),
    )
    await expect.element(screen.getByRole('alert')).toMatchTextContent('An answer came that makes no sense.')
    bridge.refreshRoster.mockResolvedValueOnce(err({ code: 'timed-out' }))
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.refreshRoster).toHaveBeenCalledTimes(1)
  })

  test('a list not read yet is not called empty', async () => {
    const { bridge, screen } = await open(rosterSnapshot([], { read: unread }))
    await expect.element(screen.getByText('Reading the roster…')).toBeVisible()
    bridge.pushRoster(rosterSnapshot([], { revision: 2 }))
    await expect.element(screen.getByText('Nobody is online in a queue.')).toBeVisible()
  })

  test('an older revision is ignored', async () => {
    const { bridge, ids } = await open(rosterSnapshot([ada], { revision: 5 }))
    await expect.poll(ids).toEqual(['101'])
    bridge.pushRoster(rosterSnapshot([grace], { revision: 4 }))
    await nextTick()
    expect(ids()).toEqual(['101'])
    bridge.pushRoster(rosterSnapshot([ada, grace], { revision: 6 }))
    await expect.poll(ids).toEqual(['101', '1020'])
  })

  test('a filter without a match can be cleared', async () => {
    const { screen, filter, ids } = await open(few)
    await filter.fill('nobody')
    await expect.element(screen.getByText('No agent matches.')).toBeVisible()
    await screen.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(ids).toHaveLength(3)
    await expect.element(filter).toHaveValue('')
  })
})

describe('25,000 agents', () => {
  test('only a window of rows is drawn; the table tells of all of them', async () => {
    const { screen, table } = await open(thousands)
    await expect.element(table).toHaveAttribute('aria-rowcount', '25001')
    await expect.element(screen.getByText('25,000 agents online')).toBeVisible()
    const drawn = table.getByRole('row').elements().length
    expect(drawn).toBeGreaterThan(8)
    expect(drawn).toBeLessThan(60)
  })

  test('scrolling to the end draws the last rows with their numbers', async () => {
    const { table, ids } = await open(thousands)
    const scroller = table.element()
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => ids().at(-1)).toBe('25100')
    await expect.element(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', '25001')
  })

  test('the filter finds one among them', async () => {
    const { screen, filter, ids, table } = await open(thousands)
    await filter.fill('agent 24999')
    await expect.poll(ids).toEqual(['25100'])
    await expect.element(screen.getByText('1 of 25,000 agents')).toBeVisible()
    await expect.element(table).toHaveAttribute('aria-rowcount', '2')
  })
})

test('a row tells ID, name, state, time and queues', async () => {
  const { table } = await open(rosterSnapshot([ada], { read: { ...few.read, readAt: Date.now() } }))
  const cells = table.getByRole('row').nth(1).getByRole('cell')
  for (const [index, words] of [
    /^101$/,
    /^Ada \(you\)$/,
    /Idle/,
    /^0:4/,
    /^Billing, Technical support$/,
  ].entries()) {
    await expect.element(cells.nth(index)).toMatchTextContent(words)
  }
})

test('the queue filter shows its agents only', async () => {
  const { screen, ids } = await open(few)
  await screen.getByRole('combobox', { name: 'Queue' }).click()
  await screen.getByRole('option', { name: 'Web chat (1)' }).click()
  await expect.poll(ids).toEqual(['103'])
})

test('a header sorts and says so; again turns the order', async () => {
  const { table, ids } = await open(few)
  const header = table.getByRole('columnheader', { name: 'In state' })
  await header.getByRole('button').click()
  await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
  expect(ids()).toEqual(['1020', '101', '103'])
  await header.getByRole('button').click()
  await expect.element(header).toHaveAttribute('aria-sort', 'descending')
  expect(ids()).toEqual(['103', '101', '1020'])
})

describe('selection', () => {
  const collator = new Intl.Collator('en')
  const select = (query: Partial<RosterQuery>) =>
    selectAgents(
      few.agents,
      { text: '', skillId: null, order: { column: 'id', isDescending: false }, ...query },
      collator,
    ).map(({ agentId }) => agentId)

  test.each([
    ['everything', {}, ['101', '103', '1020']],
    ['part of an ID', { text: ' 10' }, ['101', '103', '1020']],
    ['a name in any case', { text: 'GRACE' }, ['1020']],
    ['text and queue together', { text: '10', skillId: 2 }, ['101', '1020']],
    ['a queue nobody serves', { skillId: 9 }, []],
  ] satisfies [string, Partial<RosterQuery>, string[]][])('%s', (_, query, ids) => {
    expect(select(query)).toEqual(ids)
  })

  test.each([
    ['id', ['1020', '103', '101']],
    ['name', ['1020', '101', '103']],
    ['state', ['103', '101', '1020']],
    ['queues', ['101', '103', '1020']],
  ] as const)('descending by %s', (column, ids) => {
    expect(select({ order: { column, isDescending: true } })).toEqual(ids)
  })
})
