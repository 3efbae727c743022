import { beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { Door, Outcome } from './desk-service.ts'
import { createFixture, signInInput, type DeskFixture } from './testing/desk-fixture.ts'

const move = { callId: '17-1', fromSkillId: 1, toSkillId: 2 }

/** Each command with what it leaves in the journal; the tray's where it has one. */
const commands: readonly [string, Door, (fixture: DeskFixture, door: Door) => Outcome<unknown>, object][] = [
  ['sign-in', 'window', ({ desk }, door) => desk.signIn(signInInput, door), { takeOver: false }],
  [
    'return',
    'window',
    ({ desk }, door) => desk.returnToSession({ takeOver: true }, door),
    { takeOver: true },
  ],
  ['sign-out', 'tray', ({ desk }, door) => desk.signOut({ force: false }, door), { force: false }],
  ['sign-out', 'window', ({ desk }, door) => desk.signOut({ force: true }, door), { force: true }],
  ['cancel-wish', 'window', ({ desk }, door) => desk.cancelWish('linkage', door), { wish: 'linkage' }],
  ['transfer', 'window', ({ desk }, door) => desk.transferWaitingCall(move, door), move],
  ['transfer-longest', 'tray', ({ desk }, door) => desk.transferLongestWaiting(2, door), { toSkillId: 2 }],
]

describe('commands in the journal', () => {
  let fixture: DeskFixture

  beforeEach(() => {
    fixture = createFixture()
  })

  it.each(commands)(
    '%s from the %s is written down before anything is done',
    async (name, door, ask, details) => {
      const before = fixture.gateway.calls.length
      void ask(fixture, door)
      expect(fixture.journal).toEqual([{ kind: 'command', name, cause: door, details }])
      expect(fixture.gateway.calls).toHaveLength(before)
      await fixture.settle()
    },
  )

  it('the call that the tray meant is named before it is moved', async () => {
    await fixture.signIn()
    fixture.gateway.status = { state: 'busy', isInCall: false }
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    fixture.gateway.waiting.set(1, [
      {
        ...{ callId: '17-1', skillId: 1, caller: '13800000001', called: '400', enteredAt: 1_000 },
        ...{ waitedSeconds: 5, priority: null, mediaType: 5 },
      },
    ])
    await fixture.settle()
    const mark = fixture.journal.length
    const moving = fixture.desk.transferLongestWaiting(2, 'tray')
    await fixture.clock.advance(5_000)
    await moving
    const written = (entries: readonly NewJournalEntry[]): readonly unknown[] =>
      entries
        .filter(({ kind }) => kind === 'command')
        .map(({ name, cause, details }) => [name, cause, details])
    expect(written(fixture.journal.slice(mark))).toEqual([
      ['transfer-longest', 'tray', { toSkillId: 2 }],
      ['transfer', 'tray', move],
    ])
    expect(JSON.stringify(fixture.journal)).not.toContain('13800000001')
  })

  it('a password is never in it', async () => {
    await fixture.signIn()
    expect(JSON.stringify(fixture.journal)).not.toContain(signInInput.password)
  })
})
