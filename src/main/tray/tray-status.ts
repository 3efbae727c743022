import { whoEnded } from '../../shared/commands/command-unavailable.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { shownState, type ShownState } from '../../shared/domain/shown-state.ts'

/** What icon and tool tip tell. */
export type TrayStatus = ShownState | 'interrupted' | 'recovering' | 'taken-over' | 'held-elsewhere' | 'ended'

export function trayStatus(snapshot: DeskSnapshot): TrayStatus {
  const { session } = snapshot
  switch (session.phase) {
    case 'online':
      return shownState(snapshot)
    case 'doubtful':
      return 'interrupted'
    case 'taken-over':
      return whoEnded(session)
    case 'recovering':
    case 'ended':
      return session.phase
    case 'signed-out':
    case 'signing-in':
    case 'signing-out':
      return 'signed-out'
  }
}
