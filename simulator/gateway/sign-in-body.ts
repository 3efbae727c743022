import * as v from 'valibot'
import { describeIssues, tolerantBoolean, tolerantInteger, tolerantText } from '../http/tolerance.ts'
import type { SignInRequest } from '../world/presence.ts'
import { refuse, succeed, type Outcome } from '../world/refusal.ts'
import { readJsonObject } from './gateway-interface.ts'

/** PC with phone, and the same with video (protocol 3.2). */
const AGENT_TYPES: readonly number[] = [4, 11]

const STATUS_AFTER_SIGN_IN = { 3: 'busy', 4: 'idle', 5: 'work' } as const

const shortText = (length: number) => v.pipe(tolerantText, v.maxLength(length))

const flag = (otherwise: boolean) => v.optional(v.nullable(tolerantBoolean, otherwise), otherwise)

/** Fields of the sign-in body that are read; unknown ones (`pushUrl`, …) are ignored. */
const SignInBody = v.object({
  password: shortText(32),
  phonenum: v.optional(v.nullable(tolerantText, ''), ''),
  autoanswer: flag(true),
  autoenteridle: flag(true),
  phonelinkage: flag(false),
  checkInWebm: flag(true),
  releasephone: v.optional(v.nullable(tolerantBoolean)),
  agenttype: v.optional(v.nullable(v.unknown(), 4), 4),
  status: v.optional(v.nullable(tolerantInteger, 4), 4),
  ip: v.optional(v.nullable(v.string(), '127.0.0.1'), '127.0.0.1'),
})

const isIpV4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)

function readStatus(status: number): SignInRequest['status'] | undefined {
  return status === 3 || status === 4 || status === 5 ? STATUS_AFTER_SIGN_IN[status] : undefined
}

/**
 * Reads the body of a sign-in. 000-006 when it is no JSON object, 100-001 for a wrong field, 100-012 for the
 * agent type and 100-016 for the address. The phone is judged by the world, which knows its range.
 *
 * @param releasePhoneDefault the pages give true for a sign-in and false for a forced one
 */
export function readSignInBody(text: string, releasePhoneDefault: boolean): Outcome<SignInRequest> {
  const json = readJsonObject(text)
  if (!json.ok) return json
  const parsed = v.safeParse(SignInBody, json.value)
  if (!parsed.success) return refuse('100-001', `Sign-in parameter: ${describeIssues(parsed.issues)}`)
  const body = parsed.output
  const agentType = v.safeParse(tolerantInteger, body.agenttype)
  if (!agentType.success || !AGENT_TYPES.includes(agentType.output)) {
    return refuse('100-012', 'The agent type is wrong')
  }
  if (!isIpV4(body.ip)) return refuse('100-016', 'The IP address is invalid')
  const status = readStatus(body.status)
  if (status === undefined) return refuse('100-001', 'Sign-in parameter: status is 3, 4 or 5')
  return succeed({
    password: body.password,
    phone: body.phonenum,
    autoAnswer: body.autoanswer,
    autoEnterIdle: body.autoenteridle,
    releasePhone: body.releasephone ?? releasePhoneDefault,
    phoneLinkage: body.phonelinkage,
    isTextIncluded: body.checkInWebm,
    status,
  })
}
