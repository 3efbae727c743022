import type { AgentState } from '../../../src/shared/domain/agent.ts'
import { journalKinds, type JournalEntry } from '../../../src/shared/domain/journal.ts'
import { err, ok } from '../../../src/shared/result.ts'
import {
  deskSnapshot,
  journalEntry,
  noDiagnostics,
  noon,
  rosterAgent,
  rosterSnapshot,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

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

const rosterScene: Scene = {
  view: 'roster',
  snapshot: deskSnapshot(),
  roster: rosterSnapshot(agents),
}

export const rosterViews: readonly PicturedView[] = [
  {
    name: 'roster',
    scene: rosterScene,
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
      [1400, 900, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'team-by-queue',
    scene: { ...rosterScene, preferences: { isRosterByQueue: true } },
    also: [[900, 700, 'light']],
  },
  {
    name: 'team-filtered',
    scene: rosterScene,
    act: async (page) => {
      await page.getByRole('group', { name: 'Agents by state' }).getByRole('button').first().click()
      await page.getByRole('searchbox', { name: 'Filter agents' }).fill('a')
    },
  },
  {
    name: 'team-columns',
    scene: { ...rosterScene, preferences: { rosterColumns: ['agent', 'name', 'state'] } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click()
      await page.getByRole('menu').waitFor()
    },
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
        { name: 'queryAllOnlineAgents', lastHour: 62, failedLastHour: 0, sinceStart: 402 },
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
    act: (page) => page.getByRole('radio', { name: 'Connection figures' }).click(),
  },
  {
    name: 'activity-unread',
    scene: {
      ...activityScene,
      answers: { ...activityScene.answers, readJournal: err({ code: 'storage-failed' }) },
    },
  },
]
