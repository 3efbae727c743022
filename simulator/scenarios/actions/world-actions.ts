import * as v from 'valibot'
import { done, problem } from '../../control/command-result.ts'
import { FAULT_ACTIONS } from '../../faults/fault-engine.ts'
import { beginSwitchOver, SWITCH_OVER_OUTCOMES } from '../../world/switch-over.ts'
import { duration, formatDuration } from '../duration.ts'
import { command, defineAction, type Action } from './action.ts'
import { dialled, name, skillId, whole } from './options.ts'

const note = defineAction('note', { text: v.pipe(v.string(), v.nonEmpty()) }, ({ text }) => done(text))

const switchOver = defineAction(
  'switch-over',
  { lasts: duration, outcome: v.optional(v.picklist(SWITCH_OVER_OUTCOMES), 'recovered') },
  (options, stage) => {
    command(stage, (world) => beginSwitchOver(world, options.lasts, options.outcome))
    return done(`for ${formatDuration(options.lasts)}, then ${options.outcome}`)
  },
)

const restRules = defineAction(
  'rest-rules',
  {
    isApprovalNeeded: v.optional(v.boolean()),
    quota: v.optional(v.nullable(v.pipe(whole, v.minValue(0)))),
  },
  ({ isApprovalNeeded, quota }, stage) =>
    command(stage, (world) => {
      if (isApprovalNeeded !== undefined) world.rules.isRestApprovalNeeded = isApprovalNeeded
      if (quota !== undefined) world.rules.restQuota = quota
      world.isRestDue = true
      return done('')
    }),
)

const wrapUpLimit = defineAction('wrap-up-limit', { skillId, limit: duration }, (options, stage) =>
  command(stage, (world) => {
    if (!world.skills.has(options.skillId)) return problem(404, `there is no queue ${options.skillId}`)
    world.wrapUpLimits.set(options.skillId, options.limit)
    return done(`queue ${options.skillId}: ${formatDuration(options.limit)}`)
  }),
)

const number = defineAction('number', { number: dialled, isAnswered: v.boolean() }, (options, stage) =>
  command(stage, (world) => {
    if (options.isAnswered) world.unansweredNumbers.delete(options.number)
    else world.unansweredNumbers.add(options.number)
    return done(options.number)
  }),
)

/** As in `POST /faults`; read here as well, so that a mistake is found before the scenario begins. */
const faultAction = v.pipe(
  v.looseObject({ type: v.string() }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { type } = dataset.value
    const known = FAULT_ACTIONS.find((action) => action.type === type)
    const read = known?.read(dataset.value) ?? { error: `unknown fault "${type}"` }
    if ('error' in read) addIssue({ message: read.error })
  }),
)

const addFault = defineAction(
  'add-fault',
  {
    match: v.optional(
      v.strictObject({
        method: v.optional(v.string()),
        path: v.optional(v.string()),
        agent: v.optional(v.string()),
        nth: v.optional(v.pipe(whole, v.minValue(1))),
      }),
      {},
    ),
    action: faultAction,
    times: v.optional(v.pipe(whole, v.minValue(1))),
    name: v.optional(name),
  },
  ({ name: given, ...order }, { faults, faultIds }) => {
    const added = faults.add(order)
    if ('error' in added) return problem(409, added.error)
    const { id } = added.fault
    if (given !== undefined) faultIds.set(given, [...(faultIds.get(given) ?? []), id])
    return done(order.action.type)
  },
  (options) => (options.name === undefined ? {} : { gives: { kind: 'fault', name: options.name } }),
)

const removeFaults = defineAction(
  'remove-faults',
  {
    /** All that an earlier step has added under this name; every fault without it. */
    fault: v.optional(name),
  },
  ({ fault }, { faults, faultIds }) => {
    if (fault === undefined) return done(String(faults.remove()))
    const ids = faultIds.get(fault) ?? []
    faultIds.delete(fault)
    return done(String(ids.reduce((removed, id) => removed + faults.remove(id), 0)))
  },
  ({ fault }) => (fault === undefined ? {} : { needs: { kind: 'fault', name: fault } }),
)

/** What concerns nobody in particular: rules, disaster, the network; and a word to whoever watches. */
export const WORLD_ACTIONS: readonly Action[] = [
  note,
  switchOver,
  restRules,
  wrapUpLimit,
  number,
  addFault,
  removeFaults,
]
