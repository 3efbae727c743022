import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { err, ok } from '../../../../shared/result.ts'
import { journalEntry, noon } from '../../testing/snapshots.ts'
import { deferred } from '../../testing/stub-bridge.ts'
import { openActivity as open, type Answer } from './testing/open-activity.ts'

const moved = (id: number): JournalEntry =>
  journalEntry({
    id,
    kind: 'receipt',
    name: 'moved',
    details: { callId: '17-1', fromSkillId: 1, toSkillId: 2 },
  })

/** A log of so many lines, newest first, of which the first hundred are loaded; these ids are transfers. */
const log = (length: number, isMoved: (id: number) => boolean): readonly JournalEntry[] =>
  Array.from({ length }, (_, index) => length - index).map((id) =>
    isMoved(id) ? moved(id) : journalEntry({ id, at: noon }),
  )

async function type(opened: Awaited<ReturnType<typeof open>>, words: string): Promise<void> {
  await expect.element(opened.lines.first()).toBeVisible()
  await opened.screen.getByRole('searchbox', { name: 'Filter activity' }).fill(words)
}

test('a search that fails says so, keeps what it found, and goes on from there', async () => {
  const opened = await open(log(700, (id) => id === 600 || id === 3))
  const { bridge, journal, lines } = opened
  const readAll = bridge.readJournal.getMockImplementation()!
  let isDown = true
  bridge.readJournal.mockImplementation((input) =>
    isDown && (input.before ?? Infinity) < 600
      ? Promise.resolve(err({ code: 'storage-failed' }))
      : readAll(input),
  )
  await type(opened, 'moved')
  await expect.element(journal.getByRole('alert')).toMatchTextContent(/Older lines could not be searched/)
  expect(lines.elements()).toHaveLength(1)
  isDown = false
  await journal.getByRole('button', { name: 'Search older lines' }).click()
  await expect.poll(() => lines.elements().length).toBe(2)
  await expect.element(journal.getByRole('alert')).not.toBeInTheDocument()
})

test.each([
  ['the words of the window', 'transfer technical SUPPORT'],
  ['the codes that main keeps', 'receipt 17-1'],
  ['the time', noonClock()],
])('finds by %s what was never loaded, down to the first line', async (_title, words) => {
  const opened = await open(log(1_200, (id) => id === 2))
  const { journal, lines } = opened
  await type(opened, `${words} moved`)
  await expect.element(lines).toMatchTextContent('Call 17-1 from Billing to Technical support.')
  await expect.element(journal.getByText('This is where the log begins.')).toBeVisible()
  await expect.element(journal.getByText('1 of 1,200 lines')).toBeVisible()
  await opened.screen.getByRole('searchbox', { name: 'Filter activity' }).fill('')
  await expect.poll(() => lines.elements().length).toBe(100)
})

test('a search that has found enough says how far it came, and goes on when asked', async () => {
  const opened = await open(log(1_200, (id) => id <= 1_000))
  const { journal, lines } = opened
  await type(opened, 'moved')
  await expect.element(journal.getByText(/^Searched back to /)).toBeVisible()
  const first = lines.elements().length
  expect(first).toBeLessThan(1_000)
  await journal.getByRole('button', { name: 'Search older lines' }).click()
  await expect.poll(() => lines.elements().length).toBeGreaterThan(first)
})

test('what is found of words that were typed before is not shown', async () => {
  const late = deferred<Answer>()
  const opened = await open(log(100, () => false))
  const { bridge, screen, journal } = opened
  const readAll = bridge.readJournal.getMockImplementation()!
  bridge.readJournal.mockImplementation((input) => (input.before === null ? readAll(input) : late.promise))
  await type(opened, 'moved')
  await expect.element(journal.getByText('Searching older lines…').first()).toBeVisible()
  bridge.readJournal.mockImplementation(readAll)
  await screen.getByRole('searchbox', { name: 'Filter activity' }).fill('no such thing')
  late.resolve(ok([moved(0)]))
  await expect.element(journal.getByText('0 of 100 lines')).toBeVisible()
  await expect.element(journal.getByText('No line matches.')).toBeVisible()
})

/** The clock time that the lines of transfers carry. */
function noonClock(): string {
  return new Intl.DateTimeFormat('en', { timeStyle: 'medium' }).format(journalEntry().at).split(' ')[0] ?? ''
}
