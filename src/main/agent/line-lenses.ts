import type { AgentState } from '../../shared/domain/agent.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { TruthLine } from '../../shared/domain/truth-line.ts'
import type { DeskState } from './desk-state.ts'
import { changeLine, type LineChange } from './line-changes.ts'

/** Where a truth line lives in the desk's state. */
export interface LineLens<T> {
  get(state: DeskState): TruthLine<T>
  set(state: DeskState, line: TruthLine<T>): DeskState
}

export const afterCallLens: LineLens<boolean> = {
  get: (state) => state.afterCall,
  set: (state, afterCall) => ({ ...state, afterCall }),
}

export const linkageLens: LineLens<boolean> = {
  get: (state) => state.linkage,
  set: (state, linkage) => ({ ...state, linkage }),
}

export const choicesLens: LineLens<SkillChoice> = {
  get: (state) => state.skills.choices,
  set: (state, choices) => ({ ...state, skills: { ...state.skills, choices } }),
}

export const agentStateLens: LineLens<AgentState> = {
  get: (state) => state.agentState.line,
  set: (state, line) => ({ ...state, agentState: { ...state.agentState, line } }),
}

/** The state after one change to one line; composes with `DeskStore.update`. */
export function changed<T>(lens: LineLens<T>, change: LineChange<T>): (state: DeskState) => DeskState {
  return (state) => lens.set(state, changeLine(lens.get(state), change))
}
