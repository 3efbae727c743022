import type { DeskSnapshot } from '../../../src/shared/domain/desk-snapshot.ts'
import {
  agentStateView,
  deskSnapshot,
  doubtful,
  noon,
  signedOut,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { Look, PicturedView } from '../view.ts'
import { callScene } from './call.ts'
import { waitingCalls } from './queues.ts'

/** The strip has a size of its own. */
const looks: readonly Look[] = [
  [360, 96, 'light'],
  [360, 96, 'dark'],
]
const strip = (snapshot: DeskSnapshot): Scene => ({ snapshot, preferences: { windowMode: 'mini' } })
const { waiting } = deskSnapshot()
const busy = agentStateView('busy', { since: noon - 252_000, allowed: ['idle', 'rest'] })
const ended = { agentId: '101', ended: { cause: 'silent-too-long', at: noon }, canReturn: true } as const

export const miniViews: readonly PicturedView[] = [
  {
    name: 'mini-idle',
    scene: strip(deskSnapshot()),
    looks: [...looks, [360, 96, 'contrast'], [360, 96, 'forced']],
  },
  {
    name: 'mini-waiting',
    scene: strip(
      deskSnapshot({
        agentState: busy,
        waiting: {
          ...waiting,
          queued: { count: waitingCalls.length, level: 'red', readAt: noon + 11_000 },
        },
      }),
    ),
    looks,
  },
  {
    name: 'mini-call-arriving',
    scene: strip(
      callScene({ phase: 'ringing', answeredAt: null, since: noon, awaitsAnswer: true }, ['answer', 'reject'])
        .snapshot,
    ),
    looks,
  },
  { name: 'mini-in-a-call', scene: strip(callScene({}, ['hold', 'mute', 'release']).snapshot), looks },
  { name: 'mini-doubtful', scene: strip(deskSnapshot({ session: doubtful })), looks },
  { name: 'mini-ended', scene: strip(deskSnapshot({ session: { phase: 'ended', ...ended } })), looks },
  { name: 'mini-signed-out', scene: strip(signedOut()), looks },
]
