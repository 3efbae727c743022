import { expect, test } from 'vitest'
import { noon, waitingCall } from '../../testing/snapshots.ts'
import { gatewayClockLead, waitedSeconds } from './waited-seconds.ts'

test.each([
  ['five seconds ago', noon, 80],
  ['a moment ahead of the ticker', noon + 60_000, 75],
])('without a time of entry, read %s', (_, readAt, seconds) => {
  expect(waitedSeconds(waitingCall({ enteredAt: null, readAt }), noon + 5000, 0)).toBe(seconds)
})

test.each([
  ['equal', 0],
  ['an hour ahead', 3_600_000],
  ['ten minutes behind', -600_000],
])('calls placed together wait equally long when the clock of the gateway is %s', (_, lead) => {
  // The second queue was read two seconds before the first.
  const enteredAt = noon - 75_000 + lead
  const calls = [
    waitingCall({ enteredAt, waitedSeconds: 75 }),
    waitingCall({ callId: '2', skillId: 2, enteredAt, waitedSeconds: 73, readAt: noon - 2000 }),
  ]
  const clockLead = gatewayClockLead(calls)
  expect(calls.map((one) => waitedSeconds(one, noon + 5000, clockLead))).toEqual([80, 80])
})

test.each([
  ['a call without a time of entry', [waitingCall({ enteredAt: null })]],
  ['an empty list', []],
])('nothing is known of the clock of the gateway by %s', (_, calls) => {
  expect(gatewayClockLead(calls)).toBe(0)
})
