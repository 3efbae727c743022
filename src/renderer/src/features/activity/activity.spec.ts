import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../shared/result.ts'
import { deskSnapshot, doubtful, journalEntry, noDiagnostics, noon } from '../../testing/snapshots.ts'
import { deferred } from '../../testing/stub-bridge.ts'
import { openActivity as open, type Answer } from './testing/open-activity.ts'

describe('the log that cannot be shown', () => {
  test('one that cannot be read says so and can be read again; rows stay', async () => {
    const { bridge, journal, lines } = await open([journalEntry()])
    await expect.element(lines).toBeVisible()
    bridge.readJournal.mockResolvedValueOnce(err({ code: 'storage-failed' }))
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    const alert = journal.getByRole('alert')
    await expect.element(alert).toMatchTextContent(/could not be read.*could not be read or written/)
    await expect.element(lines).toBeVisible()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect.element(alert).not.toBeInTheDocument()
  })

  test('one that is not read yet is not called empty', async () => {
    const answer = deferred<Answer>()
    const { journal } = await open(answer.promise)
    await expect.element(journal.getByText('Reading the activity log…')).toBeVisible()
    await expect.element(journal.getByText('Nothing has been recorded yet.')).not.toBeInTheDocument()
    answer.resolve(ok([]))
    await expect.element(journal.getByText('Nothing has been recorded yet.')).toBeVisible()
    await expect.element(journal.getByRole('button', { name: 'Copy as text' })).toBeDisabled()
  })

  test('a filter that finds nothing says so', async () => {
    const { journal, screen } = await open([journalEntry()])
    await screen.getByRole('searchbox', { name: 'Filter activity' }).fill('no such thing')
    await expect.element(journal.getByText('No line matches.')).toBeVisible()
    await expect.element(journal.getByText('0 of 1 lines')).toBeVisible()
  })

  test('older lines that cannot be read leave those that are there', async () => {
    const page = Array.from({ length: 100 }, (_, index) => journalEntry({ id: 200 - index }))
    const { bridge, journal, lines } = await open(page)
    await expect.poll(() => lines.elements().length).toBe(100)
    bridge.readJournal.mockResolvedValueOnce(err({ code: 'internal', reference: 'ab12cd34' }))
    await journal.getByRole('button', { name: 'Load older' }).click()
    const alert = journal.getByRole('alert')
    await expect.element(alert).toMatchTextContent('ab12cd34')
    expect(lines.elements()).toHaveLength(100)
    bridge.readJournal.mockResolvedValueOnce(ok([journalEntry({ id: 100, name: 'end' })]))
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect.element(lines.last()).toMatchTextContent('Deskside ended')
    await expect.element(alert).not.toBeInTheDocument()
  })

  test('older lines come all, also when one answer has no room for them', async () => {
    const page = Array.from({ length: 130 }, (_, index) => journalEntry({ id: 130 - index }))
    const { bridge, journal, lines } = await open(page)
    await expect.poll(() => lines.elements().length).toBe(100)
    const readAll = bridge.readJournal.getMockImplementation()!
    bridge.readJournal.mockImplementation((input) => readAll({ ...input, limit: Math.min(input.limit, 10) }))
    await journal.getByRole('button', { name: 'Load older' }).click()
    await expect.poll(() => lines.elements().length).toBe(130)
    await expect.element(journal.getByText('This is where the log begins.')).toBeVisible()
  })

  test('figures that cannot be read say so', async () => {
    const { diagnostics, showFigures } = await open([], (bridge) =>
      bridge.readDiagnostics.mockResolvedValueOnce(err({ code: 'internal', reference: 'ab12cd34' })),
    )
    await showFigures()
    await expect.element(diagnostics.getByRole('alert')).toMatchTextContent('ab12cd34')
  })
})

describe('reading on', () => {
  test('new lines come on top with the next snapshot, and none is shown twice', async () => {
    const { bridge, lines } = await open([journalEntry({ id: 1, name: 'start' })])
    await expect.element(lines).toBeVisible()
    const more = [journalEntry({ id: 2, name: 'end' }), journalEntry({ id: 1, name: 'start' })]
    bridge.readJournal.mockResolvedValue(ok(more))
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.element(lines.first()).toMatchTextContent('Deskside ended')
    expect(lines.elements()).toHaveLength(2)
  })

  test('older lines are asked for before the last one', async () => {
    const page = Array.from({ length: 100 }, (_, index) => journalEntry({ id: 200 - index }))
    const { bridge, journal, lines } = await open(page)
    await expect.poll(() => lines.elements().length).toBe(100)
    bridge.readJournal.mockResolvedValueOnce(ok([journalEntry({ id: 100, name: 'end' })]))
    await journal.getByRole('button', { name: 'Load older' }).click()
    await expect.element(lines.last()).toMatchTextContent('Deskside ended')
    expect(bridge.readJournal.mock.calls.map(([input]) => input.before)).toContain(101)
    await expect.element(journal.getByText('This is where the log begins.')).toBeVisible()
  })

  test('a kind is asked of main; an answer about another kind is not shown', async () => {
    const late = deferred<Answer>()
    const { bridge, screen, journal, lines } = await open([journalEntry({ id: 5 })])
    await expect.element(lines).toBeVisible()
    bridge.readJournal.mockReturnValueOnce(late.promise)
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    // At most one reading a second.
    await expect.poll(() => bridge.readJournal.mock.calls.length, { timeout: 5000 }).toBe(2)
    bridge.readJournal.mockResolvedValue(ok([journalEntry({ id: 4, kind: 'gap', name: 'sleep' })]))
    await journal.getByRole('combobox', { name: 'Kind' }).click()
    await screen.getByRole('option', { name: 'Gap' }).click()
    late.resolve(ok([journalEntry({ id: 6, name: 'end' })]))
    await expect.element(lines).toMatchTextContent('The computer slept')
    expect(bridge.readJournal.mock.calls.at(-1)?.[0]).toEqual({ kinds: ['gap'], before: null, limit: 100 })
    await expect.element(journal.getByText('Deskside ended')).not.toBeInTheDocument()
  })

  test('a door is asked of main', async () => {
    const { bridge, screen, journal, lines } = await open([journalEntry({ id: 5 })])
    await expect.element(lines).toBeVisible()
    bridge.readJournal.mockResolvedValue(ok([]))
    await journal.getByRole('combobox', { name: 'Asked through' }).click()
    await screen.getByRole('option', { name: 'By itself' }).click()
    await expect.element(journal.getByText('Nothing like that has been recorded.')).toBeVisible()
    const asked = { kinds: [], door: 'itself', before: null, limit: 100 }
    expect(bridge.readJournal.mock.calls.at(-1)?.[0]).toEqual(asked)
  })

  test('a burst that is longer than a page is read down to what is shown', async () => {
    const { bridge, lines } = await open([journalEntry({ id: 1 })])
    await expect.element(lines).toBeVisible()
    bridge.readJournal.mockImplementation(({ before, limit }) => {
      const newest = before === null ? 151 : before - 1
      const ids = Array.from({ length: Math.min(limit, newest) }, (_, index) => newest - index)
      return Promise.resolve(ok(ids.map((id) => journalEntry({ id }))))
    })
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.poll(() => lines.elements().length, { timeout: 5000 }).toBe(151)
  })

  test('what the log is narrowed to outlives a look at the figures', async () => {
    const { screen, showFigures } = await open([journalEntry()])
    const field = screen.getByRole('searchbox', { name: 'Filter activity' })
    await field.fill('started')
    await showFigures()
    await expect.element(field).not.toBeInTheDocument()
    await screen.getByRole('radio', { name: 'Log' }).click()
    await expect.element(field).toHaveValue('started')
  })

  test('the text filter looks at everything a line says', async () => {
    const { screen, lines } = await open([
      journalEntry({
        id: 2,
        kind: 'receipt',
        name: 'moved',
        details: { callId: '17-1', fromSkillId: 1, toSkillId: 2 },
      }),
      journalEntry({ id: 1 }),
    ])
    await screen.getByRole('searchbox', { name: 'Filter activity' }).fill('technical SUPPORT')
    await expect.element(lines).toMatchTextContent('Transfer: moved')
    expect(lines.elements()).toHaveLength(1)
  })

  test('another tab reads nothing', async () => {
    const { bridge, screen } = await open([])
    await screen.getByRole('tab', { name: 'Desk' }).click()
    await expect.element(screen.getByRole('radiogroup', { name: 'Agent state' })).toBeVisible()
    const reads = bridge.readJournal.mock.calls.length
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful }))
    await expect.element(screen.getByText(/^No answer from the gateway since/)).toBeVisible()
    expect(bridge.readJournal.mock.calls.length).toBe(reads)
  })
})

describe('copying', () => {
  const entries = [
    journalEntry({ id: 2, at: noon, kind: 'gap', name: 'sleep', cause: null }),
    journalEntry({ id: 1, at: noon - 1000 }),
  ]

  test('that does not work says so', async () => {
    const { bridge, journal } = await open(entries)
    bridge.copyJournal.mockResolvedValue(err({ code: 'internal', reference: 'ab12cd34' }))
    await journal.getByRole('button', { name: 'Copy as text' }).click()
    await expect.element(journal.getByRole('alert')).toMatchTextContent('ab12cd34')
  })

  test('names the shown lines to main, which puts them on the clipboard', async () => {
    const { bridge, screen, journal } = await open(entries)
    await screen.getByRole('searchbox', { name: 'Filter activity' }).fill('slept')
    await journal.getByRole('button', { name: 'Copy as text' }).click()
    await expect
      .element(journal.getByRole('status', { name: 'Copy as text' }))
      .toMatchTextContent(/One line copied/)
    expect(bridge.copyJournal).toHaveBeenCalledWith({ ids: [2] })
  })
})

describe('diagnostics', () => {
  const requests = [
    { name: 'getAgentEvent', lastHour: 900, failedLastHour: 2, sinceStart: 4000 },
    { name: 'resetSkill', lastHour: 3, failedLastHour: 0, sinceStart: 3 },
  ]

  async function figures(change: Partial<typeof noDiagnostics>) {
    const opened = await open([], (bridge) =>
      bridge.readDiagnostics.mockResolvedValue(ok({ ...noDiagnostics, ...change })),
    )
    await opened.showFigures()
    return opened
  }

  test('nothing asked yet is no zero of answer time', async () => {
    const { diagnostics } = await figures({})
    await expect.element(diagnostics).toMatchTextContent(/Answer time\s*no answer yet/)
    await expect.element(diagnostics.getByText('No request yet.')).toBeVisible()
  })

  test('a peak above the limit and a log that is not kept stand out', async () => {
    const { diagnostics } = await figures({ queueQueryPeak: 6, isJournalKept: false })
    await expect.element(diagnostics).toMatchTextContent(/6 of at most 5\s*More than the gateway asks for/)
    await expect.element(diagnostics).toMatchTextContent(/in memory only: the disk does not take it/)
  })

  test('requests by interface, the busiest first, with peak and answer times', async () => {
    const { diagnostics } = await figures({
      requests: requests.toReversed(),
      requestsLastHour: 903,
      queueQueryPeak: 5,
      answerMedianMs: 12.4,
      answerSlowestMs: 480,
    })
    const table = diagnostics.getByRole('table', { name: 'Requests by interface' })
    await expect.element(table.getByRole('row').nth(1)).toMatchTextContent(/Events\s*900\s*2\s*4,000/)
    await expect.element(diagnostics).toMatchTextContent(/Requests in the last hour\s*903/)
    await expect.element(diagnostics).toMatchTextContent(/5 of at most 5/)
    await expect.element(diagnostics).toMatchTextContent('usually 12 ms, at most 480 ms')
    await expect.element(diagnostics).toMatchTextContent('written to disk')
  })

  test('can be read again by hand', async () => {
    const { bridge, diagnostics } = await figures({})
    await expect.element(diagnostics.getByText('No request yet.')).toBeVisible()
    bridge.readDiagnostics.mockResolvedValue(ok({ ...noDiagnostics, requestsLastHour: 7 }))
    await diagnostics.getByRole('button', { name: 'Refresh' }).click()
    await expect.element(diagnostics).toMatchTextContent(/Requests in the last hour\s*7/)
  })
})
