import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import * as v from 'valibot'
import type { FaultEngine } from '../faults/fault-engine.ts'
import type { RequestLog } from '../http/request-log.ts'
import { releaseCall } from '../world/release.ts'
import { placeCall } from '../world/queues.ts'
import type { Simulation } from '../world/simulation.ts'
import type { World } from '../world/world.ts'
import { adjustSkills, configure, decideRestOf } from './account-commands.ts'
import { forceState, kick, KICKED_BY, offerTo, phone, releaseCallOf } from './agent-commands.ts'
import type { CommandResult } from './command-result.ts'
import { read } from './read.ts'
import { stateView } from './state-view.ts'
import { addWorldRoutes } from './world-routes.ts'

export interface ControlDependencies {
  readonly simulation: Simulation
  readonly faults: FaultEngine
  readonly log: RequestLog
  /** Begins everything again from the seed. */
  readonly reset: () => void
  /** Moves time forward; null for a clock that goes by itself. */
  readonly advance?: ((ms: number) => void) | null
}

const number = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))
const ms = v.pipe(v.number(), v.integer(), v.minValue(0))
const caller = v.pipe(v.string(), v.regex(/^[\d*#+]{1,24}$/))
const skillId = v.pipe(v.number(), v.integer())

const Since = v.object({ since: v.optional(number, '0') })
const StateQuery = v.object({ agent: v.optional(v.union([v.string(), v.array(v.string())]), []) })
const NewCall = v.strictObject({
  skillId,
  caller: v.optional(caller, '13800000000'),
  priority: v.optional(v.pipe(v.number(), v.integer())),
  talkMs: v.optional(ms),
  patienceMs: v.optional(ms),
})
const Offer = v.strictObject({
  callid: v.optional(v.string()),
  skillId: v.optional(skillId),
  caller: v.optional(caller),
  talkMs: v.optional(ms),
})
const Release = v.strictObject({ by: v.optional(v.picklist(['caller', 'agent']), 'caller') })
const Kick = v.strictObject({ by: v.optional(v.picklist(KICKED_BY), 'inspector') })
const flag = v.optional(v.boolean())
const Configure = v.strictObject({
  password: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(32))),
  mustChangePassword: flag,
  passwordDaysLeft: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(180)))),
  isPasswordExpired: flag,
  isLocked: flag,
  isProtected: flag,
  linkage: v.optional(v.picklist(['by-number', 'links', 'fails', 'goes-offline'])),
  liftsPhone: flag,
  isInspector: flag,
  mayCallOut: flag,
})
const RestDecision = v.strictObject({ isGranted: v.boolean() })
const Skills = v.strictObject({ skillIds: v.array(skillId) })
const ForceState = v.strictObject({ state: v.picklist(['idle', 'busy', 'rest', 'work']) })
const Phone = v.union([
  v.strictObject({ event: v.picklist(['offhook', 'onhook', 'offline', 'online', 'ringing', 'talking']) }),
  v.strictObject({ key: v.picklist(['hold', 'unhold']) }),
  v.strictObject({
    key: v.picklist(['transfer', 'call-out']),
    number: v.pipe(v.string(), v.regex(/^[\d*#]{1,24}$/)),
  }),
])

function answer(reply: FastifyReply, result: CommandResult): FastifyReply {
  return result.ok ? reply.send(result.value) : reply.code(result.status).send({ error: result.problem })
}

function acceptEmptyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => {
    const text = String(body)
    if (text.trim() === '') {
      parsed(null, {})
      return
    }
    try {
      parsed(null, JSON.parse(text))
    } catch {
      parsed(Object.assign(new Error('the body is no valid JSON'), { statusCode: 400 }))
    }
  })
}

const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** A web page open on the same machine must not steer the simulator, not even under a name that points here. */
function refuseBrowsers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isForeign = !LOOPBACK_NAMES.includes(request.host.replace(/:\d+$/, ''))
    if (request.headers.origin === undefined && !isForeign) return undefined
    return reply.code(403).send({ error: 'the control interface is not for web pages' })
  })
}

/** The control interface: look at the world, make things happen in it, order faults. Plain HTTP, loopback. */
export function buildControlServer({
  simulation,
  faults,
  log,
  reset,
  advance = null,
}: ControlDependencies): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  acceptEmptyJson(app)
  refuseBrowsers(app)

  app.get('/health', async () => ({ ok: true }))

  app.get('/state', async (request, reply) => {
    const query = read(StateQuery, request.query, reply)
    if (query === undefined) return reply
    return simulation.run((world) => stateView(world, [query.value.agent].flat()))
  })

  app.get('/requests', async (request, reply) => {
    const query = read(Since, request.query, reply)
    return query === undefined ? reply : log.since(query.value.since)
  })

  app.post('/calls', async (request, reply) => {
    const body = read(NewCall, request.body, reply)
    if (body === undefined) return reply
    const placed = simulation.run((world) => placeCall(world, { ...body.value, origin: 'placed' }))
    if (!placed.ok) return reply.code(404).send({ error: placed.refusal.message })
    return { callid: placed.value.callid }
  })

  app.delete<{ Params: { callid: string } }>('/calls/:callid', async ({ params: { callid } }, reply) => {
    const isGone = simulation.run((world) => {
      const call = world.calls.get(callid)
      if (call !== undefined) releaseCall(world, call, 'caller')
      return call !== undefined
    })
    return isGone ? {} : reply.code(404).send({ error: `there is no call ${callid}` })
  })

  const agentCommand = <S extends v.GenericSchema<unknown, unknown>>(
    name: string,
    schema: S,
    command: (world: World, agentId: string, body: v.InferOutput<S>) => CommandResult,
  ): void => {
    app.post<{ Params: { id: string } }>(`/agents/:id/${name}`, async (request, reply) => {
      const body = read(schema, request.body, reply)
      if (body === undefined) return reply
      return answer(
        reply,
        simulation.run((world) => command(world, request.params.id, body.value)),
      )
    })
  }
  agentCommand('offer-call', Offer, offerTo)
  agentCommand('release-call', Release, (world, id, { by }) => releaseCallOf(world, id, by))
  agentCommand('kick', Kick, (world, id, { by }) => kick(world, id, by))
  agentCommand('force-state', ForceState, (world, id, { state }) => forceState(world, id, state))
  agentCommand('phone', Phone, phone)
  agentCommand('configure', Configure, configure)
  agentCommand('decide-rest', RestDecision, decideRestOf)
  agentCommand('skills', Skills, adjustSkills)
  addWorldRoutes(app, simulation, advance)

  app.get('/faults', async () => faults.list())
  app.post('/faults', async (request, reply) => {
    const added = faults.add(request.body)
    return 'error' in added ? reply.code(400).send({ error: added.error }) : added.fault
  })
  app.delete('/faults', async () => ({ removed: faults.remove() }))
  app.delete<{ Params: { id: string } }>('/faults/:id', async ({ params: { id } }, reply) => {
    const removed = faults.remove(Number(id))
    return removed > 0 ? { removed } : reply.code(404).send({ error: `there is no fault ${id}` })
  })

  app.post('/reset', async () => {
    reset()
    return {}
  })
  return app
}
