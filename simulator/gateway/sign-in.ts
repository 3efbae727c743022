import * as v from 'valibot'
import { queried, refused, type Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { tolerantText } from '../http/tolerance.ts'
import type { Agent } from '../world/agent.ts'
import { signIn } from '../world/presence.ts'
import { refuse } from '../world/refusal.ts'
import type { Session } from '../world/session.ts'
import { isSwitchingOver } from '../world/switch-over.ts'
import { VDN_ID } from '../world/world.ts'
import { readBody, type GatewayInterface, type GatewayTools } from './gateway-interface.ts'
import { readSignInBody, type SignInForm } from './sign-in-body.ts'

/** Fields of the sign-in answer (protocol 3.3). */
const signInResult = (agent: Agent, session: Session, mediatype: string): Record<string, unknown> => ({
  vdnid: VDN_ID,
  workno: agent.id,
  mediatype,
  loginTime: String(session.loginTimeMs),
  isForceChange: String(agent.traits.mustChangePassword),
  serverName: 'AgentGateway',
  timeRemaining: agent.traits.passwordDaysLeft === null ? '' : String(agent.traits.passwordDaysLeft),
})

interface Variant extends SignInForm {
  readonly isForced: boolean
}

function enter(
  exchange: Exchange,
  agentId: string,
  tools: GatewayTools,
  { isForced, ...form }: Variant,
  more: (agent: Agent) => Record<string, unknown> = () => ({}),
): Answer {
  const body = readSignInBody(exchange.bodyText, form)
  if (!body.ok) return refused(body.refusal)
  const push = tools.push === undefined ? null : body.value.push
  return tools.simulation.run((world) => {
    const outcome = signIn(world, agentId, { ...body.value, push: push ?? null }, isForced)
    if (!outcome.ok) return refused(outcome.refusal)
    const session = outcome.value
    const agent = world.agents.get(agentId)
    if (agent === undefined) throw new Error(`agent ${agentId} is signed in and does not exist`)
    if (session.push !== null) {
      void tools.push?.deliver(session, () => tools.simulation.run(isSwitchingOver))
    }
    const mediatype = body.value.isTextIncluded ? 'TTF' : 'TFF'
    return { ...queried({ ...signInResult(agent, session, mediatype), ...more(agent) }), guid: session.guid }
  })
}

const AccountBody = v.object({ account: v.pipe(tolerantText, v.nonEmpty()), password: tolerantText })

/** The codes of a sign-in by account are its own (protocol 12: 100-060 to 100-062). */
const ACCOUNT_CODES: Readonly<Record<string, readonly [string, string]>> = {
  '110-016': ['100-061', 'The account is locked'],
  '100-004': ['100-062', 'Wrong account or password'],
}

function enterByAccount(exchange: Exchange, tools: GatewayTools): Answer {
  const body = readBody(AccountBody, exchange.bodyText)
  if (!body.ok) return refused(body.refusal)
  const agent = tools.simulation.world.agentsByAccount.get(body.value.account)
  if (agent === undefined) return refused(refuse('100-062', 'Wrong account or password').refusal)
  // The agent ID is found out here, and the phone is the configured one unless another is given.
  const fields: unknown = JSON.parse(exchange.bodyText)
  const withPhone = { phonenum: agent.phone, ...(fields as Record<string, unknown>) }
  const answer = enter(
    { ...exchange, bodyText: JSON.stringify(withPhone) },
    agent.id,
    tools,
    { isForced: false, releasePhoneDefault: true, isLenient: false, hasPhone: true },
    ({ presence }) => ({ phoneNum: presence?.phone ?? '' }),
  )
  const own = ACCOUNT_CODES[answer.retcode ?? '']
  return own === undefined ? answer : refused(refuse(...own).refusal)
}

/** A second sign-in while the first has not been answered: 100-021 (cec_07_1202). */
function onePerAgent(): NonNullable<GatewayInterface['begin']> {
  const underWay = new Set<string>()
  return ({ params }) => {
    const agentId = params.agentid ?? ''
    if (underWay.has(agentId)) {
      return refused(refuse('100-021', 'A sign-in of this agent is still in progress').refusal)
    }
    underWay.add(agentId)
    return () => {
      underWay.delete(agentId)
    }
  }
}

const strict = (isForced: boolean): Variant => ({
  isForced,
  releasePhoneDefault: !isForced,
  isLenient: false,
  hasPhone: true,
})

const lenient = (isForced: boolean, hasPhone: boolean): Variant => ({
  isForced,
  releasePhoneDefault: true,
  isLenient: true,
  hasPhone,
})

const VARIANTS: readonly (readonly [name: string, path: string, variant: Variant])[] = [
  ['login', '', strict(false)],
  ['forceLogin', '/forcelogin', strict(true)],
  ['loginEx', '/loginex', lenient(false, true)],
  ['forceLoginEx', '/forceloginex', lenient(true, true)],
  ['forceLoginExWithoutPhone', '/forceloginexwithoutphone', lenient(true, false)],
]

/** The ways to sign in (protocol 3.1). */
export function signInInterfaces(): GatewayInterface[] {
  const begin = onePerAgent()
  return [
    ...VARIANTS.map(([name, path, variant]): GatewayInterface => ({
      name,
      methods: ['PUT'],
      path: `/onlineagent/:agentid${path}`,
      begin,
      answer: (exchange, agentId, tools) => enter(exchange, agentId, tools, variant),
    })),
    {
      name: 'loginByAccount',
      methods: ['PUT'],
      path: '/onlineagent/loginbyaccount',
      answer: (exchange, _agentId, tools) => enterByAccount(exchange, tools),
    },
  ]
}
