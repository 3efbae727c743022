import type { Agent, AgentState } from './agent.ts'
import { event } from './events.ts'
import type { World } from './world.ts'

/** Sub-types of `QC_AgentState_Notify` that the simulator sends. */
type Subtype = 'Login' | 'Logout' | 'Idle' | 'Busy' | 'Rest' | 'Work' | 'WaitAnswer' | 'Active'

const SUBTYPE_OF: Readonly<Record<Exclude<AgentState['name'], 'talking'>, Subtype>> = {
  idle: 'Idle',
  busy: 'Busy',
  rest: 'Rest',
  work: 'Work',
}

/** Tells the inspectors who watch this agent; nobody else hears of a colleague's state (protocol 4.6). */
export function notifyInspectors(world: World, agent: Agent, subtype: Subtype): void {
  for (const inspector of world.monitors.get(agent.id) ?? []) {
    world.emit(inspector, event.inspected(agent, subtype))
  }
}

/** Tells of a new state. */
export function notifyState(world: World, agent: Agent, state: AgentState): void {
  if (!world.monitors.has(agent.id)) return
  if (state.name !== 'talking') notifyInspectors(world, agent, SUBTYPE_OF[state.name])
  else if (state.phase === 'talking') notifyInspectors(world, agent, 'Active')
  else if (state.phase === 'answering') notifyInspectors(world, agent, 'WaitAnswer')
}
