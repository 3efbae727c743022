import type { Page } from '@playwright/test'
import type { QueueFigures, QueuesSnapshot } from '../../../src/shared/domain/queues.ts'
import type { ListedCall, TransferReceipt } from '../../../src/shared/domain/waiting.ts'
import {
  agentStateView,
  deskSnapshot,
  noon,
  queueFigures,
  queuesSnapshot,
  waitingCall,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

const samples = 180
/** Half an hour in steps of ten seconds; for five minutes nothing was read. */
const isGap = (index: number): boolean => index > 60 && index < 90
const at = Array.from({ length: samples }, (_, index) => noon - (samples - index) * 10_000)
const wave = (most: number, from: number) =>
  at.map((_, index) =>
    isGap(index) ? null : Math.max(0, Math.round((most * (1 + Math.sin(from + index / 17))) / 2)),
  )
const figures: readonly QueueFigures[] = [
  queueFigures({ skillId: 1, waitingCalls: 11, longestWaitSeconds: 312, agentsOn: 4, agentsFree: 0 }),
  queueFigures({ skillId: 2, waitingCalls: 6, longestWaitSeconds: 75, agentsOn: 6, agentsFree: 1 }),
  queueFigures({ skillId: 3, agentsOn: 3, agentsFree: 2 }),
]
/** One queue of each level. */
const levels: QueuesSnapshot = queuesSnapshot(figures, {
  levels: { 1: 'red', 2: 'amber', 3: 'calm' },
  history: { at, waiting: { 1: wave(12, 1), 2: wave(7, 2), 3: wave(2, 3) } },
})

/** Of three queues, the longest wait first. */
export const waitingCalls: readonly ListedCall[] = [
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
  queues: levels,
  snapshot: deskSnapshot({
    agentState: busy,
    waiting: {
      ...waiting,
      calls: waitingCalls,
      receipts: [receipt({}), receipt({ callId: '1700000000-8', outcome: 'taken' })],
    },
  }),
}

/** Holds the longest-waiting call above another queue. */
async function dragCall(page: Page): Promise<void> {
  await page.getByRole('cell', { name: '13800000001' }).hover()
  await page.mouse.down()
  // The tray of queues comes with the first movement.
  await page.mouse.move(200, 400, { steps: 4 })
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Sales$/ })
    .hover()
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
  {
    name: 'queue-thresholds',
    scene: waitingScene,
    act: async (page) => {
      await page.getByRole('button', { name: 'Thresholds of Technical support' }).click()
      await page.getByRole('dialog', { name: 'Thresholds of Technical support' }).waitFor()
    },
    also: [[360, 640, 'light']],
  },
  { name: 'queue-drag', scene: waitingScene, act: dragCall },
  {
    name: 'queues-unread',
    scene: {
      ...waitingScene,
      queues: queuesSnapshot([], {
        read: { isLoading: false, readAt: null, error: { code: 'timed-out' } },
      }),
    },
  },
]
