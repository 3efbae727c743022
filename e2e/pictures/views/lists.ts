import type { AgentState } from '../../../src/shared/domain/agent.ts'
import { journalKinds, type JournalEntry } from '../../../src/shared/domain/journal.ts'
import type { TransferReceipt } from '../../../src/shared/domain/waiting.ts'
import { err, ok } from '../../../src/shared/result.ts'
import {
  agentStateView,
  deskSnapshot,
  journalEntry,
  noDiagnostics,
  noon,
  rosterAgent,
  rosterSnapshot,
  waitingCall,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

const calls = [
  waitingCall({
    callId: '1700000000-1',
    waitedSeconds: 312,
    enteredAt: noon - 312_000,
    caller: '13800000001',
  }),
  waitingCall({
    callId: '1700000000-2',
    waitedSeconds: 75,
    enteredAt: noon - 75_000,
    caller: '13800000002',
    skillId: 2,
  }),
  waitingCall({
    callId: '1700000000-3',
    waitedSeconds: 8,
    enteredAt: noon - 8_000,
    caller: '',
    skillId: 2,
    priority: 3,
  }),
]
const receipt = (change: Partial<TransferReceipt>): TransferReceipt => ({
  callId: '1700000000-9',
  fromSkillId: 1,
  toSkillId: 2,
  outcome: 'moved',
  answer: 'accepted',
  askedAt: noon - 1000,
  at: noon,
  error: null,
  ...change,
})
const { waiting } = deskSnapshot()
const busy = agentStateView('busy', { allowed: ['idle', 'rest'] })
const waitingScene: Scene = {
  view: 'waiting',
  snapshot: deskSnapshot({
    agentState: busy,
    waiting: {
      ...waiting,
      calls,
      receipts: [receipt({}), receipt({ callId: '1700000000-8', outcome: 'taken' })],
    },
  }),
}

export const waitingViews: readonly PicturedView[] = [
  {
    name: 'waiting',
    scene: waitingScene,
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [1400, 900, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'waiting-hidden',
    scene: {
      view: 'waiting',
      snapshot: deskSnapshot({ waiting: { ...waiting, isHiddenWhileIdle: true } }),
    },
  },
  {
    name: 'waiting-unread',
    scene: {
      view: 'waiting',
      snapshot: deskSnapshot({
        agentState: busy,
        waiting: { ...waiting, read: { isLoading: false, readAt: null, error: { code: 'timed-out' } } },
      }),
    },
  },
  {
    name: 'dialog-transfer',
    scene: waitingScene,
    act: async (page) => {
      await page.getByRole('button', { name: 'Transfer call 1700000000-1' }).click()
      await page.getByRole('dialog', { name: 'Transfer waiting call' }).waitFor()
    },
    also: [[360, 640, 'light']],
  },
]

const states: readonly AgentState[] = ['idle', 'talking', 'wrap-up', 'busy', 'rest']
const names = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Alan', 'Radia', 'Ken', 'Frances']
const agents = Array.from({ length: 40 }, (_, index) =>
  rosterAgent({
    agentId: String(101 + index),
    name: names[index % names.length] ?? '',
    state: states[index % states.length] ?? 'idle',
    stateSeconds: 13 + index * 47,
    skillIds: index % 3 === 0 ? [1, 2, 3] : [1 + (index % 4)],
  }),
)

export const rosterViews: readonly PicturedView[] = [
  {
    name: 'roster',
    scene: { view: 'roster', snapshot: deskSnapshot(), roster: rosterSnapshot(agents) },
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
      [1400, 900, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'roster-empty',
    scene: { view: 'roster', snapshot: deskSnapshot(), roster: rosterSnapshot([]) },
  },
  {
    name: 'roster-unread',
    scene: {
      view: 'roster',
      snapshot: deskSnapshot(),
      roster: rosterSnapshot([], {
        read: { isLoading: false, readAt: null, error: { code: 'unreachable' } },
      }),
    },
  },
]

const told: readonly Partial<JournalEntry>[] = [
  { kind: 'command', name: 'after-call', cause: 'tray', details: { autoIdle: false } },
  { kind: 'answer', name: 'setAgentAutoEnterIdle', cause: 'window', details: { retcode: '0', ms: 12 } },
  { kind: 'event', name: 'AgentState_Ready', cause: null },
  {
    kind: 'transition',
    name: 'doubtful',
    cause: 'poll-failed',
    details: { from: 'online', error: 'cut' },
  },
  { kind: 'wish', name: 'linkage', cause: 'recovery' },
]
const entries = Array.from({ length: 30 }, (_, index) =>
  journalEntry({
    id: 100 - index,
    at: noon - index * 17_000,
    kind: journalKinds[index % journalKinds.length] ?? 'app',
    ...told[index % told.length],
  }),
)
const activityScene: Scene = {
  view: 'activity',
  snapshot: deskSnapshot(),
  answers: {
    readJournal: ok(entries),
    readDiagnostics: ok({
      ...noDiagnostics,
      requests: [
        { name: 'resetSkill', lastHour: 3, failedLastHour: 1, sinceStart: 4 },
        { name: 'allOnlineAgents', lastHour: 62, failedLastHour: 0, sinceStart: 402 },
      ],
      requestsLastHour: 65,
      queueQueryPeak: 2,
      answerMedianMs: 14,
      answerSlowestMs: 212,
    }),
  },
}

export const activityViews: readonly PicturedView[] = [
  {
    name: 'activity',
    scene: activityScene,
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [1400, 900, 'dark'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'activity-figures',
    scene: activityScene,
    act: (page) => page.getByRole('table', { name: 'Requests by interface' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'activity-unread',
    scene: {
      ...activityScene,
      answers: { ...activityScene.answers, readJournal: err({ code: 'storage-failed' }) },
    },
  },
]
