import { describe, expect, it } from 'vitest'
import { journalKinds, type JournalEntry } from '../../shared/domain/journal.ts'
import { exportText } from './export-text.ts'

const exportLine = (one: JournalEntry): string => exportText([one]).replace(/\n$/, '')

const entry: JournalEntry = {
  id: 41,
  at: Date.UTC(2026, 10, 21, 8, 30, 5, 7),
  kind: 'command',
  name: 'agent:set-after-call',
  cause: 'tray',
  details: {
    autoIdle: false,
    isForced: true,
    code: null,
    callId: '1663580465-1134',
    skill: 'Technical support, "Premium"',
    tookMs: 120,
    acceptedAt: Date.UTC(2026, 10, 21),
    from: 'online',
    attempt: 2,
  },
}

describe('what must not leave the house', () => {
  it('is masked even if the entry is not', () => {
    const line = exportLine({ ...entry, details: { phone: '8101', note: 'call 13800000001\nx' } })
    expect(line).not.toMatch(/8101|138|\n/)
  })
})

describe('support text', () => {
  it('says when, what, why and how', () => {
    expect(exportLine(entry)).toBe(
      '2026-11-21T08:30:05.007Z  #41  asked     agent:set-after-call (from tray): auto idle no, is forced yes, ' +
        'code none, call id 1663580465-1134, skill "Technical support, \\"Premium\\"", took 120 ms, ' +
        'accepted at 2026-11-21T00:00:00.000Z, from online, attempt 2',
    )
  })

  it('leaves out what there is not', () => {
    expect(exportLine({ ...entry, kind: 'app', name: 'start', cause: null, details: {} })).toBe(
      '2026-11-21T08:30:05.007Z  #41  program   start',
    )
  })

  it('is one line per entry, in their order', () => {
    expect(exportText([])).toBe('')
    const text = exportText(journalKinds.map((kind, index) => ({ ...entry, id: index + 1, kind })))
    expect(text.split('\n')).toHaveLength(journalKinds.length + 1)
    expect(text.match(/#\d+/g)).toEqual(journalKinds.map((_, index) => `#${index + 1}`))
  })

  it('shows a moment that no calendar knows as the number it is', () => {
    expect(exportLine({ ...entry, at: 9e15, details: {} })).toMatch(/^9000000000000000 {2}#41/)
  })
})
