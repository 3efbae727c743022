import { acknowledged, queried, refused, type Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { signIn, signOut } from '../world/presence.ts'
import { refuse } from '../world/refusal.ts'
import { VDN_ID } from '../world/world.ts'
import { answerOutcome, forSignedIn, type GatewayInterface, type GatewayTools } from './gateway-interface.ts'
import { readSignInBody } from './sign-in-body.ts'

function enter(exchange: Exchange, agentId: string, { simulation }: GatewayTools, isForced: boolean): Answer {
  const body = readSignInBody(exchange.bodyText, !isForced)
  if (!body.ok) return refused(body.refusal)
  return simulation.run((world) => {
    const outcome = signIn(world, agentId, body.value, isForced)
    if (!outcome.ok) return refused(outcome.refusal)
    const session = outcome.value
    const result = {
      vdnid: VDN_ID,
      workno: agentId,
      mediatype: body.value.isTextIncluded ? 'TTF' : 'TFF',
      loginTime: String(session.loginTimeMs),
      isForceChange: 'false',
      serverName: 'AgentGateway',
      timeRemaining: '',
    }
    return { ...queried(result), guid: session.guid }
  })
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

/** Signing in and out (protocol 3.1, 3.6). */
export function signInInterfaces(): GatewayInterface[] {
  const begin = onePerAgent()
  return [
    {
      name: 'login',
      methods: ['PUT'],
      path: '/onlineagent/:agentid',
      begin,
      answer: (exchange, agentId, tools) => enter(exchange, agentId, tools, false),
    },
    {
      name: 'forceLogin',
      methods: ['PUT'],
      path: '/onlineagent/:agentid/forcelogin',
      begin,
      answer: (exchange, agentId, tools) => enter(exchange, agentId, tools, true),
    },
    forSignedIn(
      { name: 'logout', methods: ['DELETE'], path: '/onlineagent/:agentid/logout' },
      ({ world, agent, presence }) => answerOutcome(signOut(world, agent, presence, false), acknowledged),
    ),
    forSignedIn(
      { name: 'forceLogout', methods: ['DELETE'], path: '/onlineagent/:agentid/forcelogout' },
      ({ world, agent, presence }) => answerOutcome(signOut(world, agent, presence, true), acknowledged),
    ),
    forSignedIn(
      {
        name: 'forceLogoutWithReason',
        methods: ['DELETE'],
        path: '/onlineagent/:agentid/forcelogoutwithreason/:reason',
      },
      ({ world, agent, presence, exchange }) => {
        const reason = exchange.params.reason ?? ''
        const isValid = /^\d{1,3}$/.test(reason) && Number(reason) >= 1 && Number(reason) <= 255
        if (!isValid) return refused(refuse('100-005', 'The reason is 1 to 255').refusal)
        return answerOutcome(signOut(world, agent, presence, true), acknowledged)
      },
    ),
    forSignedIn(
      { name: 'handShake', methods: ['POST'], path: '/onlineagent/:agentid/handshake' },
      ({ world, session }) => {
        session.lastSeenMs = world.nowMs
        return acknowledged()
      },
    ),
    // The older heartbeat must carry a result: one client loops without pause on null (protocol 15).
    forSignedIn(
      { name: 'heartBeat', methods: ['PUT'], path: '/onlineagent/:agentid/heartbeat' },
      ({ world, session }) => {
        session.lastSeenMs = world.nowMs
        return queried({ loginTime: String(session.loginTimeMs) })
      },
    ),
  ]
}
