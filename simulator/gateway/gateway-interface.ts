import type { HTTPMethods } from 'fastify'
import * as v from 'valibot'
import { refused, type Answer } from '../http/answer.ts'
import type { Exchange, Responder } from '../http/exchange.ts'
import type { Route } from '../http/server.ts'
import { describeIssues } from '../http/tolerance.ts'
import type { Clock } from '../world/clock.ts'
import { identify, type Caller } from '../world/identify.ts'
import type { PushDelivery } from './push.ts'
import { REFUSED, succeed, type Outcome } from '../world/refusal.ts'
import type { Simulation } from '../world/simulation.ts'
import type { World } from '../world/world.ts'

export const GATEWAY_BASE = '/agentgateway/resource'

/** What the interfaces of the gateway work with. */
export interface GatewayTools {
  readonly simulation: Simulation
  readonly clock: Clock
  /** How long a poll waits for an event. */
  readonly pollWaitMs: number
  /** 1: the Guid of the sign-in holds; 2: every poll answer brings a new one. */
  readonly authMode: 1 | 2
  /** Delivers the events of those who ask for push; without it they poll like everybody. */
  readonly push?: PushDelivery | undefined
}

/** One interface, its path below the gateway's base. */
export interface GatewayInterface {
  /** Method name in logs, as on the official page. */
  readonly name: string
  readonly methods: readonly HTTPMethods[]
  readonly path: string
  readonly answer: (exchange: Exchange, agentId: string, tools: GatewayTools) => Promise<Answer> | Answer
  readonly begin?: Responder['begin']
}

/** What a request of a signed-in agent is answered from. */
export interface AgentRequest extends Caller {
  readonly world: World
  readonly exchange: Exchange
  readonly tools: GatewayTools
}

/** Agent IDs of the 2025-11 pages (protocol 2.2). */
export const isAgentId = (text: string): boolean => /^[1-9]\d{2,5}$/.test(text) && Number(text) >= 101

/** Declares an interface for signed-in agents: Guid and sign-in are checked before `handle` is asked. */
export function forSignedIn(
  declaration: Pick<GatewayInterface, 'name' | 'methods' | 'path'>,
  handle: (request: AgentRequest) => Answer,
): GatewayInterface {
  return {
    ...declaration,
    answer: (exchange, agentId, tools) =>
      tools.simulation.run((world) => {
        const caller = identify(world, agentId, exchange.headers.guid)
        return caller.ok ? handle({ ...caller.value, world, exchange, tools }) : refused(caller.refusal)
      }),
  }
}

/** Reads a body as a JSON object: 000-006 when it is none. */
export function readJsonObject(text: string): Outcome<Readonly<Record<string, unknown>>> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return REFUSED.badBody('no valid JSON')
  }
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
  return isObject ? succeed(parsed as Record<string, unknown>) : REFUSED.badBody('no JSON object')
}

/** Reads a body by a schema: 000-006 when it does not fit, naming the field and not its value. */
export function readBody<S extends v.GenericSchema>(schema: S, text: string): Outcome<v.InferOutput<S>> {
  const json = readJsonObject(text)
  if (!json.ok) return json
  const parsed = v.safeParse(schema, json.value)
  return parsed.success ? succeed(parsed.output) : REFUSED.badBody(describeIssues(parsed.issues))
}

/** The answer to a command: success in the given form, or its refusal. */
export const answerOutcome = (outcome: Outcome<unknown>, success: () => Answer): Answer =>
  outcome.ok ? success() : refused(outcome.refusal)

/** Turns an interface into a route; an agent ID that cannot be one is refused before anything else. */
export function toGatewayRoute(declared: GatewayInterface, tools: GatewayTools): Route {
  return {
    methods: declared.methods,
    path: `${GATEWAY_BASE}${declared.path}`,
    answer: (exchange) => {
      const agentId = exchange.params.agentid ?? ''
      const isForAgent = declared.path.includes(':agentid')
      if (isForAgent && !isAgentId(agentId))
        return refused(REFUSED.badParameter('the agent ID is 101 to 999999').refusal)
      return declared.answer(exchange, agentId, tools)
    },
    ...(declared.begin === undefined ? {} : { begin: declared.begin }),
  }
}
