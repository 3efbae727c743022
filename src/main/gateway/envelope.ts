import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayError } from './gateway-error.ts'

/** What every answer carries. `fields` is the whole body, for the codec of the interface. */
export interface Envelope {
  /** "0" is success, everything else failure; always a string, however it was sent. */
  readonly retcode: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Texts of the gateway are quoted to people; nobody reads more than this. */
const messageMaxLength = 300

const envelopeSchema = v.looseObject({
  retcode: v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
    v.transform((value) => String(value).trim()),
    v.regex(/^[\w-]{1,32}$/),
  ),
})

export function malformed(detail: string): Result<never, GatewayError> {
  return err({ kind: 'malformed', detail })
}

/**
 * Where a body departs from its schema, as paths such as `result.0.workno`: keys of the schema and positions, never
 * values, because values are names and numbers of people.
 */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  const paths = issues.map((issue) => v.getDotPath(issue) ?? '(body)')
  return [...new Set(paths)].slice(0, 3).join(', ')
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    // `undefined` is no JSON value, so it can stand for "no JSON"; the parser's message quotes the body and is not kept.
    return undefined
  }
}

/** The body as an object, or null if it is none. */
export function parseObject(body: string): Readonly<Record<string, unknown>> | null {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), parseJson(body))
  return parsed.success && !Array.isArray(parsed.output) ? parsed.output : null
}

/**
 * Reads an answer's envelope, whatever its content type says: some gateways and balancers label JSON as text. `malformed`
 * if it is no JSON object or has no code.
 */
export function parseEnvelope(body: string): Result<Envelope, GatewayError> {
  const fields = parseObject(body)
  if (fields === null) return malformed('not a JSON object')
  const parsed = v.safeParse(envelopeSchema, fields)
  if (!parsed.success) return malformed(describeIssues(parsed.issues))
  const message = typeof fields.message === 'string' ? fields.message.slice(0, messageMaxLength) : ''
  return ok({ retcode: parsed.output.retcode, message, fields })
}
