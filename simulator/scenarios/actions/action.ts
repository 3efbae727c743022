import * as v from 'valibot'
import type { CommandResult } from '../../control/command-result.ts'
import type { FaultEngine } from '../../faults/fault-engine.ts'
import type { Call } from '../../world/call.ts'
import type { Simulation } from '../../world/simulation.ts'
import type { World } from '../../world/world.ts'

/** What an action works on: the simulator, and what earlier steps have named. */
export interface Stage {
  readonly simulation: Simulation
  readonly faults: FaultEngine
  /** Calls by the name a step gave them; the latest of a repeated step. */
  readonly calls: Map<string, Call>
  /** Numbers of faults by the name a step gave them. */
  readonly faultIds: Map<string, number[]>
  /** Agent of the scenario: whom a step means that names nobody. */
  readonly agentId: string
}

/** Names that an action gives to something or expects to be given by an earlier step. */
export interface Names {
  readonly gives?: { readonly kind: 'call' | 'fault'; readonly name: string }
  readonly needs?: { readonly kind: 'call' | 'fault'; readonly name: string }
}

/** An action whose options have been checked. */
export interface BoundAction {
  readonly type: string
  readonly names: Names
  /** Does it; the text of the result says in a few words what came of it, and may be empty. */
  readonly run: (stage: Stage) => CommandResult<string>
}

/** One row of the table of actions. */
export interface Action {
  readonly type: string
  readonly schema: v.GenericSchema<unknown, BoundAction>
}

/** Declares an action: its type, its options beside the type, and what it does. */
export function defineAction<E extends v.ObjectEntries>(
  type: string,
  options: E,
  run: (options: v.InferOutput<v.StrictObjectSchema<E, undefined>>, stage: Stage) => CommandResult<string>,
  names: (options: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => Names = () => ({}),
): Action {
  return {
    type,
    schema: v.pipe(
      // The type chose this row; what is left are the options.
      v.pipe(
        v.record(v.string(), v.unknown()),
        v.transform(({ type: _type, ...rest }) => rest),
      ),
      v.strictObject(options),
      v.transform((read) => ({
        type,
        names: names(read),
        run: (stage: Stage) => run(read, stage),
      })),
    ),
  }
}

/** Runs a command in the world at the present moment, as the control interface does. */
export const command = <T>(stage: Stage, run: (world: World) => T): T => stage.simulation.run(run)

/** The result of a command, with a text in place of its value. */
export const told = <T>(result: CommandResult<T>, text: (value: T) => string): CommandResult<string> =>
  result.ok ? { ok: true, value: text(result.value) } : result
