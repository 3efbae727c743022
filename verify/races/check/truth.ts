import type { AgentSettings, HistoryEntry } from '../../../simulator/in-process/history.ts'
import type { CallPlace } from '../../../simulator/world/call.ts'
import type { AgentState } from '../../../src/shared/domain/agent.ts'
import type { RunRecord } from '../run-record.ts'
import { Steps, type Change, type Stretch } from './steps.ts'

/** Whose session there is: the desk's own, somebody else's, or nobody's. */
export type Presence = 'own' | 'elsewhere' | 'none'

/** How a conversation of the agent ended: in the state that the after-call setting asks for. */
export interface CallEnd {
  readonly atMs: number
  readonly becameIdle: boolean
}

/** What really was the case, by the server's history. */
export interface Truth {
  readonly presence: Steps<Presence>
  readonly state: Steps<AgentState>
  readonly settings: Steps<AgentSettings | null>
  readonly calls: ReadonlyMap<string, Steps<CallPlace | null>>
  readonly callEnds: readonly CallEnd[]
  /** When the linked phone was said to be out of reach. */
  readonly phoneLostAtMs: readonly number[]
  /** When a fault struck a request, by its path. */
  readonly struck: readonly { readonly atMs: number; readonly path: string; readonly fault: string }[]
  /** Milliseconds of a stretch in which the network or the client was out. */
  readonly disturbedMs: (stretch: Stretch) => number
}

type WorldState = Extract<HistoryEntry, { type: 'state' }>['state']

function nameOf(state: WorldState): AgentState {
  switch (state.name) {
    case 'work':
      return 'wrap-up'
    case 'idle':
    case 'busy':
    case 'rest':
    case 'talking':
      return state.name
  }
}

function findCallEnds(states: readonly { readonly atMs: number; readonly state: WorldState }[]): CallEnd[] {
  const ends: CallEnd[] = []
  for (const [index, { atMs, state }] of states.entries()) {
    const before = states[index - 1]?.state
    const wasTalking = before?.name === 'talking'
    if (wasTalking && (state.name === 'idle' || state.name === 'work')) {
      ends.push({ atMs, becameIdle: state.name === 'idle' })
    }
  }
  return ends
}

/** `AgentEvent_linkagePhoneStatus` 4: the linked phone is offline (cec_07_0572). */
const isPhoneLost = ({ eventType, content }: Extract<HistoryEntry, { type: 'event' }>): boolean =>
  eventType === 'AgentEvent_linkagePhoneStatus' && JSON.stringify(content) === '{"result":4}'

function overlapMs(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.untilMs, b.untilMs) - Math.max(a.fromMs, b.fromMs))
}

/** Reads the history of one run. */
export function truthOf({ history, agentId, disturbances, endedAtMs }: RunRecord): Truth {
  const presence: Change<Presence>[] = [{ atMs: 0, value: 'none' }]
  const states: { atMs: number; state: WorldState }[] = []
  const settings: Change<AgentSettings | null>[] = [{ atMs: 0, value: null }]
  const calls = new Map<string, Change<CallPlace | null>[]>()
  const struck: { atMs: number; path: string; fault: string }[] = []
  const phoneLostAtMs: number[] = []
  for (const entry of history) {
    const { atMs } = entry
    if ('agentId' in entry && entry.agentId !== agentId) continue
    switch (entry.type) {
      case 'received':
        // The request may be struck later than it is received; what counts is that it was.
        if (entry.request.fault !== null) {
          struck.push({ atMs, path: entry.request.path, fault: entry.request.fault })
        }
        break
      case 'presence-began':
        presence.push({ atMs, value: entry.isClient ? 'own' : 'elsewhere' })
        break
      case 'presence-ended':
        presence.push({ atMs, value: 'none' })
        settings.push({ atMs, value: null })
        break
      case 'settings':
        settings.push({ atMs, value: entry.settings })
        break
      case 'state':
        states.push({ atMs, state: entry.state })
        break
      case 'call':
        calls.set(entry.callid, [...(calls.get(entry.callid) ?? []), { atMs, value: entry.place }])
        break
      case 'call-ended':
        calls.set(entry.callid, [...(calls.get(entry.callid) ?? []), { atMs, value: null }])
        break
      case 'event':
        if (isPhoneLost(entry)) phoneLostAtMs.push(atMs)
        break
      case 'carried-out':
        break
    }
  }
  return {
    presence: new Steps(presence),
    state: new Steps(states.map(({ atMs, state }) => ({ atMs, value: nameOf(state) }))),
    settings: new Steps(settings),
    calls: new Map([...calls].map(([callid, changes]) => [callid, new Steps(changes)])),
    callEnds: findCallEnds(states),
    phoneLostAtMs,
    struck,
    disturbedMs: (stretch) =>
      disturbances.reduce(
        (sum, { fromMs, untilMs }) => sum + overlapMs(stretch, { fromMs, untilMs: untilMs ?? endedAtMs }),
        0,
      ),
  }
}

/** Whether a call waits in a queue. */
export const waitsIn =
  (skillId: number) =>
  (place: CallPlace | null): boolean =>
    place?.kind === 'queue' && place.skillId === skillId
