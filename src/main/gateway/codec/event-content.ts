import * as v from 'valibot'
import { ok, type Result } from '../../../shared/result.ts'
import { describeIssues, malformed } from '../envelope.ts'
import type { GatewayError } from '../gateway-error.ts'
import type { GatewayEvent } from '../gateway-event.ts'

/** Reads the content of one kind of event. `name` is the event type as the gateway wrote it. */
export type ReadEvent = (content: unknown, name: string) => Result<GatewayEvent, GatewayError>

/** Readers by event type. */
export type EventReaders = Readonly<Record<string, ReadEvent>>

type Content = Readonly<Record<string, unknown>>

/**
 * Content as an object. Several call events carry a bare call id, and a linkage event of some releases a bare result;
 * each schema takes the member it knows. Null where the content is none of it.
 */
function readContent(content: unknown): Content | null {
  if (content === null || content === undefined || content === '') return {}
  if (typeof content === 'string' || typeof content === 'number') return { callid: content, result: content }
  if (typeof content !== 'object' || Array.isArray(content)) return null
  return content as Content
}

/** An event whose name says everything; its content does not matter. */
export const always =
  (event: GatewayEvent): ReadEvent =>
  () =>
    ok(event)

/**
 * An event on which the desk acts. Content that is not what the name promises is `malformed`: something happened, and the
 * desk has to find out by other means.
 */
export function reading<T>(
  schema: v.GenericSchema<unknown, T>,
  create: (content: T) => GatewayEvent,
): ReadEvent {
  return (raw, name) => {
    const content = readContent(raw)
    if (content === null) return malformed(`${name}: content`)
    const parsed = v.safeParse(schema, content)
    return parsed.success ? ok(create(parsed.output)) : malformed(`${name}: ${describeIssues(parsed.issues)}`)
  }
}

/**
 * An event that changes nothing, or whose content no page shows. What cannot be read is told by its name alone: no state
 * depends on it, and an error would have the desk read everything again.
 */
export function showing<T>(
  schema: v.GenericSchema<unknown, T>,
  create: (content: T) => GatewayEvent,
): ReadEvent {
  const read = reading(schema, create)
  return (content, name) => {
    const event = read(content, name)
    return event.ok ? event : ok({ type: 'other', name })
  }
}
