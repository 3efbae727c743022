/** `best` is as much as both sides can. */
export type CallMedia = 'audio' | 'video' | 'best'

interface TransferBase {
  /** Data attached to the call, up to 16,000 characters. */
  readonly appData?: string
  readonly media?: CallMedia
}

interface QueueTransfer extends TransferBase {
  readonly to: 'queue'
  readonly skillId: number
  readonly mode: 'release' | 'success'
}

interface AgentTransfer extends TransferBase {
  readonly to: 'agent'
  readonly workNo: string
  /** The queue in whose name the call is passed on. */
  readonly skillId?: number
  readonly mode: 'release' | 'success'
}

interface IvrTransfer extends TransferBase {
  readonly to: 'ivr'
  readonly ivr: string
  /** `suspend`: the call visits the flow and comes back. */
  readonly mode: 'release' | 'suspend'
}

interface AccessCodeTransfer extends TransferBase {
  readonly to: 'access-code'
  readonly accessCode: string
  readonly mode: 'release' | 'success'
}

/** Not for an outgoing call; the caller's number cannot be chosen. */
interface NumberRelease extends TransferBase {
  readonly to: 'number'
  readonly number: string
  readonly mode: 'release'
}

interface NumberTransfer extends TransferBase {
  readonly to: 'number'
  readonly number: string
  /** The number shown to the target. */
  readonly caller?: string
  readonly mode: 'success' | 'talk'
}

interface NumberConference extends TransferBase {
  readonly to: 'number'
  readonly number: string
  readonly caller?: string
  readonly mode: 'three-party'
  /** Whether the customer is on hold until the target answers; the gateway's default is yes. */
  readonly isCustomerHeld?: boolean
}

/**
 * Where a call in conversation goes and how (cec_07_1242). `release`: the agent is free at once; `success`: when the target
 * has answered; `talk`: after talking to the target; `three-party`: all three talk first. Only the combinations that the
 * gateway knows can be written.
 */
export type CallTransfer =
  | QueueTransfer
  | AgentTransfer
  | IvrTransfer
  | AccessCodeTransfer
  | NumberRelease
  | NumberTransfer
  | NumberConference
