import { expect, it } from 'vitest'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { fakeRecords } from '../ipc/testing/fake-records.ts'
import { followQueueRules } from './follow-queue-rules.ts'
import type { QueueRules } from './queue-levels.ts'

it('gives the desk its rules at first and after each change that touches them, until it is undone', async () => {
  const { preferences } = fakeRecords()
  const given: QueueRules[] = []
  const undo = followQueueRules(preferences, { setQueueRules: (rules) => given.push(rules) })
  const { thresholds, alerts } = defaultPreferences
  await preferences.change({ theme: 'dark' })
  await preferences.change({ alerts: { ...alerts, 'waiting-long': { note: false, sound: true } } })
  const higher = { ...thresholds, usual: { ...thresholds.usual, waitingRed: 30 } }
  await preferences.change({ thresholds: higher })
  undo()
  await preferences.change({ thresholds })
  expect(given).toEqual([
    { thresholds, isTold: false },
    { thresholds, isTold: true },
    { thresholds: higher, isTold: true },
  ])
})
