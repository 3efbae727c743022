import * as v from 'valibot'
import { acknowledged, operated, queried, refused, type Answer } from '../http/answer.ts'
import { tolerantText } from '../http/tolerance.ts'
import { renewGuid } from '../world/identify.ts'
import { changePassword } from '../world/password.ts'
import { bindPhone, signOut } from '../world/presence.ts'
import { refuse } from '../world/refusal.ts'
import {
  answerOutcome,
  forSignedIn,
  readBody,
  type AgentRequest,
  type GatewayInterface,
} from './gateway-interface.ts'
import { isServiceToken } from './push-target.ts'

function answerForceLogoutWithReason({ world, agent, presence, exchange }: AgentRequest): Answer {
  const reason = exchange.params.reason ?? ''
  const isValid = /^\d{1,3}$/.test(reason) && Number(reason) >= 1 && Number(reason) <= 255
  if (!isValid) return refused(refuse('100-005', 'The reason is 1 to 255').refusal)
  return answerOutcome(signOut(world, agent, presence, true), acknowledged)
}

/** Keeps a push session alive; in dynamic authentication its answer brings the next Guid (cec_07_1204). */
function answerHandShake({ world, session, exchange, tools }: AgentRequest): Answer {
  const token = exchange.headers.service_token
  if (token !== undefined && !isServiceToken(token)) {
    return refused(refuse('100-001', 'The service_token is too long or has special characters').refusal)
  }
  session.lastSeenMs = world.nowMs
  if (session.push !== null && token !== undefined) session.push = { ...session.push, token }
  if (tools.authMode !== 2 || session.push === null) return acknowledged()
  const takeBack = renewGuid(world, session)
  return { ...acknowledged(), guid: session.guid, onLost: takeBack }
}

const PhoneBody = v.object({ phonenum: tolerantText })

const PasswordBody = v.object({
  oldPassword: tolerantText,
  newPassword: tolerantText,
  /** For dialogues that send it along; whoever does not has compared it himself. */
  confirmPassword: v.optional(v.nullable(tolerantText)),
})

function answerPassword({ world, agent, exchange }: AgentRequest): Answer {
  const body = readBody(PasswordBody, exchange.bodyText)
  if (!body.ok) return refused(body.refusal)
  const { oldPassword: old, newPassword: next, confirmPassword } = body.value
  return answerOutcome(
    changePassword(world, agent, { old, next, confirmation: confirmPassword ?? next }),
    operated,
  )
}

/** What keeps a session, changes it, and ends it (protocol 3.1, 3.6). */
export function sessionInterfaces(): GatewayInterface[] {
  return [
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
      answerForceLogoutWithReason,
    ),
    forSignedIn(
      { name: 'handShake', methods: ['POST'], path: '/onlineagent/:agentid/handshake' },
      answerHandShake,
    ),
    // The older heartbeat must carry a result: one client loops without pause on null (protocol 15).
    forSignedIn(
      { name: 'heartBeat', methods: ['PUT'], path: '/onlineagent/:agentid/heartbeat' },
      ({ world, session }) => {
        session.lastSeenMs = world.nowMs
        return queried({ loginTime: String(session.loginTimeMs) })
      },
    ),
    forSignedIn(
      { name: 'bindAgentPhone', methods: ['POST'], path: '/onlineagent/:agentid/bindphone' },
      ({ world, agent, presence, exchange }) => {
        const body = readBody(PhoneBody, exchange.bodyText)
        if (!body.ok) return refused(body.refusal)
        return answerOutcome(bindPhone(world, agent, presence, body.value.phonenum), operated)
      },
    ),
    forSignedIn(
      { name: 'modifyAccountPwdEx', methods: ['POST'], path: '/onlineagent/:agentid/modifyaccountpwdex' },
      answerPassword,
    ),
  ]
}
