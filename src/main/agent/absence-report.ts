import type { AbsenceChange } from '../../shared/domain/absence.ts'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import type { CallFacts } from './call-facts.ts'
import type { DeskState } from './desk-state.ts'

/** What was known when the gap began: the left side of the comparison. */
export interface AbsenceMemo {
  readonly state: AgentState | null
  readonly skillIds: readonly number[] | null
  readonly call: CallFacts | null
  readonly isLinked: boolean | null
  /** Calls whose transfer was not decided. */
  readonly openTransfers: readonly string[]
}

export function memoOf(state: DeskState): AbsenceMemo {
  return {
    state: state.agentState.line.seen?.value ?? null,
    skillIds: state.skills.seen?.value ?? null,
    call: state.call,
    isLinked: state.linkage.seen?.value ?? null,
    openTransfers: state.waiting.receipts.filter(isOpen).map((receipt) => receipt.callId),
  }
}

const isOpen = ({ outcome }: { readonly outcome: string }): boolean =>
  outcome === 'in-progress' || outcome === 'unknown'

/** Parts that were read again; nothing is said about others. */
export interface ReadAgain {
  readonly state: boolean
  readonly queues: boolean
}

/** What is different now, in the order an agent would ask. `events` came late, from the gap. */
export function changesSince(
  memo: AbsenceMemo,
  events: readonly GatewayEvent[],
  now: DeskState,
  read: ReadAgain,
): readonly AbsenceChange[] {
  return [
    ...(read.state ? stateChange(memo, events, now) : []),
    ...callChanges(memo, events, read.state ? now.call : null, read.state),
    ...(read.queues ? queueChanges(memo, now) : []),
    ...linkageChange(memo, now),
    ...decidedTransfers(memo.openTransfers, now),
  ]
}

function stateChange(
  { state: before }: AbsenceMemo,
  events: readonly GatewayEvent[],
  now: DeskState,
): AbsenceChange[] {
  const after = now.agentState.line.seen?.value ?? null
  if (before === null || after === null || before === after) return []
  const isForced = events.some(
    (event) => (event.type === 'idle' || event.type === 'busy') && event.isForced && event.type === after,
  )
  return [{ kind: 'agent-state', before, after, isForced }]
}

/** Calls that were there and are not, that came and were missed, and that are there and were not. */
function callChanges(
  memo: AbsenceMemo,
  events: readonly GatewayEvent[],
  present: CallFacts | null,
  isPresentKnown: boolean,
): AbsenceChange[] {
  const changes: AbsenceChange[] = []
  let open = openCall(memo.call)
  for (const event of events) {
    if (event.type === 'ringing' || event.type === 'talking') {
      open = {
        caller: event.caller ?? open?.caller ?? null,
        isOld: open?.isOld ?? false,
        wasAnswered: event.type === 'talking' || (open?.wasAnswered ?? false),
      }
    } else if (event.type === 'no-answer') {
      changes.push({ kind: 'call-missed', caller: open?.caller ?? null })
      open = null
    } else if (event.type === 'call-released' && open !== null) {
      changes.push(overCall(open))
      open = null
    }
  }
  if (!isPresentKnown) return changes
  if (present !== null && !open?.isOld) {
    changes.push({ kind: 'call-began', caller: present.caller ?? open?.caller ?? null })
  } else if (present === null && open !== null) {
    changes.push(overCall(open))
  }
  return changes
}

/** A call as far as it is followed through the events of a gap. */
interface OpenCall {
  readonly caller: string | null
  /** It was there before the gap. */
  readonly isOld: boolean
  readonly wasAnswered: boolean
}

function openCall(call: CallFacts | null): OpenCall | null {
  if (call === null) return null
  return { caller: call.caller, isOld: true, wasAnswered: call.phase === 'talking' || call.phase === 'held' }
}

/** A call that is there no more: nobody had it, or it ended. */
function overCall({ caller, wasAnswered }: OpenCall): AbsenceChange {
  return { kind: wasAnswered ? 'call-ended' : 'call-missed', caller }
}

function queueChanges({ skillIds: before }: AbsenceMemo, now: DeskState): AbsenceChange[] {
  const after = now.skills.seen?.value ?? null
  if (before === null || after === null) return []
  const lost = before.filter((id) => !after.includes(id))
  const gained = after.filter((id) => !before.includes(id))
  return [
    ...(lost.length === 0 ? [] : [{ kind: 'queues-lost', skillIds: lost } as const]),
    ...(gained.length === 0 ? [] : [{ kind: 'queues-gained', skillIds: gained } as const]),
  ]
}

function linkageChange({ isLinked: before }: AbsenceMemo, now: DeskState): AbsenceChange[] {
  const after = now.linkage.seen?.value ?? null
  if (before === null || after === null || before === after) return []
  return [{ kind: after ? 'linkage-gained' : 'linkage-lost' }]
}

/** What became of the given transfers, as far as it is decided by now. */
export function decidedTransfers(
  callIds: readonly string[],
  now: DeskState,
): readonly Extract<AbsenceChange, { readonly kind: 'transfer' }>[] {
  return now.waiting.receipts
    .filter((receipt) => callIds.includes(receipt.callId) && !isOpen(receipt))
    .map(({ callId, toSkillId, outcome }) => ({ kind: 'transfer', callId, toSkillId, outcome }))
}
