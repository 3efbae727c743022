import type { Page } from '@playwright/test'
import type { CallAction, CallActions } from '../../../src/shared/domain/call-control.ts'
import type { CallView } from '../../../src/shared/domain/call.ts'
import { usualRestSeconds } from '../../../src/shared/domain/agent.ts'
import type { AgentStateView } from '../../../src/shared/domain/desk-snapshot.ts'
import {
  agentStateView,
  callView,
  commandsSnapshot,
  confirmed,
  deskSnapshot,
  noon,
  switchView,
} from '../../../src/renderer/src/testing/snapshots.ts'
import { ok } from '../../../src/shared/result.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

/** These can be asked for; the others stay as `callView` has them. */
const open = (actions: readonly CallAction[]): CallActions => ({
  ...callView().actions,
  ...Object.fromEntries(actions.map((action) => [action, null])),
})

/** Keys that the system lets through, so that the buttons tell them. */
const keys = ok(
  commandsSnapshot({
    shortcuts: [
      {
        accelerator: 'CommandOrControl+Shift+F10',
        command: 'call=mute',
        source: 'default',
        state: 'registered',
      },
    ],
  }),
)

/** A desk in a call, with which these can be done. */
export function callScene(change: Partial<CallView>, actions: readonly CallAction[]): Scene {
  return {
    snapshot: deskSnapshot({
      agentState: agentStateView('talking', { since: noon - 83_000 }),
      call: callView({
        since: noon - 83_000,
        beganAt: noon - 90_000,
        answeredAt: noon - 83_000,
        skillId: 1,
        mediaType: 5,
        kind: 'incoming',
        actions: open(actions),
        ...change,
      }),
    }),
    answers: { getCommands: keys },
  }
}

const restReasons = [
  { id: 1, text: 'Lunch' },
  { id: 2, text: 'Training' },
]
const busyReasons = [
  { code: 201, name: 'Back office' },
  { code: 202, name: 'Coaching' },
]
const stateScene = (state: 'busy' | 'rest' | 'idle', change: Partial<AgentStateView>): Scene => ({
  snapshot: deskSnapshot({ agentState: agentStateView(state, { restReasons, ...change }) }),
  preferences: { busyReasons },
})
const resting: Partial<AgentStateView> = { reason: 1, allowed: ['idle', 'busy'], since: noon - 300_000 }

/** Opens the menu of reasons and times. */
async function openRestReasons(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rest: reason, time' }).click()
  await page.getByRole('menu').waitFor()
}

/** The present call in all its phases. */
export const callViews: readonly PicturedView[] = [
  {
    name: 'call-ringing',
    scene: callScene(
      {
        phase: 'ringing',
        answeredAt: null,
        since: noon,
        awaitsAnswer: true,
      },
      ['answer', 'reject'],
    ),
    also: [[360, 640, 'light']],
  },
  {
    name: 'call-talking',
    scene: callScene({}, ['hold', 'mute', 'release']),
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'call-held',
    scene: callScene({ phase: 'held', since: noon - 20_000 }, ['retrieve', 'release']),
  },
  {
    name: 'call-muted',
    scene: callScene({ isMuted: true, transferredBy: '105' }, ['hold', 'unmute', 'release']),
  },
  {
    name: 'call-linked-phone',
    scene: callScene(
      {
        phase: 'ringing',
        answeredAt: null,
        since: noon,
        caller: '',
        isPhoneRinging: true,
      },
      ['pick-up', 'reject'],
    ),
  },
  {
    name: 'call-refused',
    scene: callScene(
      {
        asked: {
          action: 'hold',
          at: noon,
          outcome: 'refused',
          error: { code: 'refused', reason: 'platform-refused', retcode: '100-007' },
        },
      },
      ['hold', 'mute', 'release'],
    ),
  },
]

/** States with their reasons, and rests with their time. */
export const stateViews: readonly PicturedView[] = [
  {
    name: 'state-busy-reason',
    scene: stateScene('busy', { reason: 202, allowed: ['idle', 'rest'], since: noon - 300_000 }),
  },
  { name: 'state-forced', scene: stateScene('busy', { reason: 3, allowed: ['idle', 'rest'] }) },
  {
    name: 'state-reasons',
    scene: stateScene('idle', {}),
    act: openRestReasons,
    also: [[360, 640, 'light']],
  },
  {
    name: 'state-rest',
    scene: stateScene('rest', { ...resting, restUntil: noon + usualRestSeconds * 1000 }),
    also: [[420, 720, 'contrast']],
  },
  { name: 'state-rest-soon-over', scene: stateScene('rest', { ...resting, restUntil: noon + 50_000 }) },
  {
    name: 'state-rest-over',
    scene: stateScene('rest', { ...resting, restUntil: noon - 60_000, isRestOver: true }),
  },
  {
    name: 'linkage-check',
    scene: {
      snapshot: deskSnapshot({
        linkage: switchView(confirmed(true)),
        phone: {
          status: { value: 'offline', at: noon },
          answer: { result: 0, at: noon - 60_000 },
        },
      }),
    },
    act: (page) => page.getByText('Check the phone').click(),
  },
]
