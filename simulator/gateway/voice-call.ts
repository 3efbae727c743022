import { operated, type Answer } from '../http/answer.ts'
import { answerCall, releaseCall } from '../world/call-flow.ts'
import { refuse } from '../world/refusal.ts'
import { refused } from '../http/answer.ts'
import { answerOutcome, forSignedIn, type AgentRequest, type GatewayInterface } from './gateway-interface.ts'

function answerRelease({ world, presence }: AgentRequest): Answer {
  const { state } = presence
  const call = state.name === 'talking' ? world.calls.get(state.callid) : undefined
  if (call === undefined) return refused(refuse('200-017', 'There is no call to hang up').refusal)
  releaseCall(world, call, 'agent')
  return operated()
}

/** The two voice interfaces without which manual answer would be a dead end (reference 9). */
export function voiceCallInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      { name: 'answer', methods: ['PUT'], path: '/voicecall/:agentid/answer' },
      ({ world, agent, presence }) => answerOutcome(answerCall(world, agent, presence), operated),
    ),
    forSignedIn({ name: 'release', methods: ['DELETE'], path: '/voicecall/:agentid/release' }, answerRelease),
  ]
}
