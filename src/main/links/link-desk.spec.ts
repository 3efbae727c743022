import { describe, expect, it } from 'vitest'
import { formatCommand } from '../../shared/commands/format-command.ts'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { LinkDesk } from './link-desk.ts'

function setUp() {
  const clock = new ManualClock()
  const done: string[] = []
  const journal: NewJournalEntry[] = []
  const situation: { changedAt: number | null } = { changedAt: null }
  const questions: { text: string; answer: (isAllowed: boolean) => void }[] = []
  const { log, entries } = createRecordingLogger()
  const desk = new LinkDesk({
    run: async (command) => void done.push(formatCommand(command)),
    tellFailed: (command, error) => done.push(`${formatCommand(command)} ${error.reason}`),
    changedAt: () => situation.changedAt,
    tellNotUnderstood: () => done.push('not understood'),
    question: (command) => ({ title: '', text: formatCommand(command), confirm: '', cancel: '' }),
    ask: ({ text }) => new Promise((answer) => questions.push({ text, answer })),
    clock,
    journal: { record: (entry) => void journal.push(entry) },
    log,
  })
  return { desk, clock, done, questions, journal, entries, situation }
}

describe('not followed', () => {
  it('a link that is no command, which is told and not written down', async () => {
    const { desk, done, entries } = setUp()
    await desk.open('deskside://give-me/secret')
    expect(done).toEqual(['not understood'])
    expect(JSON.stringify(entries)).not.toContain('secret')
  })

  it('what the agent does not allow; the journal says so', async () => {
    const { desk, done, questions, journal } = setUp()
    const opened = desk.open('deskside://state/busy')
    questions[0]?.answer(false)
    await opened
    expect(done).toEqual([])
    expect(journal).toMatchObject([
      { name: 'state', cause: 'deep-link', details: { refused: 'not-allowed' } },
    ])
  })

  it('what was allowed for a situation that has changed meanwhile', async () => {
    const { desk, done, questions, journal, situation } = setUp()
    const opened = desk.open('deskside://call/release')
    situation.changedAt = 7
    questions[0]?.answer(true)
    await opened
    expect(done).toEqual(['call=release just-changed'])
    expect(journal).toMatchObject([
      { name: 'call', cause: 'deep-link', details: { refused: 'just-changed' } },
    ])
  })

  it('further links while a question is open', async () => {
    const { desk, done, questions } = setUp()
    const opened = desk.open('deskside://state/busy')
    await desk.open('deskside://state/rest')
    await desk.open('deskside://show/team')
    expect([questions.map(({ text }) => text), done]).toEqual([['state=busy'], []])
    questions[0]?.answer(true)
    await opened
    expect(done).toEqual(['state=busy'])
  })

  it('more than twenty in ten seconds', async () => {
    const { desk, clock, done, entries } = setUp()
    for (let count = 0; count < 23; count += 1) await desk.open('deskside://show/team')
    expect(done).toHaveLength(20)
    expect(entries).toHaveLength(1)
    await clock.advance(10_000)
    for (let count = 0; count < 23; count += 1) await desk.open('deskside://show/team')
    expect(done).toHaveLength(40)
    // One line for each flood.
    expect(entries).toHaveLength(2)
  })

  it('but those that somebody allowed do not count', async () => {
    const { desk, done, questions } = setUp()
    for (let count = 0; count < 35; count += 1) {
      const opened = desk.open('deskside://state/busy')
      questions.at(-1)?.answer(true)
      await opened
    }
    expect(done).toHaveLength(35)
  })

  it('a question that fails leaves the door open for the next link', async () => {
    const { log } = createRecordingLogger()
    let isBroken = true
    const done: string[] = []
    const desk = new LinkDesk({
      run: async (command) => void done.push(formatCommand(command)),
      tellFailed: () => undefined,
      changedAt: () => null,
      tellNotUnderstood: () => undefined,
      question: () => ({ title: '', text: '', confirm: '', cancel: '' }),
      ask: async () => {
        if (isBroken) throw new Error('no dialog')
        return true
      },
      clock: new ManualClock(),
      journal: { record: () => undefined },
      log,
    })
    await expect(desk.open('deskside://sign-out')).rejects.toThrow('no dialog')
    isBroken = false
    await desk.open('deskside://sign-out')
    expect(done).toEqual(['sign-out'])
  })
})

it('what is easy to take back is run as it was allowed, whatever has changed', async () => {
  const { desk, done, questions, situation } = setUp()
  const opened = desk.open('deskside://auto-idle/off')
  situation.changedAt = 7
  questions[0]?.answer(true)
  await opened
  expect(done).toEqual(['auto-idle=off'])
})

it('what only shows something is not asked', async () => {
  const { desk, done, questions } = setUp()
  await desk.open('deskside://window/mini')
  expect([done, questions]).toEqual([['window=mini'], []])
})
