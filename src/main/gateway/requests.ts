/** Every request the client can send, one builder per interface. */
export type { GatewayRequest } from './requests/request.ts'
export * from './requests/agent-state-requests.ts'
export * from './requests/call-data-requests.ts'
export * from './requests/queue-requests.ts'
export * from './requests/roster-requests.ts'
export * from './requests/sign-in-requests.ts'
export { transferCall } from './requests/transfer-request.ts'
export {
  answerCall,
  callOut,
  hangUpPhone,
  holdCall,
  mute,
  pickUpPhone,
  releaseCall,
  retrieveCall,
  sendDigits,
  unmute,
} from './requests/voice-requests.ts'
