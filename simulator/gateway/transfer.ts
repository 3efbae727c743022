import * as v from 'valibot'
import { operated, refused, type Answer } from '../http/answer.ts'
import { tolerantBoolean, tolerantInteger, tolerantText } from '../http/tolerance.ts'
import { REFUSED, succeed, type Outcome } from '../world/refusal.ts'
import { transferCall, type TransferWish } from '../world/transfer.ts'
import { answerOutcome, readBody, type AgentRequest } from './gateway-interface.ts'

const LONGEST_DATA = 16_384

/** Body of `transfer` (cec_07_1242). */
const TransferBody = v.object({
  devicetype: tolerantInteger,
  address: v.pipe(tolerantText, v.nonEmpty(), v.maxLength(24)),
  mode: tolerantInteger,
  callappdata: v.optional(v.nullable(v.pipe(tolerantText, v.maxLength(LONGEST_DATA)), ''), ''),
  caller: v.optional(v.nullable(v.pipe(tolerantText, v.regex(/^\d{0,24}$/)), ''), ''),
  mediaability: v.optional(v.nullable(v.pipe(tolerantInteger, v.minValue(0), v.maxValue(2)), 0), 0),
  holdflag: v.optional(v.nullable(tolerantBoolean, true), true),
})

const OUTSIDE_MODES = { 1: 'release', 2: 'success', 3: 'talk', 4: 'three-party' } as const

const isDigits = (address: string): boolean => /^\d{1,24}$/.test(address)

/** Device types and modes as tabled: release is 0, and 1 for numbers outside. */
function readWish(body: v.InferOutput<typeof TransferBody>): Outcome<TransferWish> {
  const { devicetype, address, mode, callappdata: callData } = body
  const unknownMode = REFUSED.badBody(`mode ${mode} is not one of device type ${devicetype}`)
  if (devicetype !== 5 && !isDigits(address)) return REFUSED.badBody('the address is a number')
  const isReleaseOrSuccess = mode === 0 || mode === 2
  const isKept = mode === 2
  switch (devicetype) {
    case 1:
      if (!isReleaseOrSuccess) return unknownMode
      return succeed({ to: 'skill', skillId: Number(address), isKept, callData })
    case 2:
      if (!isReleaseOrSuccess) return unknownMode
      return succeed({ to: 'agent', agentId: address, isKept, callData })
    case 3:
      if (mode !== 0 && mode !== 1) return unknownMode
      return succeed({ to: 'ivr', isSuspended: mode === 1, callData })
    case 4:
      if (!isReleaseOrSuccess) return unknownMode
      return succeed({ to: 'access-code', accessCode: address, isKept, callData })
    case 5: {
      if (mode !== 1 && mode !== 2 && mode !== 3 && mode !== 4) return unknownMode
      const { caller, holdflag: holdsCaller } = body
      return succeed({
        to: 'outside',
        number: address,
        caller,
        mode: OUTSIDE_MODES[mode],
        holdsCaller,
        callData,
      })
    }
    default:
      return REFUSED.badBody('the device type is 1 to 5')
  }
}

/** `transfer`: the answer says that it has begun; how it went is told by events. */
export function answerTransfer(request: AgentRequest): Answer {
  const body = readBody(TransferBody, request.exchange.bodyText)
  if (!body.ok) return refused(body.refusal)
  const wish = readWish(body.value)
  return wish.ok
    ? answerOutcome(transferCall(request.world, request, wish.value), operated)
    : refused(wish.refusal)
}
