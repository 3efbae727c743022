import * as v from 'valibot'
import {
  agentIdRange,
  agentStates,
  passwordMaxLength,
  phoneMaxLength,
  requestableStates,
  restSecondsRange,
  type RequestableState,
} from '../domain/agent.ts'
import { callActions } from '../domain/call-control.ts'
import { rosterColumns } from '../domain/roster.ts'
import { joinSkillIds, skillListMaxLength } from '../domain/skills.ts'
import { maxNamedAccounts } from '../domain/supervisor.ts'

/**
 * Schemas of what people and the window may send. The message of each rule is a `FieldProblem`, so that the same schema
 * serves the form (text beside the field) and the router (refusal).
 */

const maxText = 2048

/** This computer by any of its names; plain http is allowed to it alone (SEC-01). */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  )
}

function isSecureEnough(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || isLoopbackHost(url.hostname))
}

/** `https://host:port` with nothing behind it; a missing scheme means https, as people type host names. */
export const addressSchema = v.pipe(
  v.string('malformed'),
  v.trim(),
  v.nonEmpty('required'),
  v.maxLength(maxText, 'too-long'),
  v.transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)),
  v.check(isOrigin, 'not-an-address'),
  v.check(isSecureEnough, 'insecure-address'),
  v.transform((text) => new URL(text).origin),
)

export const agentIdSchema = v.pipe(
  v.string('malformed'),
  v.trim(),
  v.nonEmpty('required'),
  v.regex(/^\d+$/, 'not-a-number'),
  v.check((text) => Number(text) >= agentIdRange.min && Number(text) <= agentIdRange.max, 'out-of-range'),
  v.transform((text) => String(Number(text))),
)

export const phoneSchema = v.pipe(
  v.string('malformed'),
  v.trim(),
  v.nonEmpty('required'),
  v.maxLength(phoneMaxLength, 'too-long'),
  v.regex(/^[\d*#+]+$/, 'malformed'),
)

export const passwordSchema = v.pipe(
  v.string('malformed'),
  v.nonEmpty('required'),
  v.maxLength(passwordMaxLength, 'too-long'),
)

/** Path of a PEM file, or empty for the system's certificate authorities. */
export const caFileSchema = v.pipe(v.string('malformed'), v.trim(), v.maxLength(maxText, 'too-long'))

export const skillIdSchema = v.pipe(
  v.number('malformed'),
  v.integer('malformed'),
  v.minValue(1, 'out-of-range'),
)

export const skillChoiceSchema = v.variant('mode', [
  v.strictObject({ mode: v.literal('all') }),
  v.strictObject({
    mode: v.literal('chosen'),
    skillIds: v.pipe(
      v.array(skillIdSchema),
      v.nonEmpty('required'),
      v.check((ids) => joinSkillIds(ids).length <= skillListMaxLength, 'too-long'),
    ),
  }),
  v.strictObject({ mode: v.literal('none') }),
])

export const callIdSchema = v.pipe(v.string('malformed'), v.nonEmpty('required'), v.maxLength(64, 'too-long'))

export const accountSchema = v.pipe(
  v.string('malformed'),
  v.nonEmpty('required'),
  v.maxLength(50, 'too-long'),
)

export const signInSchema = v.strictObject({
  gatewayAddress: addressSchema,
  caFile: caFileSchema,
  agentId: agentIdSchema,
  password: passwordSchema,
  phone: phoneSchema,
  isAlwaysOffHook: v.boolean('malformed'),
  /** True only after the agent answered "Already signed in" with "Take over". */
  takeOver: v.boolean('malformed'),
})

export const transferSchema = v.strictObject({
  callId: callIdSchema,
  fromSkillId: skillIdSchema,
  toSkillId: skillIdSchema,
})

const whole = v.pipe(v.number('malformed'), v.integer('malformed'))

/** What the gateway takes for a reason, by state (cec_07_1211, cec_07_1213); the other states have none. */
const reasonRanges: Partial<Record<RequestableState, readonly [min: number, max: number]>> = {
  busy: [200, 250],
  rest: [0, 255],
}

function isReasonOf(state: RequestableState, reason: number | null): boolean {
  if (reason === null) return true
  const [min, max] = reasonRanges[state] ?? [0, -1]
  return reason >= min && reason <= max
}

/** A state with its reason, and for rest how long it is to last. */
export const stateRequestSchema = v.pipe(
  v.strictObject({
    state: v.picklist(requestableStates, 'malformed'),
    reason: v.nullish(whole, null),
    restSeconds: v.exactOptional(
      v.pipe(
        whole,
        v.minValue(restSecondsRange.min, 'out-of-range'),
        v.maxValue(restSecondsRange.max, 'out-of-range'),
      ),
    ),
  }),
  v.check(({ state, reason }) => isReasonOf(state, reason), 'out-of-range'),
  v.check(({ state, restSeconds }) => restSeconds === undefined || state === 'rest', 'malformed'),
)

export const callActionSchema = v.picklist(callActions, 'malformed')

export const appKeySchema = v.pipe(
  v.string('malformed'),
  v.trim(),
  v.nonEmpty('required'),
  v.maxLength(200, 'too-long'),
)
export const appSecretSchema = v.pipe(
  v.string('malformed'),
  v.nonEmpty('required'),
  v.maxLength(500, 'too-long'),
)

/** Named accounts to unbind. An empty list would mean everyone to the service, so it is no valid input at all. */
export const accountsSchema = v.pipe(
  v.array(accountSchema),
  v.nonEmpty('required'),
  v.maxLength(maxNamedAccounts, 'too-long'),
)

/** The agents as the window filters and sorts them, and the columns it shows. */
export const rosterExportSchema = v.strictObject({
  query: v.strictObject({
    text: v.pipe(v.string(), v.maxLength(200, 'too-long')),
    skillId: v.nullable(skillIdSchema),
    states: v.pipe(v.array(v.picklist(agentStates)), v.maxLength(agentStates.length)),
    minSeconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400))),
    order: v.strictObject({ column: v.picklist(rosterColumns), isDescending: v.boolean() }),
  }),
  columns: v.pipe(v.array(v.picklist(rosterColumns)), v.minLength(1), v.maxLength(rosterColumns.length)),
})
