import { expect, it } from 'vitest'
import type { AppError } from '../../shared/app-error.ts'
import type { Command } from '../../shared/commands/command.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { err, ok } from '../../shared/result.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { ToldFailures } from '../notifications/told-failures.ts'
import { queues } from '../tray/testing/tray-build.ts'
import { failureText } from '../words/failure-text.ts'
import { wordsOf } from '../words/words.ts'
import { ToldRunner } from './told-runner.ts'

const words = wordsOf('en')

function setUp(error: AppError | null) {
  const told: unknown[] = []
  const failures = new ToldFailures()
  const runner = new ToldRunner({
    runner: {
      run: async () => (error === null ? ok(null) : err(error)),
      context: { snapshot: snapshotOf({ queues }), preferences: defaultPreferences, hasChosenQueues: false },
    },
    words: { now: words },
    tell: ({ title, body }) => told.push([title, body]),
    toldFailures: failures,
  })
  return { runner, told, failures }
}

const transfer: Command = { name: 'transfer-longest', queue: '2' }

it.each([
  [
    { name: 'linkage', to: 'on' },
    { code: 'timed-out' },
    'Phone linkage: turn on: not done',
    failureText({ code: 'timed-out' }, words),
  ],
  [
    transfer,
    { code: 'refused', reason: 'nothing-found' },
    'Transfer longest-waiting call to Technical support: not done',
    words.tray.nothingToTransfer,
  ],
  [
    { name: 'linkage', to: 'on' },
    { code: 'refused', reason: 'nothing-found' },
    'Phone linkage: turn on: not done',
    failureText({ code: 'refused', reason: 'nothing-found' }, words),
  ],
  [
    transfer,
    { code: 'refused', reason: 'no-right' },
    'Transfer longest-waiting call to Technical support: not done',
    failureText({ code: 'refused', reason: 'no-right' }, words),
  ],
] as const)(
  '%j that fails with %j is told, and known to have been told',
  async (command, error, title, body) => {
    const { runner, told, failures } = setUp(error)
    const running = runner.run(command, 'tray')
    // The notice of the desk may ask before the answer has been told.
    expect(await failures.wasTold(error)).toBe(true)
    await running
    expect(told).toEqual([[title, body]])
  },
)

it.each([null, { code: 'superseded' } as const])('nothing is said after %j', async (error) => {
  const { runner, told } = setUp(error)
  await runner.run(transfer, 'shortcut')
  expect(told).toEqual([])
})
