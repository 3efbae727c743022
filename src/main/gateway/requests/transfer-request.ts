import type { CallTransfer } from '../api/call-transfer.ts'
import { requestOf, type GatewayRequest } from './request.ts'
import { mediaAbility } from './voice-requests.ts'

/** Device types of the target (cec_07_0583). */
const deviceType = { queue: 1, agent: 2, ivr: 3, 'access-code': 4, number: 5 } as const satisfies Readonly<
  Record<CallTransfer['to'], number>
>

/** Codes of the mode; external numbers have a release code of their own (cec_07_1242). */
const mode = { release: 0, suspend: 1, success: 2, talk: 3, 'three-party': 4 } as const
const numberRelease = 1

/** The fields in which the kinds of target differ. */
function targetFields(transfer: CallTransfer): object {
  switch (transfer.to) {
    case 'queue':
      return { address: String(transfer.skillId), mode: mode[transfer.mode] }
    case 'agent':
      return { address: transfer.workNo, mode: mode[transfer.mode], skillId: transfer.skillId }
    case 'ivr':
      return { address: transfer.ivr, mode: mode[transfer.mode] }
    case 'access-code':
      return { address: transfer.accessCode, mode: mode[transfer.mode] }
    case 'number':
      if (transfer.mode === 'release') return { address: transfer.number, mode: numberRelease }
      return {
        address: transfer.number,
        mode: mode[transfer.mode],
        caller: transfer.caller,
        holdflag: transfer.mode === 'three-party' ? transfer.isCustomerHeld : undefined,
      }
  }
}

/** What was not chosen is left out of the body, so that the gateway's defaults hold. */
export const transferCall = (agentId: string, transfer: CallTransfer): GatewayRequest =>
  requestOf('voicecall')('transfer', 'POST', agentId, '/transfer', {
    devicetype: deviceType[transfer.to],
    ...targetFields(transfer),
    mediaability: transfer.media === undefined ? undefined : mediaAbility[transfer.media],
    callappdata: transfer.appData,
  })
