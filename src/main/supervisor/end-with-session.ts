import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { SessionView } from '../../shared/domain/session.ts'
import type { DeskService } from '../agent/desk-service.ts'

/**
 * The supervisor's key is kept like his password (ADR 9): as long as he is signed in, or can come back with one click. Who
 * signs in after him must not find it. Returns its own undo.
 */
export function endWithSession(
  desk: Pick<DeskService, 'snapshot' | 'subscribe'>,
  supervisor: { disconnect(): Promise<void> },
): () => void {
  let agentId: string | null = null
  const look = ({ session, supervisor: { hasCredentials } }: DeskSnapshot): void => {
    const next = 'agentId' in session ? session.agentId : null
    const isOther = agentId !== null && next !== null && next !== agentId
    agentId = next ?? agentId
    if (hasCredentials && (isOther || isOver(session))) void supervisor.disconnect()
  }
  look(desk.snapshot)
  return desk.subscribe(look)
}

/** Nobody is signed in, and there is no way back. */
function isOver(session: SessionView): boolean {
  if (session.phase === 'ended' || session.phase === 'taken-over') return !session.canReturn
  return session.phase === 'signed-out'
}
