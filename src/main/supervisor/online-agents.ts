import type { RosterAgent, RosterSnapshot } from '../../shared/domain/roster.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { DeskStore } from '../agent/desk-store.ts'
import type { Clock } from '../time/clock.ts'

/** What the supervisor needs of the agent's desk: who is online. */
export type RosterPort = Pick<DeskService, 'roster' | 'refreshRoster'>

/** A roster as old as this still tells who is online; the window reads it anew when it asks for a confirmation. */
const freshMs = 15_000

/** Who is online now, read anew unless it was just read; null while that cannot be known. */
export async function readOnlineAgents(deps: {
  readonly store: DeskStore
  readonly roster: RosterPort
  readonly clock: Clock
}): Promise<readonly RosterAgent[] | null> {
  const { store, roster, clock } = deps
  if (store.state.session.phase !== 'online') return null
  const isFresh = ({ read }: RosterSnapshot): boolean =>
    read.readAt !== null && clock.now() - read.readAt <= freshMs
  if (!isFresh(roster.roster)) await roster.refreshRoster()
  // Whatever the refresh said: a reading that overtook it is as good.
  return isFresh(roster.roster) ? roster.roster.agents : null
}
