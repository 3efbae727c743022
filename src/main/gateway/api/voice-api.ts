import type { CallMedia, CallTransfer } from './call-transfer.ts'
import type { GatewayResult } from './gateway-result.ts'

/** An outgoing call (cec_07_1232). */
export interface CallOutRequest {
  /** 1 to 24 digits, `*` and `#`. */
  readonly called: string
  /** The number shown to the called party, if not the default. */
  readonly caller?: string
  /** The queue in whose name the call is made. */
  readonly skillId?: number
  readonly media?: CallMedia
  /** Data attached to the call, up to 16,000 characters. */
  readonly appData?: string
}

/** The agent's own voice call (protocol 9). "0" means accepted; what becomes of it is told by events. */
export interface VoiceApi {
  /** `callId` is needed only when several calls ring. */
  answerCall(agentId: string, callId?: string): GatewayResult<null>
  releaseCall(agentId: string): GatewayResult<null>
  holdCall(agentId: string): GatewayResult<null>
  /** `callId` is needed only when several calls are held. */
  retrieveCall(agentId: string, callId?: string): GatewayResult<null>
  mute(agentId: string): GatewayResult<null>
  unmute(agentId: string): GatewayResult<null>
  /** Dials into the call: 1 to 24 characters. */
  sendDigits(agentId: string, digits: string): GatewayResult<null>
  transferCall(agentId: string, transfer: CallTransfer): GatewayResult<null>
  /** Answers with the ID of the new call; null = accepted by a release that does not say it. */
  callOut(agentId: string, request: CallOutRequest): GatewayResult<string | null>
  /** Lifts the linked phone while it rings (cec_07_1254). */
  pickUpPhone(agentId: string): GatewayResult<null>
  /** Rejects the call on the linked phone while it rings (cec_07_1255). */
  hangUpPhone(agentId: string): GatewayResult<null>
}
