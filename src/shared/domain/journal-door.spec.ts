import { expect, test } from 'vitest'
import type { JournalKind } from './journal.ts'
import { doorOf, type JournalDoor } from './journal-door.ts'
import { doors } from './truth-line.ts'

test.each<[JournalKind, string | null, JournalDoor | null]>([
  ['answer', null, null],
  ['answer', 'timed-out', null],
  ['event', null, null],
  ['receipt', 'accepted', null],
  ['transition', 'sign-in-asked', null],
  ['transition', 'signed-out-by-user', null],
  ['transition', 'poll-failed', 'itself'],
  ['wish', 'recovery', 'itself'],
  ['command', 'restored', 'itself'],
  ['gap', null, 'itself'],
  ['app', null, 'itself'],
  // Names of every object are no doors.
  ['event', 'toString', null],
  ...doors.map((door): [JournalKind, string, JournalDoor] => ['command', door, door]),
])('%s because of %s began at %s', (kind, cause, expected) => {
  expect(doorOf({ kind, cause })).toBe(expected)
})
