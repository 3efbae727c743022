import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { endCauseOf, isSilence } from './end-cause.ts'

/**
 * Finds out whether a session stands by asking for the configured queues: a query that a gone session is documented to be
 * refused (cec_07_1206). Null: it stands, for the gateway answered, if only with a refusal. An error: it is over, the
 * gateway is silent, or something else spoke in its place: a proxy's page proves no session.
 */
export async function verifySession(gateway: GatewayApi, agentId: string): Promise<GatewayError | null> {
  const answer = await gateway.configuredSkills(agentId)
  if (answer.ok) return null
  const isOver = endCauseOf(answer.error, 0) !== null
  const isOfGateway = !isSilence(answer.error) && answer.error.kind !== 'malformed'
  return isOver || !isOfGateway ? answer.error : null
}
