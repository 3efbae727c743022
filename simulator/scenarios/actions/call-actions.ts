import * as v from 'valibot'
import { offerTo, releaseCallOf } from '../../control/agent-commands.ts'
import { done, problem } from '../../control/command-result.ts'
import { placeCall } from '../../world/queues.ts'
import { releaseCall } from '../../world/release.ts'
import { duration } from '../duration.ts'
import { command, defineAction, told, type Action } from './action.ts'
import { agent, caller, name, skillId, whole } from './options.ts'

const DEFAULT_CALLER = '13800000000'

const place = defineAction(
  'place-call',
  {
    skillId,
    caller: v.optional(caller, DEFAULT_CALLER),
    priority: v.optional(whole),
    /** How long the conversation lasts. */
    talk: v.optional(duration),
    /** How long the caller waits. */
    patience: v.optional(duration),
    /** Whether colleagues take the call too; else it waits for a person. */
    forColleagues: v.optional(v.boolean(), false),
    name: v.optional(name),
  },
  (options, stage) =>
    command(stage, (world) => {
      const placed = placeCall(world, {
        skillId: options.skillId,
        caller: options.caller,
        priority: options.priority,
        talkMs: options.talk,
        patienceMs: options.patience,
        origin: options.forColleagues ? 'traffic' : 'placed',
      })
      if (!placed.ok) return problem(404, placed.refusal.message)
      if (options.name !== undefined) stage.calls.set(options.name, placed.value)
      return done(`${placed.value.callid} from ${options.caller} to queue ${options.skillId}`)
    }),
  (options) => (options.name === undefined ? {} : { gives: { kind: 'call', name: options.name } }),
)

const hangUp = defineAction(
  'hang-up',
  { call: name },
  (options, stage) =>
    command(stage, (world) => {
      const call = stage.calls.get(options.call)
      if (call === undefined || !world.calls.has(call.callid)) {
        return problem(404, `the call "${options.call}" is over`)
      }
      releaseCall(world, call, 'caller')
      return done(`the caller of ${call.callid} is gone`)
    }),
  (options) => ({ needs: { kind: 'call', name: options.call } }),
)

const offer = defineAction(
  'offer-call',
  {
    agent,
    /** A call that an earlier step has named; else a new one, or the longest-waiting. */
    call: v.optional(name),
    skillId: v.optional(skillId),
    caller: v.optional(caller),
    talk: v.optional(duration),
  },
  (options, stage) => {
    const id = options.agent ?? stage.agentId
    const wish = {
      callid: options.call === undefined ? undefined : stage.calls.get(options.call)?.callid,
      skillId: options.skillId,
      caller: options.caller,
      talkMs: options.talk,
    }
    const offered = command(stage, (world) => offerTo(world, id, wish))
    return told(offered, ({ callid }) => `${callid} to agent ${id}`)
  },
  (options) => (options.call === undefined ? {} : { needs: { kind: 'call', name: options.call } }),
)

const release = defineAction(
  'release-call',
  { agent, by: v.optional(v.picklist(['caller', 'agent']), 'caller') },
  (options, stage) => {
    const id = options.agent ?? stage.agentId
    const released = command(stage, (world) => releaseCallOf(world, id, options.by))
    return told(released, ({ callid }) => `${callid} of agent ${id}`)
  },
)

/** What callers do, and what is done with calls. */
export const CALL_ACTIONS: readonly Action[] = [place, hangUp, offer, release]
