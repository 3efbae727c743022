import { expect, test } from 'vitest'
import { ok } from '../../../../shared/result.ts'
import { journalEntry } from '../../testing/snapshots.ts'
import { deferred } from '../../testing/stub-bridge.ts'
import { openActivity as open, type Answer } from './testing/open-activity.ts'

test('the text filter also finds what was not loaded, by what main knows of it', async () => {
  const { bridge, screen, lines } = await open([journalEntry({ id: 900 })])
  await expect.element(lines).toBeVisible()
  const older = journalEntry({ id: 3, kind: 'receipt', name: 'moved', details: { callId: '17-1' } })
  bridge.readJournal.mockImplementation(({ text }) =>
    Promise.resolve(ok(text === undefined ? [journalEntry({ id: 900 })] : [older])),
  )
  await screen.getByRole('searchbox', { name: 'Filter activity' }).fill(' moved 17-1 ')
  await expect.element(lines).toMatchTextContent('Transfer: moved')
  const asked = { kinds: [], text: 'moved 17-1', before: null, limit: 200 }
  expect(bridge.readJournal.mock.calls.map(([input]) => input)).toContainEqual(asked)
  await screen.getByRole('searchbox', { name: 'Filter activity' }).fill('')
  await expect.element(lines).not.toMatchTextContent('Transfer: moved')
})

test('what is found of words that were typed before is not shown', async () => {
  const late = deferred<Answer>()
  const { bridge, screen, journal, lines } = await open([journalEntry({ id: 1 })])
  await expect.element(lines).toBeVisible()
  bridge.readJournal.mockImplementation(({ text }) => {
    if (text === 'first') return late.promise
    return Promise.resolve(ok(text === undefined ? [journalEntry({ id: 1 })] : []))
  })
  const field = screen.getByRole('searchbox', { name: 'Filter activity' })
  await field.fill('first')
  await expect.poll(() => bridge.readJournal.mock.calls.some(([{ text }]) => text === 'first')).toBe(true)
  await field.fill('second')
  await expect.poll(() => bridge.readJournal.mock.calls.some(([{ text }]) => text === 'second')).toBe(true)
  late.resolve(ok([journalEntry({ id: 2 })]))
  await expect.element(journal.getByText('0 of 1 lines')).toBeVisible()
})
