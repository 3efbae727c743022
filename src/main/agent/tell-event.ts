import type { NoticeContent } from '../../shared/domain/notice.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Notices because of an event that was just applied. `before`: the state without it. What happens while the gateway was out
 * of sight (`isAway`) stands in the absence report instead.
 */
export function tellEvent(store: DeskStore, event: GatewayEvent, before: DeskState, isAway: boolean): void {
  retractOverNotices(store, event)
  switch (event.type) {
    case 'linkage-result':
      if (event.result !== 0 && store.state.linkage.wished?.value === true) {
        store.notify('warning', { kind: 'linkage-failed', result: event.result })
      }
      return
    case 'rest-over':
      store.notify('info', { kind: 'rest-over' })
      return
    case 'no-answer':
      if (!isAway) store.notify('warning', { kind: 'call-missed', caller: before.call?.caller ?? null })
      return
    case 'idle':
    case 'busy': {
      // An order of an inspector may come as two events; the second brings nothing new.
      const isNews = before.agentState.line.seen?.value !== event.type
      if (event.isForced && isNews && !isAway) {
        store.notify('warning', { kind: 'state-forced', state: event.type })
      }
      return
    }
    default:
  }
}

/** What a notice says of the agent's state is over with the next state. */
function retractOverNotices(store: DeskStore, { type }: GatewayEvent): void {
  if (type !== 'idle' && type !== 'busy' && type !== 'rest' && type !== 'wrap-up' && type !== 'occupied')
    return
  store.retract(
    (notice) =>
      (notice.kind === 'state-forced' && notice.state !== type) ||
      (notice.kind === 'rest-over' && type !== 'rest'),
  )
}

const ofSession: ReadonlySet<NoticeContent['kind']> = new Set([
  'state-forced',
  'rest-over',
  'linkage-failed',
  'skills-differ',
  'password-expires',
  'password-change-forced',
  'queue-threshold',
])

/** True for notices that are about the session that stands, and about nothing after it. */
export function endsWithSession({ kind }: NoticeContent): boolean {
  return ofSession.has(kind)
}

/** What happened to this agent's calls and wishes: worth reading after a session that broke off, and nobody else's business. */
const ofAgent: ReadonlySet<NoticeContent['kind']> = new Set([
  'transfer',
  'no-call-to-transfer',
  'call-missed',
  'state-forced',
  'wish-failed',
  'wish-dropped',
])

/** True for notices that name an agent's callers and wishes: they go with the own sign-out and with another agent. */
export function endsWithAgent({ kind }: NoticeContent): boolean {
  return ofAgent.has(kind)
}
