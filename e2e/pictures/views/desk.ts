import type { AbsenceReport } from '../../../src/shared/domain/absence.ts'
import type { Notice } from '../../../src/shared/domain/notice.ts'
import type { TruthLine } from '../../../src/shared/domain/truth-line.ts'
import {
  afterCallView,
  agentStateView,
  callView,
  confirmed,
  deskSnapshot,
  doubtful,
  noon,
  recovering,
  signedIn,
  switchView,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { PicturedView } from '../view.ts'

const minute = 60_000
const linkage = (line: Partial<TruthLine<boolean>>) => ({
  ...deskSnapshot().linkage,
  ...switchView(line),
})

const absence: AbsenceReport = {
  id: 4,
  from: noon - 9 * minute,
  until: noon - minute,
  cause: 'sleep',
  hasSessionEnded: false,
  changes: [
    { kind: 'agent-state', before: 'idle', after: 'rest', isForced: true },
    { kind: 'queues-lost', skillIds: [2, 3] },
    { kind: 'call-missed', caller: '13800000001' },
    { kind: 'wish-sent', wish: 'linkage' },
  ],
  unread: ['call'],
}

const notices: readonly Notice[] = [
  { id: 1, at: noon, severity: 'error', content: { kind: 'session-ended', cause: 'guid-refused' } },
  { id: 2, at: noon, severity: 'warning', content: { kind: 'call-missed', caller: '13800000001' } },
  { id: 3, at: noon, severity: 'info', content: { kind: 'password-expires', days: 3 } },
]

export const deskViews: readonly PicturedView[] = [
  {
    name: 'desk-idle',
    scene: { snapshot: deskSnapshot() },
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [1400, 900, 'dark'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'desk-in-a-call',
    scene: {
      snapshot: deskSnapshot({
        agentState: agentStateView('talking', { since: noon - 83_000 }),
        call: callView({ since: noon - 83_000 }),
      }),
    },
    also: [[360, 640, 'dark']],
  },
  {
    name: 'desk-call-arriving',
    scene: {
      snapshot: deskSnapshot({
        call: callView({ phase: 'arriving', answeredAt: null }),
      }),
    },
  },
  {
    name: 'desk-wrap-up',
    scene: {
      snapshot: deskSnapshot({
        agentState: agentStateView('wrap-up', {
          since: noon - 4 * minute,
          allowed: ['idle', 'busy', 'rest'],
        }),
        afterCall: afterCallView(switchView(confirmed(false))),
      }),
    },
  },
  {
    name: 'desk-contradicted',
    scene: {
      snapshot: deskSnapshot({
        afterCall: afterCallView(
          switchView({ ...confirmed(true), seen: { value: false, at: noon, by: 'call-end' } }),
        ),
        linkage: linkage({
          wished: { value: true, at: noon, origin: 'tray' },
          failure: {
            value: { code: 'refused', reason: 'platform-refused', retcode: '100-007' },
            at: noon,
            isOutcomeUnknown: false,
          },
        }),
      }),
    },
  },
  {
    name: 'desk-doubtful',
    scene: {
      snapshot: deskSnapshot({
        session: doubtful,
        linkage: {
          ...linkage({ ...confirmed(false), wished: { value: true, at: noon, origin: 'window' } }),
          isKept: true,
        },
      }),
    },
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
    ],
  },
  { name: 'desk-recovering', scene: { snapshot: deskSnapshot({ session: recovering }) } },
  { name: 'desk-absence', scene: { snapshot: deskSnapshot({ absence }) }, also: [[360, 640, 'light']] },
  { name: 'desk-notices', scene: { snapshot: deskSnapshot({ notices }) } },
  {
    name: 'desk-password',
    scene: {
      snapshot: deskSnapshot({ session: { ...signedIn, phase: 'online', isPasswordChangeForced: true } }),
    },
  },
]
