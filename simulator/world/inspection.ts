import type { Agent } from './agent.ts'
import { applyNote, setState } from './agent-state.ts'
import { BUSY_REASON } from './call-flow.ts'
import type { AgentAtDesk } from './desk-calls.ts'
import { event } from './events.ts'
import { endPresence } from './presence.ts'
import { done, refuse, succeed, type Outcome } from './refusal.ts'
import { presentAgent, type World } from './world.ts'

/** What an inspector may force; a rest has a length and a reason. */
export type ForcedState =
  | { readonly name: 'idle' | 'busy' | 'work' }
  | { readonly name: 'rest'; readonly durationMs: number; readonly reason: number }

/** Forces a state, whatever the rules of resting say. A call must be released first: 900-005. */
export function forceState(world: World, { agent, presence }: AgentAtDesk, forced: ForcedState): Outcome {
  if (presence.state.name === 'talking') return refuse('900-005', `Agent ${agent.id} is in a call`)
  presence.note = null
  switch (forced.name) {
    case 'idle':
      setState(world, agent, presence, { name: 'idle' })
      world.emit(agent, event.forceReady, event.ready)
      return done
    case 'busy':
      world.emit(agent, event.forceBusy)
      applyNote(world, agent, presence, { name: 'busy', reason: BUSY_REASON.forced })
      return done
    case 'rest':
      applyNote(world, agent, presence, { ...forced, name: 'rest' })
      return done
    case 'work':
      applyNote(world, agent, presence, { name: 'work' })
      return done
  }
}

/** Signs an agent out; his session learns it. */
export function forceOut(world: World, { agent }: AgentAtDesk): Outcome {
  endPresence(world, agent, 'announced')
  return done
}

/**
 * The agent an inspector wants to act on: 900-002 without the right, 000-005 for himself, 900-004 when there is
 * nothing known of him.
 */
export function inspected(world: World, inspector: Agent, workNo: string): Outcome<AgentAtDesk> {
  if (!inspector.traits.isInspector) return refuse('900-002', 'The agent has no right to inspect')
  if (workNo === inspector.id) return refuse('000-005', 'An inspector cannot inspect himself')
  const present = presentAgent(world, workNo)
  return present === null
    ? refuse('900-004', `There is no information about agent ${workNo}`)
    : succeed(present)
}

/** Begins or ends telling an inspector of the states of agents; signed in or not, they are told of later. */
export function monitor(world: World, inspector: Agent, workNos: readonly string[], isOn: boolean): Outcome {
  if (!inspector.traits.isInspector) return refuse('900-002', 'The agent has no right to inspect')
  if (workNos.includes(inspector.id)) return refuse('000-005', 'An inspector cannot inspect himself')
  const unknown = workNos.find((workNo) => !world.agents.has(workNo))
  if (unknown !== undefined) return refuse('900-004', `There is no information about agent ${unknown}`)
  for (const workNo of workNos) {
    const inspectors = world.monitors.get(workNo) ?? new Set()
    if (isOn) inspectors.add(inspector)
    else inspectors.delete(inspector)
    if (inspectors.size > 0) world.monitors.set(workNo, inspectors)
    else world.monitors.delete(workNo)
  }
  return done
}
