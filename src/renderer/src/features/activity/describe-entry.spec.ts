import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { journalEntry, noon } from '../../testing/snapshots.ts'
import { openActivity as open } from './testing/open-activity.ts'

/* Entries as the agent reads them, in words and without a code. */

describe('lines in plain words', () => {
  test.each<[Partial<JournalEntry>, RegExp]>([
    [
      {
        kind: 'transition',
        name: 'doubtful',
        cause: 'poll-failed',
        details: { from: 'online', error: 'cut' },
      },
      /Session\s*No answer from the gateway · a poll failed\s*Before: Connected\. Error: the connection was cut\.$/,
    ],
    [
      { kind: 'transition', name: 'ended', cause: 'silent-too-long' },
      /Session ended · more than two minutes/,
    ],
    [
      { kind: 'command', name: 'after-call', cause: 'tray', details: { autoIdle: false } },
      /Asked\s*Enter idle after call · the tray\s*Wrap-up follows each call\.$/,
    ],
    [
      { kind: 'wish', name: 'skills', cause: 'recovery', details: { what: 'sent' } },
      /Request\s*Skill sign-in · catching up\s*It was sent\.$/,
    ],
    [
      {
        kind: 'receipt',
        name: 'taken',
        cause: 'accepted',
        details: { callId: '17-1', fromSkillId: 1, toSkillId: 77 },
      },
      /Transfer: taken meanwhile · the gateway accepted\s*Call 17-1 from Billing to Queue 77\.$/,
    ],
    [
      {
        kind: 'answer',
        name: 'resetSkill',
        cause: null,
        details: { outcome: 'answered', retcode: '0', ms: 12 },
      },
      /Answer\s*Skill sign-in and phone linkage\s*Answered after 12 ms\.$/,
    ],
    [
      {
        kind: 'answer',
        name: 'rest',
        cause: null,
        details: { outcome: 'answered', retcode: '100-006', ms: 1_500 },
      },
      /Rest\s*Refused with code 100-006 after 2 sec\.$/,
    ],
    [
      { kind: 'answer', name: 'rest', cause: 'timed-out', details: { outcome: 'failed', ms: 15_000 } },
      /Rest · no answer in time\s*Given up after 15 sec\.$/,
    ],
    [
      { kind: 'command', name: 'skills', cause: 'window', details: { mode: 'chosen', skills: '1 77' } },
      /Skill sign-in · a click in the window\s*Chosen skills: Billing and Queue 77\.$/,
    ],
    [
      { kind: 'command', name: 'call', cause: 'tray', details: { what: 'hold', callId: null } },
      /Control the call · the tray\s*Action: hold\.$/,
    ],
    [
      { kind: 'command', name: 'auto-idle', cause: 'shortcut', details: { refused: 'just-changed' } },
      /Enter idle after call · a key of the keyboard\s*Not done\. Your state or your call had just changed, so this was not done\.$/,
    ],
    [
      { kind: 'command', name: 'linkage', cause: 'palette', details: { refused: 'session-changing' } },
      /Phone linkage.*\s*Not done\. Signing in or out\.$/,
    ],
    [
      { kind: 'command', name: 'state', cause: 'deep-link', details: { refused: 'not-allowed' } },
      /Agent state · a link\s*Not done\. You did not allow it\.$/,
    ],
    [
      {
        kind: 'receipt',
        name: 'unbound-partly',
        cause: 'refused',
        details: { skillId: 1, accounts: 3, done: 2, failed: 1, notSent: 0 },
      },
      /done in part · .*\s*Queue: Billing\. 3 accounts were chosen\. 2 are done\. One failed\.$/,
    ],
    [
      {
        kind: 'app',
        name: 'connection-check',
        cause: 'window',
        details: { outcome: 'failed', step: 'tls', problem: 'no-such-problem' },
      },
      /It failed at this step: /,
    ],
    [{ kind: 'event', name: 'linkage-result', details: { result: 3 } }, /was not linked \(result 3\)\.$/],
    [{ kind: 'event', name: 'linked-phone', details: { status: 5 } }, /The phone: ringing\.$/],
    [
      { kind: 'event', name: 'customer-released', details: { callId: '17-1' } },
      /The other side left the call\s*Call 17-1\.$/,
    ],
    [
      { kind: 'gap', name: 'sleep', details: { from: noon, seconds: 300 } },
      /The computer slept\s*It began at .*2:02:00.* and lasted 5 min\.$/,
    ],
    [
      { kind: 'absence', name: 'session-kept', cause: 'sleep', details: { changes: '', unread: 'queues' } },
      /Caught up after a gap · the computer slept\s*Not checked: your queues\.$/,
    ],
    [
      { kind: 'event', name: 'busy', details: { isForced: false, reason: 203 } },
      /^(?!.*supervisor).*Reason: reason 203\.$/,
    ],
    [
      { kind: 'event', name: 'AgentState_Force_Ready', details: { isForced: true } },
      /A supervisor did it\.$/,
    ],
    [
      { kind: 'event', name: 'busy', details: { isForced: true, reason: 3 } },
      /Busy\s*A supervisor made you busy\.$/,
    ],
    [{ kind: 'app', name: 'start', details: { version: '0.1.0' } }, /Deskside started\s*Version 0\.1\.0\.$/],
    // Codes nobody gave words to are shown as they are, whatever they look like.
    [
      { kind: 'event', name: 'AgentMediaEvent_Conf', cause: 'toString', details: { constructor: null } },
      /Event\s*AgentMediaEvent_Conf · toString\s*constructor: not known\.$/,
    ],
  ])('%j', async (change, words) => {
    const { lines } = await open([journalEntry(change)])
    await expect.element(lines).toMatchTextContent(words)
  })
})
