import type { Agent, AgentState, Presence } from './agent.ts'
import type { World } from './world.ts'

/** What is counted of an agent's day; times in milliseconds (the fields of `statistics`, protocol 9). */
const COUNTERS = [
  'talktime',
  'answernums',
  'noanswernums',
  'calloutnums',
  'intercallnums',
  'interhelpnums',
  'transfernums',
  'transferoutnums',
  'transferivrnums',
  'redirectnums',
  'keepnums',
  'busynums',
  'restnums',
  'restoutnums',
  'resttime',
  'restouttime',
  'agentrelease',
  'busytime',
] as const

export type Counter = (typeof COUNTERS)[number]

const TIMES: ReadonlySet<Counter> = new Set(['talktime', 'resttime', 'restouttime', 'busytime'])

const DAY_MS = 86_400_000

/** The counters of one agent and one day (UTC). */
export interface DayStatistics {
  readonly day: number
  readonly counters: Map<Counter, number>
}

/** The agent's counters of today; yesterday's are gone. Made when something is counted first. */
function today(world: World, agent: Agent): DayStatistics {
  const day = Math.floor(world.nowMs / DAY_MS)
  if (agent.statistics?.day !== day) agent.statistics = { day, counters: new Map() }
  return agent.statistics
}

/** Adds one, or a time, to a counter of today. */
export function count(world: World, agent: Agent, counter: Counter, by = 1): void {
  const { counters } = today(world, agent)
  counters.set(counter, (counters.get(counter) ?? 0) + by)
}

/** Times that run on in the present state, not counted yet. */
function running(world: World, presence: Presence): Partial<Record<Counter, number>> {
  const startOfDayMs = Math.floor(world.nowMs / DAY_MS) * DAY_MS
  const sinceMs = (fromMs: number): number => Math.max(0, world.nowMs - Math.max(startOfDayMs, fromMs))
  switch (presence.state.name) {
    case 'busy':
      return { busytime: sinceMs(presence.stateSinceMs) }
    case 'rest':
      return {
        resttime: sinceMs(presence.stateSinceMs),
        restouttime: presence.restEndsMs === null ? 0 : sinceMs(presence.restEndsMs),
      }
    case 'talking': {
      const call = world.calls.get(presence.state.callid)
      const isTalked = call?.talkingSinceMs != null && presence.state.phase === 'talking'
      return isTalked ? { talktime: sinceMs(call.talkingSinceMs ?? world.nowMs) } : {}
    }
    case 'idle':
    case 'work':
      return {}
  }
}

/** To be told before an agent's state changes: what the old state took is counted. */
export function countStateChange(world: World, agent: Agent, presence: Presence, next: AgentState): void {
  const { name } = presence.state
  if (name === 'busy' || name === 'rest') {
    for (const [counter, ms] of Object.entries(running(world, presence))) {
      if (ms > 0) count(world, agent, counter as Counter, ms)
    }
  }
  if (next.name === 'busy' && name !== 'busy') count(world, agent, 'busynums')
  if (next.name === 'rest' && name !== 'rest') count(world, agent, 'restnums')
}

/** Everything counted today, the present state included; times in whole seconds. */
export function dayStatistics(world: World, agent: Agent, presence: Presence): Record<Counter, number> {
  const { counters } = today(world, agent)
  const now = running(world, presence)
  return Object.fromEntries(
    COUNTERS.map((counter) => {
      const total = (counters.get(counter) ?? 0) + (now[counter] ?? 0)
      return [counter, TIMES.has(counter) ? Math.floor(total / 1000) : total]
    }),
  ) as Record<Counter, number>
}
