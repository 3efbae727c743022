import * as v from 'valibot'
import type { SimulatorOptions } from '../options.ts'
import { boundAction } from './actions/actions.ts'
import type { Names } from './actions/action.ts'
import { name, whole } from './actions/options.ts'
import { agentCondition, condition } from './condition.ts'
import { duration } from './duration.ts'

const count = (most: number) => v.pipe(whole, v.minValue(1), v.maxValue(most))
const range = v.pipe(
  v.tuple([duration, duration]),
  v.check(([shortest, longest]) => shortest <= longest, 'must be the shortest and then the longest'),
)
const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const agentId = v.pipe(v.string(), v.regex(/^[1-9]\d{2,5}$/, 'must be an agent ID as text'))

const worldSchema = v.strictObject({
  agents: v.optional(count(10_000)),
  skills: v.optional(count(1000)),
  colleagues: v.optional(v.pipe(whole, v.minValue(0))),
  callsPerMinute: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))),
  authMode: v.optional(v.picklist([1, 2])),
  strictOffhook: v.optional(v.boolean()),
  /** Longest wrap-up of a person after a call. */
  wrapUpLimit: v.optional(duration),
  /** Silence after which the platform signs a client out. */
  silence: v.optional(duration),
  talk: v.optional(range),
  patience: v.optional(range),
  colleagueWrapUp: v.optional(range),
  /** How long a call rings before it is taken back. */
  noAnswer: v.optional(duration),
})

/** One condition stands for a list of one. */
const conditions = v.pipe(
  v.unknown(),
  v.transform((input) => [input].flat()),
  v.array(condition),
  v.minLength(1, 'must not be empty'),
)

const stepSchema = v.pipe(
  v.strictObject({
    name: v.optional(name),
    /** Counted from the beginning of the scenario. */
    at: v.optional(duration),
    /** One condition, or several that have to come true one after another. */
    after: v.optional(conditions),
    /** Between the last condition and the action. */
    wait: v.optional(duration),
    do: boundAction,
    repeat: v.optional(v.strictObject({ times: count(100_000), every: duration })),
    /** Each run comes later by up to so much, drawn from the seed. */
    jitter: v.optional(duration, 0),
  }),
  v.check(({ at, after }) => (at === undefined) !== (after === undefined), 'needs either "at" or "after"'),
  v.check(({ at, wait }) => at === undefined || wait === undefined, '"wait" belongs to "after"'),
)

type Step = v.InferOutput<typeof stepSchema>

const scenarioSchema = v.pipe(
  v.strictObject({
    name,
    description: text,
    /** What to look at in the desktop under trial. */
    watch: text,
    /** Whom the scenario is about: the person at the desktop. */
    agent: v.optional(agentId, '101'),
    seed: v.optional(v.pipe(whole, v.minValue(0)), 1),
    world: v.optional(worldSchema, {}),
    /** Times are counted from when this is so; left out, from the start of the simulator. */
    begins: v.optional(agentCondition),
    steps: v.pipe(v.array(stepSchema), v.minLength(1, 'must not be empty')),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const { index, message } of findLooseNames(dataset.value.steps)) {
      const { steps } = dataset.value
      addIssue({
        message,
        path: [
          { type: 'object', origin: 'value', input: { ...dataset.value }, key: 'steps', value: steps },
          { type: 'array', origin: 'value', input: steps, key: index, value: steps[index] },
        ],
      })
    }
  }),
)

/** A situation that can be played: a world, and what happens in it. Durations are milliseconds. */
export type Scenario = v.InferOutput<typeof scenarioSchema>
export type ScenarioStep = Step

/** Every name must have been given by an earlier step, and steps must not share one. */
function findLooseNames(steps: readonly Step[]): { index: number; message: string }[] {
  const known = new Set<string>()
  const problems: { index: number; message: string }[] = []
  const need = (index: number, wanted: Names['needs'] | { kind: 'step'; name: string }): void => {
    if (wanted === undefined || known.has(`${wanted.kind} ${wanted.name}`)) return
    problems.push({ index, message: `no earlier step names a ${wanted.kind} "${wanted.name}"` })
  }
  for (const [index, step] of steps.entries()) {
    for (const wanted of step.after ?? []) {
      if ('step' in wanted) need(index, { kind: 'step', name: wanted.step })
      else if ('call' in wanted) need(index, { kind: 'call', name: wanted.call })
    }
    const { gives, needs } = step.do.names
    need(index, needs)
    if (gives !== undefined) known.add(`${gives.kind} ${gives.name}`)
    if (step.name === undefined) continue
    const key = `step ${step.name}`
    if (known.has(key)) problems.push({ index, message: `there is another step "${step.name}"` })
    known.add(key)
  }
  return problems
}

/** A mistake in a scenario and where it is: `steps`, 3, `do`, `skillId`. */
export interface ScenarioProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Reads a scenario from parsed JSON; every mistake that was found, never an exception. */
export function readScenario(
  input: unknown,
): { readonly scenario: Scenario } | { readonly problems: readonly ScenarioProblem[] } {
  const parsed = v.safeParse(scenarioSchema, input)
  if (parsed.success) return { scenario: parsed.output }
  return {
    problems: parsed.issues.map(({ message, path }) => ({
      message,
      path: (path ?? []).map(({ key }) => key as string | number),
    })),
  }
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

/** The options of a simulator in which the scenario can be played. */
export function optionsOf({ seed, world }: Scenario): SimulatorOptions {
  const { wrapUpLimit, silence, talk, patience, colleagueWrapUp, noAnswer, ...rest } = world
  return given({
    seed,
    ...rest,
    wrapUpLimitMs: wrapUpLimit,
    silenceMs: silence,
    timing: given({
      talkMs: talk,
      patienceMs: patience,
      colleagueWrapUpMs: colleagueWrapUp,
      noAnswerMs: noAnswer,
    }) as NonNullable<SimulatorOptions['timing']>,
  })
}
