import { operated, type Answer } from '../http/answer.ts'
import { forceOut, forceState, inspected, monitor, type ForcedState } from '../world/inspection.ts'
import { REFUSED, type Outcome } from '../world/refusal.ts'
import type { AgentAtDesk } from '../world/desk-calls.ts'
import type { World } from '../world/world.ts'
import { answerOutcome, forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

/** An inspector's command to one agent. */
const command = (
  name: string,
  path: string,
  act: (world: World, at: AgentAtDesk, request: AgentRequest) => Outcome,
): GatewayInterface =>
  forSignedIn({ name, methods: ['POST'], path: `/qualitycontrol/:agentid/${path}` }, (request): Answer => {
    const target = inspected(request.world, request.agent, request.exchange.params.workNo ?? '')
    return answerOutcome(target.ok ? act(request.world, target.value, request) : target, operated)
  })

const force =
  (forced: ForcedState) =>
  (world: World, at: AgentAtDesk): Outcome =>
    forceState(world, at, forced)

const LONGEST_REST_S = 86_399

function forceRest(world: World, at: AgentAtDesk, { exchange }: AgentRequest): Outcome {
  const { time = '', reason = '' } = exchange.params
  const seconds = /^\d{1,5}$/.test(time) ? Number(time) : 0
  if (seconds < 1 || seconds > LONGEST_REST_S) return REFUSED.badParameter('time is 1 to 86399 seconds')
  if (!/^\d{1,3}$/.test(reason) || Number(reason) > 255) return REFUSED.badParameter('the reason is 0 to 255')
  return forceState(world, at, { name: 'rest', durationMs: seconds * 1000, reason: Number(reason) })
}

/** Agent IDs joined by `;` or `,`: the separator is not documented. */
function answerMonitor({ world, agent, exchange }: AgentRequest, isOn: boolean): Answer {
  const workNos = (exchange.query.get('agents') ?? '').split(/[;,]/).filter((text) => text !== '')
  if (workNos.length === 0) return answerOutcome(REFUSED.badParameter('agents is missing'), operated)
  return answerOutcome(monitor(world, agent, workNos, isOn), operated)
}

/** What an inspector may do to others (protocol, Appendix A). */
export function inspectionInterfaces(): GatewayInterface[] {
  return [
    command('forceIdle', 'forceidle/:workNo', force({ name: 'idle' })),
    command('forceBusy', 'forcebusy/:workNo', force({ name: 'busy' })),
    command('forceRest', 'forcerest/:workNo/:time/:reason', forceRest),
    command('forceLogOutAgent', 'forcelogout/:workNo', forceOut),
    forSignedIn(
      { name: 'beginMonitor', methods: ['POST'], path: '/qualitycontrol/:agentid/beginmonitor' },
      (request) => answerMonitor(request, true),
    ),
    forSignedIn(
      { name: 'endMonitor', methods: ['POST'], path: '/qualitycontrol/:agentid/endmonitor' },
      (request) => answerMonitor(request, false),
    ),
  ]
}
