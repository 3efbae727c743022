import { operated, refused, type Answer } from '../http/answer.ts'
import { answerCall, liftPhone, rejectOnPhone, releaseCall } from '../world/call-flow.ts'
import { refuse } from '../world/refusal.ts'
import { answerOutcome, forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

function answerRelease({ world, presence }: AgentRequest): Answer {
  const { state } = presence
  const call = state.name === 'talking' ? world.calls.get(state.callid) : undefined
  if (call === undefined) return refused(refuse('200-017', 'There is no call to hang up').refusal)
  releaseCall(world, call, 'agent')
  return operated()
}

/** Taking and ending the call that is there, by the client or by the linked phone (protocol 9, 11.2). */
export function voiceCallInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      { name: 'answer', methods: ['PUT'], path: '/voicecall/:agentid/answer' },
      ({ world, agent, presence }) => answerOutcome(answerCall(world, agent, presence), operated),
    ),
    forSignedIn({ name: 'release', methods: ['DELETE'], path: '/voicecall/:agentid/release' }, answerRelease),
    // The pages say POST, a public client sends PUT (protocol 13, row 3): both are good.
    forSignedIn(
      { name: 'phonePickup', methods: ['POST', 'PUT'], path: '/voicecall/:agentid/phonepickup' },
      ({ world, agent, presence }) => answerOutcome(liftPhone(world, agent, presence), operated),
    ),
    forSignedIn(
      { name: 'phoneHangUp', methods: ['POST', 'PUT'], path: '/voicecall/:agentid/phonehangup' },
      ({ world, agent, presence }) => answerOutcome(rejectOnPhone(world, agent, presence), operated),
    ),
  ]
}
