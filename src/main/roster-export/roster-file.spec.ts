import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { wholeRoster, type RosterQuery } from '../../shared/domain/roster-query.ts'
import { languages, type Language } from '../../shared/i18n/languages.ts'
import { messagesByLanguage } from '../../shared/i18n/tables.ts'
import { type RosterAgent, rosterColumns, type RosterColumn } from '../../shared/domain/roster.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { wordsOf } from '../words/words.ts'
import { RosterFile } from './roster-file.ts'

const now = Date.UTC(2026, 10, 21, 8, 30, 5)
const agent = (agentId: string, change: Partial<RosterAgent> = {}): RosterAgent => ({
  agentId,
  name: 'Ada',
  state: 'idle',
  stateSeconds: 41,
  signedInAt: Date.UTC(2026, 10, 21, 8),
  skillIds: [1, 9],
  ...change,
})

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-roster-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function setUp(
  agents: readonly RosterAgent[],
  chosen: string | null = join(folder, 'team.csv'),
  language: Language = 'en',
) {
  const desk = new FakeDesk()
  desk.snapshot = snapshotOf({ queues: [{ id: 1, name: 'Billing', mediaType: 5 }] })
  desk.roster = {
    revision: 1,
    read: { isLoading: false, readAt: now - 10_500, error: null },
    agents,
    queues: [],
  }
  const journal: NewJournalEntry[] = []
  const proposals: unknown[] = []
  const { log, entries } = createRecordingLogger()
  const file = new RosterFile({
    desk,
    words: () => wordsOf(language),
    journal: { record: (entry) => journal.push(entry) },
    clock: new ManualClock(now),
    choosePath: async (...asked) => {
      proposals.push(asked)
      return chosen
    },
    log,
  })
  const save = (query: Partial<RosterQuery> = {}, columns: readonly RosterColumn[] = rosterColumns) =>
    file.save(7, { ...wholeRoster, ...query }, columns)
  return { desk, journal, proposals, entries, save }
}
const written = () => readFile(join(folder, 'team.csv'), 'utf8')

describe('nothing is written', () => {
  it('before a roster was read', async () => {
    const { desk, save, proposals } = setUp([])
    desk.roster = { ...desk.roster, read: { isLoading: true, readAt: null, error: null } }
    expect(await save()).toEqual({ ok: false, error: { code: 'not-connected' } })
    expect(proposals).toEqual([])
  })

  it('when no place was chosen', async () => {
    const { save, journal } = setUp([agent('101')], null)
    expect(await save()).toEqual({ ok: true, value: null })
    expect(journal).toEqual([])
  })

  it('in the place of a folder: that is an error, and nothing is left behind', async () => {
    await mkdir(join(folder, 'team.csv'))
    const { save, entries } = setUp([agent('101')])
    expect(await save()).toEqual({ ok: false, error: { code: 'storage-failed' } })
    expect(await readdir(folder)).toEqual(['team.csv'])
    expect(JSON.stringify(entries)).not.toContain(folder)
  })
})

describe('the table', () => {
  it('holds what the window shows, in its columns and order; times have grown by the age of the list', async () => {
    const { save, proposals } = setUp([
      agent('101'),
      agent('102', { name: 'Bo', state: 'busy', stateSeconds: null, signedInAt: null, skillIds: [] }),
    ])
    const saved = await save({ order: { column: 'agent', isDescending: true } })
    expect(saved).toEqual({ ok: true, value: { path: join(folder, 'team.csv'), agentCount: 2 } })
    expect(proposals).toEqual([[7, 'deskside-team-2026-11-21T08-30-05.csv']])
    expect(await written()).toBe(
      '\uFEFFID,Name,State,In state,Signed in,Queues\r\n' +
        '102,Bo,Busy,,,\r\n' +
        '101,Ada,Idle,51,2026-11-21T08:00:00.000Z,Billing; Queue 9\r\n',
    )
  })

  it('leaves out whom the filter leaves out, and columns nobody asked for', async () => {
    const { save } = setUp([agent('101'), agent('102', { state: 'busy' })])
    await save({ states: ['busy'] }, ['name', 'agent'])
    expect(await written()).toBe('\uFEFFName,ID\r\nAda,102\r\n')
  })

  it.each(languages)('speaks %s', async (language) => {
    const { save } = setUp([agent('101')], undefined, language)
    await save({}, ['state'])
    const { roster, agentStates } = messagesByLanguage[language]
    expect(await written()).toBe(`\uFEFF${roster.columns.state}\r\n${agentStates.idle}\r\n`)
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['张伟', '张伟'],
  ])('a name of %j runs nowhere and breaks nothing', async (name, cell) => {
    const { save } = setUp([agent('101', { name })])
    await save({}, ['name'])
    expect(await written()).toBe(`\uFEFFName\r\n${cell}\r\n`)
  })

  it('may hold more rows than one write', async () => {
    const agents = Array.from({ length: 1_203 }, (_, index) => agent(String(1_000 + index)))
    const { save } = setUp(agents)
    await save({}, ['agent'])
    expect((await written()).split('\r\n').slice(1, -1)).toEqual(agents.map(({ agentId }) => agentId))
  })
})

it('the journal tells that it was saved and of how many, not of whom', async () => {
  const { save, journal } = setUp([agent('101'), agent('102')])
  await save({ text: 'Ada' })
  expect(journal).toEqual([
    { kind: 'command', name: 'export-roster', cause: 'window', details: { agents: 2 } },
  ])
})
