import * as v from 'valibot'
import { err, ok, type Result } from '../../../shared/result.ts'
import { describeIssues, malformed, parseEnvelope, parseObject } from '../envelope.ts'
import type { GatewayError } from '../gateway-error.ts'
import type { GatewayEvent } from '../gateway-event.ts'
import { identifier, orNotSaid, wholeNumber } from './scalars.ts'

type Content = Readonly<Record<string, unknown>>
type Read = (content: Content, name: string) => Result<GatewayEvent, GatewayError>

/** Content of a call event; its members are spelled differently by release (protocol 13, rows 14 to 16). */
const callSchema = v.looseObject({
  callid: orNotSaid(identifier),
  callId: orNotSaid(identifier),
  callID: orNotSaid(identifier),
  caller: orNotSaid(identifier),
})

const reasonSchema = v.looseObject({ reason: orNotSaid(wholeNumber) })
const resultSchema = v.looseObject({ result: wholeNumber })
const shutdownSchema = v.looseObject({ loginTime: orNotSaid(identifier) })

/** Busy reason 3: an inspector did it (cec_07_1346). */
const forcedReason = 3

function reading<T>(
  schema: v.GenericSchema<unknown, T>,
  create: (content: T, name: string) => GatewayEvent,
): Read {
  return (content, name) => {
    const parsed = v.safeParse(schema, content)
    return parsed.success
      ? ok(create(parsed.output, name))
      : malformed(`${name}: ${describeIssues(parsed.issues)}`)
  }
}

const always =
  (event: GatewayEvent): Read =>
  () =>
    ok(event)

const idle =
  (isForced: boolean): Read =>
  (_content, name) =>
    ok({ type: 'idle', isForced, name })

const call = (create: (callId: string | null, caller: string | null) => GatewayEvent): Read =>
  reading(callSchema, (content) => create(content.callid ?? content.callId ?? content.callID, content.caller))

const busy = (isForced: boolean): Read =>
  reading(reasonSchema, ({ reason }) => ({
    type: 'busy',
    reason,
    isForced: isForced || reason === forcedReason,
  }))

const ringing = (isAutoAnswer: boolean): Read =>
  call((callId, caller) => ({ type: 'ringing', callId, caller, isAutoAnswer }))

const released = (by: 'agent' | 'customer'): Read => call((callId) => ({ type: 'call-released', callId, by }))

const noAnswer = call((callId) => ({ type: 'no-answer', callId }))

/** Every event that the desk acts on (event table, protocol 4.5). All other names become `other`. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['AgentOther_InService', always({ type: 'in-service' })],
  [
    'AgentOther_ShutdownService',
    reading(shutdownSchema, ({ loginTime }) => ({ type: 'shutdown', loginTime })),
  ],
  ['AgentState_Ready', idle(false)],
  ['AgentState_CancelNotReady_Success', idle(false)],
  ['AgentState_CancelWork_Success', idle(false)],
  ['AgentState_CancelRest_Success', idle(false)],
  ['AgentState_Force_Ready', idle(true)],
  ['AgentState_SetNotReady_Success', busy(false)],
  ['AgentState_Force_SetNotReady', busy(true)],
  ['AgentState_Work', always({ type: 'wrap-up', isRequested: false })],
  ['AgentState_SetWork_Success', always({ type: 'wrap-up', isRequested: true })],
  ['AgentState_SetRest_Success', reading(reasonSchema, ({ reason }) => ({ type: 'rest', reason }))],
  ['AgentState_Rest_Timeout', always({ type: 'rest-over' })],
  ['AgentState_Busy', always({ type: 'occupied' })],
  ['AgentEvent_Ringing', ringing(false)],
  ['AgentEvent_Auto_Answer', ringing(true)],
  ['AgentEvent_Talking', call((callId, caller) => ({ type: 'talking', callId, caller }))],
  ['AgentEvent_Hold', call((callId) => ({ type: 'held', callId }))],
  ['AgentEvent_Call_Release', released('agent')],
  ['AgentEvent_Customer_Release', released('customer')],
  ['AgentEvent_No_Answer', noAnswer],
  ['AgentEvent_No_Answer_From_Cti', noAnswer],
  [
    'AgentEvent_linkageCapability',
    reading(resultSchema, ({ result }) => ({ type: 'linkage-result', result })),
  ],
  [
    'AgentEvent_linkagePhoneStatus',
    reading(resultSchema, ({ result }) => ({ type: 'linked-phone', status: result })),
  ],
])

/**
 * Content as an object. Several call events carry a bare call id, and a linkage event of some releases a bare result;
 * each reader takes the member it knows. Null where the content is none of it.
 */
function readContent(content: unknown): Content | null {
  if (content === null || content === undefined || content === '') return {}
  if (typeof content === 'string' || typeof content === 'number') return { callid: content, result: content }
  if (typeof content !== 'object' || Array.isArray(content)) return null
  return content as Content
}

const eventSchema = v.looseObject({
  eventType: v.pipe(v.string(), v.regex(/^\w{1,80}$/)),
  content: v.optional(v.unknown()),
})

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/**
 * The event of a poll answer (cec_07_1274); null for none. `malformed` if there is one but not what its name promises:
 * then something happened that the desk has to find out by other means.
 */
export function decodeEvent(event: unknown): Result<GatewayEvent | null, GatewayError> {
  if (event === null || event === undefined || isEmptyObject(event)) return ok(null)
  const parsed = v.safeParse(eventSchema, event)
  if (!parsed.success) return malformed(`event: ${describeIssues(parsed.issues)}`)
  const { eventType } = parsed.output
  const read = readers.get(eventType)
  if (read === undefined) return ok({ type: 'other', name: eventType })
  const content = readContent(parsed.output.content)
  if (content === null) return malformed(`${eventType}: content`)
  const result = read(content, eventType)
  return result.ok ? result : err(result.error)
}

interface PollAnswer {
  readonly retcode: string
  readonly message: string
  readonly event: GatewayEvent | null
}

/** A whole poll answer. One page shows a bare event without its envelope (protocol 13, row 19); that is read as well. */
export function decodePoll(body: string): Result<PollAnswer, GatewayError> {
  const bare = parseObject(body)
  if (bare !== null && 'eventType' in bare && !('retcode' in bare)) return withEvent('0', '', bare)
  const envelope = parseEnvelope(body)
  if (!envelope.ok) return envelope
  const { retcode, message, fields } = envelope.value
  return retcode === '0' ? withEvent(retcode, message, fields.event) : ok({ retcode, message, event: null })
}

function withEvent(retcode: string, message: string, value: unknown): Result<PollAnswer, GatewayError> {
  const event = decodeEvent(value)
  return event.ok ? ok({ retcode, message, event: event.value }) : event
}
