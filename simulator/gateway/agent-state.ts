import { operated, queried, refused, type Answer } from '../http/answer.ts'
import { isTrueText } from '../http/tolerance.ts'
import { tableOneStatus } from '../world/agent.ts'
import {
  cancelBusy,
  cancelRest,
  cancelWork,
  sayBusy,
  sayFree,
  sayRest,
  sayWork,
} from '../world/agent-state.ts'
import { REFUSED, type Outcome } from '../world/refusal.ts'
import { answerOutcome, forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

/** A state operation without parameters: all of them are POST without body (protocol 6.1). */
const operation = (
  name: string,
  path: string,
  change: (request: AgentRequest) => Outcome,
): GatewayInterface =>
  forSignedIn({ name, methods: ['POST'], path: `/onlineagent/:agentid/${path}` }, (request) =>
    answerOutcome(change(request), operated),
  )

/** Reason for busy: none, 0, or one of the customer's own (200 to 250). */
function readBusyReason(text: string | null): number | undefined {
  if (text === null || text === '') return 0
  const reason = /^\d{1,3}$/.test(text) ? Number(text) : NaN
  return reason === 0 || (reason >= 200 && reason <= 250) ? reason : undefined
}

function answerSayBusy({ world, agent, presence, exchange }: AgentRequest): Answer {
  const reason = readBusyReason(exchange.query.get('reason'))
  if (reason === undefined) return refused(REFUSED.badParameter('reason is 200 to 250').refusal)
  const isProlonged = isTrueText(exchange.query.get('prolong'))
  return answerOutcome(sayBusy(world, agent, presence, reason, isProlonged), operated)
}

const LONGEST_REST_S = 86_399

function answerRest({ world, agent, presence, exchange }: AgentRequest): Answer {
  const { time = '', restcause = '' } = exchange.params
  const seconds = /^\d{1,5}$/.test(time) ? Number(time) : 0
  const reason = /^\d{1,3}$/.test(restcause) ? Number(restcause) : 256
  if (seconds < 1 || seconds > LONGEST_REST_S) {
    return refused(REFUSED.badParameter('time is 1 to 86399 seconds').refusal)
  }
  if (reason > 255) return refused(REFUSED.badParameter('the rest cause is 0 to 255').refusal)
  const isProlonged = isTrueText(exchange.query.get('prolong'))
  const wish = { reason, durationMs: seconds * 1000, isProlonged }
  return answerOutcome(sayRest(world, agent, presence, wish), operated)
}

/** A text of 1 to 5 characters that means true, or means false by being another (protocol 6.1, 6.2). */
function flagInterface(
  name: string,
  path: string,
  set: (request: AgentRequest, flag: boolean) => void,
): GatewayInterface {
  return forSignedIn(
    { name, methods: ['POST'], path: `/onlineagent/:agentid/${path}/:flag` },
    (request): Answer => {
      const flag = request.exchange.params.flag ?? ''
      if (flag.length > 5) return refused(REFUSED.badParameter('the flag has 1 to 5 characters').refusal)
      set(request, isTrueText(flag))
      return operated()
    },
  )
}

/** State of the agent, and what follows a call. */
export function agentStateInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      { name: 'getAgentStatus', methods: ['GET'], path: '/onlineagent/:agentid/agentstatus' },
      ({ presence }) =>
        queried({ agentState: tableOneStatus(presence), isWorking: presence.state.name === 'talking' }),
    ),
    operation('sayFree', 'sayfree', ({ world, agent, presence }) => sayFree(world, agent, presence)),
    operation('cancelBusy', 'cancelbusy', ({ world, agent, presence }) => cancelBusy(world, agent, presence)),
    operation('sayWork', 'work', ({ world, agent, presence }) => sayWork(world, agent, presence)),
    operation('cancelWork', 'cancelwork', ({ world, agent, presence }) => cancelWork(world, agent, presence)),
    operation('cancelRest', 'cancelrest', ({ world, agent, presence }) => cancelRest(world, agent, presence)),
    forSignedIn({ name: 'sayBusy', methods: ['POST'], path: '/onlineagent/:agentid/saybusy' }, answerSayBusy),
    forSignedIn(
      { name: 'rest', methods: ['POST'], path: '/onlineagent/:agentid/rest/:time/:restcause' },
      answerRest,
    ),
    flagInterface('setAgentAutoEnterIdle', 'autoenteridle', ({ presence }, flag) => {
      presence.autoEnterIdle = flag
    }),
    flagInterface('setAgentAutoAnswer', 'autoanswer', ({ presence }, flag) => {
      presence.autoAnswer = flag
    }),
  ]
}
