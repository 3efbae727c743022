import { describe, expect, it } from 'vitest'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import { tray as texts } from '../../shared/i18n/en/tray.ts'
import { newCall } from '../agent/call-facts.ts'
import type { DeskState } from '../agent/desk-state.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { createConfirmedQuit } from './confirm-quit.ts'

const call = { ...newCall('talking', 1), callId: 'c' }

const inCall: Partial<DeskState> = { call }
const seenTalking: Partial<DeskState> = {
  agentState: { line: { ...emptyLine(), seen: { value: 'talking', at: 1, by: 'status-query' } }, since: 1 },
}

function setUp(changes: Partial<DeskState>) {
  const asked: unknown[] = []
  const answers: ((mayQuit: boolean) => void)[] = []
  const failures: ((error: Error) => void)[] = []
  const { log, entries } = createRecordingLogger()
  let quits = 0
  const quit = createConfirmedQuit({
    snapshot: () => snapshotOf(changes),
    ask: (question) =>
      new Promise((resolve, reject) => {
        asked.push(question)
        answers.push(resolve)
        failures.push(reject)
      }),
    quit: () => (quits += 1),
    texts: () => texts.quitInCall,
    log,
  })
  return { asked, answers, failures, entries, quit, quits: () => quits }
}

describe('quitting in a call', () => {
  it('goes on when the agent cancels, and asks again the next time', async () => {
    const { quit, answers, asked, quits } = setUp(inCall)
    for (const n of [0, 1]) {
      quit()
      answers[n]!(false)
      await settle()
    }
    expect([asked, quits()]).toEqual([[texts.quitInCall, texts.quitInCall], 0])
  })

  it('asks as well when only the state tells of the call', () => {
    const { quit, asked, quits } = setUp(seenTalking)
    quit()
    expect([asked.length, quits()]).toEqual([1, 0])
  })

  it('is asked once, however often it is clicked', async () => {
    const { quit, asked, answers, quits } = setUp(inCall)
    quit()
    quit()
    expect([asked.length, quits()]).toEqual([1, 0])
    answers[0]!(true)
    await settle()
    expect(quits()).toBe(1)
  })

  it('keeps the call when the question cannot be shown', async () => {
    const { quit, failures, entries, quits } = setUp(inCall)
    quit()
    failures[0]!(new Error('no display'))
    await settle()
    expect(quits()).toBe(0)
    expect(entries).toMatchObject([{ level: 'error', message: 'question before quitting failed' }])
  })
})

it('without a call nothing is asked', () => {
  const { quit, asked, quits } = setUp({})
  quit()
  expect([asked, quits()]).toEqual([[], 1])
})
