import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { beginSwitchOver, SWITCH_OVER_OUTCOMES } from '../world/switch-over.ts'
import type { Simulation } from '../world/simulation.ts'
import { read } from './read.ts'

const SECONDS = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400))
const SwitchOver = v.strictObject({
  seconds: SECONDS,
  outcome: v.optional(v.picklist(SWITCH_OVER_OUTCOMES), 'recovered'),
})
const RestRules = v.strictObject({
  isApprovalNeeded: v.optional(v.boolean()),
  quota: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
})
const SkillRules = v.strictObject({
  /** Seconds, as in the configuration interface; 0: no limit. */
  maxAgentWrapupTime: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3600)),
})
const NumberRules = v.strictObject({ isAnswered: v.boolean() })
const Advance = v.strictObject({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0)) })

/** What concerns nobody in particular: rules, numbers outside, disaster and time. */
export function addWorldRoutes(
  app: FastifyInstance,
  simulation: Simulation,
  advance: ((ms: number) => void) | null,
): void {
  app.post('/switch-over', async (request, reply) => {
    const body = read(SwitchOver, request.body, reply)
    if (body === undefined) return reply
    const { seconds, outcome } = body.value
    simulation.run((world) => beginSwitchOver(world, seconds * 1000, outcome))
    return {}
  })

  app.post('/rest-rules', async (request, reply) => {
    const body = read(RestRules, request.body, reply)
    if (body === undefined) return reply
    const { isApprovalNeeded, quota } = body.value
    return simulation.run((world) => {
      if (isApprovalNeeded !== undefined) world.rules.isRestApprovalNeeded = isApprovalNeeded
      if (quota !== undefined) world.rules.restQuota = quota
      world.isRestDue = true
      return { ...world.rules }
    })
  })

  app.post<{ Params: { id: string } }>('/skills/:id', async (request, reply) => {
    const body = read(SkillRules, request.body, reply)
    if (body === undefined) return reply
    const skillId = Number(request.params.id)
    return simulation.run((world) => {
      if (!world.skills.has(skillId)) return reply.code(404).send({ error: 'there is no such skill queue' })
      world.wrapUpLimits.set(skillId, body.value.maxAgentWrapupTime * 1000)
      return {}
    })
  })

  app.post<{ Params: { number: string } }>('/numbers/:number', async (request, reply) => {
    const body = read(NumberRules, request.body, reply)
    if (body === undefined) return reply
    simulation.run((world) => {
      if (body.value.isAnswered) world.unansweredNumbers.delete(request.params.number)
      else world.unansweredNumbers.add(request.params.number)
    })
    return {}
  })

  app.post('/clock', async (request, reply) => {
    const body = read(Advance, request.body, reply)
    if (body === undefined) return reply
    if (advance === null) return reply.code(409).send({ error: 'this clock cannot be advanced' })
    advance(body.value.advanceMs)
    return {}
  })
}
