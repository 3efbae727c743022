import * as v from 'valibot'
import { ok, type Result } from '../../../shared/result.ts'
import { describeIssues, malformed, parseEnvelope, parseObject } from '../envelope.ts'
import type { GatewayError } from '../gateway-error.ts'
import type { GatewayEvent } from '../gateway-event.ts'
import { callEventReaders } from './call-event-codec.ts'
import type { ReadEvent } from './event-content.ts'
import { noticeEventReaders } from './notice-event-codec.ts'
import { phoneEventReaders } from './phone-event-codec.ts'
import { stateEventReaders } from './state-event-codec.ts'

/** Every event that a desk acts on or shows (event table, protocol 4.5). All other names become `other`. */
const readers: ReadonlyMap<string, ReadEvent> = new Map(
  Object.entries({
    ...stateEventReaders,
    ...callEventReaders,
    ...phoneEventReaders,
    ...noticeEventReaders,
  }),
)

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
  const { eventType, content } = parsed.output
  return readers.get(eventType)?.(content, eventType) ?? ok({ type: 'other', name: eventType })
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
