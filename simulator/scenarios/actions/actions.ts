import * as v from 'valibot'
import type { Action, BoundAction } from './action.ts'
import { AGENT_ACTIONS } from './agent-actions.ts'
import { CALL_ACTIONS } from './call-actions.ts'
import { WORLD_ACTIONS } from './world-actions.ts'

/** Everything a step can do; a new one is one entry in one of the families (README, "Scenarios"). */
export const ACTIONS: readonly Action[] = [...CALL_ACTIONS, ...AGENT_ACTIONS, ...WORLD_ACTIONS]

const byType = new Map(ACTIONS.map((action) => [action.type, action]))
const known = [...byType.keys()].sort().join(', ')

/** Reads the `do` of a step by the schema of its type, so that a mistake is told at its own place. */
export const boundAction = v.pipe(
  v.looseObject({ type: v.string() }),
  v.rawTransform(({ dataset, addIssue, NEVER }): BoundAction => {
    const action = byType.get(dataset.value.type)
    if (action === undefined) {
      addIssue({
        message: `unknown action "${dataset.value.type}"; there are: ${known}`,
        path: [
          {
            type: 'object',
            origin: 'value',
            input: dataset.value,
            key: 'type',
            value: dataset.value.type,
          },
        ],
      })
      return NEVER
    }
    const parsed = v.safeParse(action.schema, dataset.value)
    if (parsed.success) return parsed.output
    for (const { message, path } of parsed.issues) addIssue({ message, path })
    return NEVER
  }),
)
