import { operated, queried, refused } from '../http/answer.ts'
import { REFUSED } from '../world/refusal.ts'
import { REST_REASONS } from '../world/rest-reasons.ts'
import { forSignedIn, type GatewayInterface } from './gateway-interface.ts'

/** What `querycustomstate` says when none is set (cec_07_1229; the meaning is inferred). */
const NO_CUSTOM_STATE = 65_535

/** States whose meaning is the customer's, and the reasons for a rest (protocol 6.1). */
export function customStateInterfaces(): GatewayInterface[] {
  return [
    forSignedIn(
      { name: 'setCustomState', methods: ['POST'], path: '/onlineagent/:agentid/setcustomstate' },
      ({ presence, exchange }) => {
        const text = exchange.query.get('customstate') ?? ''
        const isValid = /^\d{1,5}$/.test(text) && Number(text) < NO_CUSTOM_STATE
        if (!isValid) return refused(REFUSED.badParameter('customstate is 0 to 65534').refusal)
        presence.customState = Number(text)
        return operated()
      },
    ),
    forSignedIn(
      { name: 'queryCustomState', methods: ['GET'], path: '/onlineagent/:agentid/querycustomstate' },
      ({ presence }) => queried({ agentcustomstate: String(presence.customState ?? NO_CUSTOM_STATE) }),
    ),
    forSignedIn(
      { name: 'cancelSetCustomState', methods: ['POST'], path: '/onlineagent/:agentid/cancelsetcustomstate' },
      ({ presence }) => {
        presence.customState = null
        return operated()
      },
    ),
    forSignedIn(
      { name: 'getAgentRestReason', methods: ['GET'], path: '/agentgroup/:agentid/restreason' },
      () => queried(REST_REASONS.map(({ id, text }) => ({ restReason: text, restReasonId: id }))),
    ),
  ]
}
