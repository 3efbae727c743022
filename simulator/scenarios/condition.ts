import * as v from 'valibot'
import type { World } from '../world/world.ts'
import { agent, name } from './actions/options.ts'
import type { Stage } from './actions/action.ts'
import type { EventLog } from './event-log.ts'

/**
 * What an agent can be waited for to be. `signed-in` and `signed-out` speak of a client: a colleague whom the world
 * plays is not signed in by one. `asking-for-rest`: the wish is noted and not granted.
 */
const AGENT_IS = [
  'signed-in',
  'signed-out',
  'idle',
  'busy',
  'rest',
  'work',
  'talking',
  'asking-for-rest',
] as const
const CALL_IS = ['waiting', 'offered', 'talking', 'over'] as const

/** What can be waited for before anything was done. */
export const agentCondition = v.strictObject({ agent, is: v.picklist(AGENT_IS) })

/** Something to wait for. */
export const condition = v.union(
  [
    v.strictObject({ step: name }),
    v.strictObject({ call: name, is: v.picklist(CALL_IS) }),
    v.strictObject({ agent, event: v.pipe(v.string(), v.regex(/^(?:Agent|QC_)\w+$/)) }),
    agentCondition,
  ],
  [
    'must be {"step": name}',
    `{"call": name, "is": ${CALL_IS.join(' | ')}}`,
    '{"agent"?: id, "event": type}',
    `or {"agent"?: id, "is": ${AGENT_IS.join(' | ')}}`,
  ].join(', '),
)

export type Condition = v.InferOutput<typeof condition>

function isAgent(world: World, agentId: string, is: (typeof AGENT_IS)[number]): boolean {
  const presence = world.agents.get(agentId)?.presence ?? null
  const isClient = presence?.session != null
  switch (is) {
    case 'signed-in':
      return isClient
    case 'signed-out':
      return !isClient
    case 'asking-for-rest':
      return presence?.note?.name === 'rest'
    case 'talking':
      return presence?.state.name === 'talking' && presence.state.phase === 'talking'
    case 'idle':
    case 'busy':
    case 'rest':
    case 'work':
      return presence?.state.name === is
  }
}

function isCall(stage: Stage, called: string, is: (typeof CALL_IS)[number]): boolean {
  const call = stage.calls.get(called)
  if (call === undefined) return false
  const isOver = call.endedMs !== null
  switch (is) {
    case 'over':
      return isOver
    case 'waiting':
      return !isOver && call.place.kind === 'queue'
    case 'offered':
    case 'talking':
      return !isOver && call.place.kind === is
  }
}

/** What conditions are judged by, beside the world. */
export interface Evidence {
  readonly finishedSteps: ReadonlySet<string>
  readonly events: EventLog
  /** Events before this position are past. */
  readonly from: number
}

/**
 * Whether it is so at this moment, or, for an event, whether it has come since. The answer is the position from which
 * events count for the next condition; null: not yet.
 */
export function holds(wanted: Condition, stage: Stage, evidence: Evidence): number | null {
  const { finishedSteps, events, from } = evidence
  if ('event' in wanted) {
    const found = events.indexOf(wanted.agent ?? stage.agentId, wanted.event, from)
    return found === -1 ? null : found + 1
  }
  if ('step' in wanted) return finishedSteps.has(wanted.step) ? from : null
  const isSo =
    'call' in wanted
      ? isCall(stage, wanted.call, wanted.is)
      : isAgent(stage.simulation.world, wanted.agent ?? stage.agentId, wanted.is)
  return isSo ? from : null
}

/** In words, for whoever watches. */
export const describe = (wanted: v.InferOutput<typeof agentCondition>, agentId: string): string =>
  `agent ${wanted.agent ?? agentId} is ${wanted.is}`
