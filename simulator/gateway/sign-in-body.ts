import * as v from 'valibot'
import { describeIssues, tolerantBoolean, tolerantInteger, tolerantText } from '../http/tolerance.ts'
import type { SignInRequest } from '../world/presence.ts'
import { refuse, succeed, type Outcome } from '../world/refusal.ts'
import type { PushTarget } from '../world/session.ts'
import { readJsonObject } from './gateway-interface.ts'
import { isCallbackUri, isServiceToken } from './push-target.ts'

/** PC with phone, and the same with video (protocol 3.2). */
const AGENT_TYPES: readonly number[] = [4, 11]

const STATUS_AFTER_SIGN_IN = { 3: 'busy', 4: 'idle', 5: 'work' } as const

const shortText = (length: number) => v.pipe(tolerantText, v.maxLength(length))

const flag = (otherwise: boolean) => v.optional(v.nullable(tolerantBoolean, otherwise), otherwise)

/**
 * Fields of the sign-in body that are read; unknown ones are ignored, `pushUrl` of older releases among them: its
 * public senders poll (protocol 15).
 */
const SignInBody = v.object({
  password: v.optional(v.nullable(shortText(32))),
  phonenum: v.optional(v.nullable(tolerantText, ''), ''),
  autoanswer: flag(true),
  autoenteridle: flag(true),
  phonelinkage: flag(false),
  checkInWebm: flag(true),
  releasephone: v.optional(v.nullable(tolerantBoolean)),
  agenttype: v.optional(v.nullable(v.unknown(), 4), 4),
  status: v.optional(v.nullable(tolerantInteger, 4), 4),
  ip: v.optional(v.nullable(v.string(), '127.0.0.1'), '127.0.0.1'),
  callBackUri: v.optional(v.nullable(shortText(200), ''), ''),
  serviceToken: v.optional(v.nullable(tolerantText, ''), ''),
})

const isIpV4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)

function readStatus(status: number): SignInRequest['status'] | undefined {
  return status === 3 || status === 4 || status === 5 ? STATUS_AFTER_SIGN_IN[status] : undefined
}

/** Push needs both fields; with neither or one of them the client polls (protocol 4.1). */
function readPush({
  callBackUri,
  serviceToken,
}: v.InferOutput<typeof SignInBody>): Outcome<PushTarget | null> {
  if (callBackUri === '' || serviceToken === '') return succeed(null)
  if (!isServiceToken(serviceToken)) return refuse('100-001', 'Sign-in parameter: serviceToken')
  if (!isCallbackUri(callBackUri)) {
    return refuse('100-001', 'Sign-in parameter: callBackUri is an http(s) address of this machine')
  }
  return succeed({ url: callBackUri, token: serviceToken })
}

/** How the variants of the sign-in differ in what they read. */
export interface SignInForm {
  /** The pages give true for a sign-in and false for a forced one. */
  readonly releasePhoneDefault: boolean
  /** `loginex`: password and phone may be left out. */
  readonly isLenient: boolean
  /** `forceloginexwithoutphone` takes no phone, whatever is sent. */
  readonly hasPhone: boolean
}

/**
 * Reads the body of a sign-in. 000-006 when it is no JSON object, 100-001 for a wrong field, 100-012 for the
 * agent type and 100-016 for the address. The phone is judged by the world, which knows its range.
 */
export function readSignInBody(text: string, form: SignInForm): Outcome<SignInRequest> {
  const json = readJsonObject(text)
  if (!json.ok) return json
  const parsed = v.safeParse(SignInBody, json.value)
  if (!parsed.success) return refuse('100-001', `Sign-in parameter: ${describeIssues(parsed.issues)}`)
  const body = parsed.output
  if (body.password == null && !form.isLenient)
    return refuse('100-001', 'Sign-in parameter: password: missing')
  const agentType = v.safeParse(tolerantInteger, body.agenttype)
  if (!agentType.success || !AGENT_TYPES.includes(agentType.output)) {
    return refuse('100-012', 'The agent type is wrong')
  }
  if (!isIpV4(body.ip)) return refuse('100-016', 'The IP address is invalid')
  const status = readStatus(body.status)
  if (status === undefined) return refuse('100-001', 'Sign-in parameter: status is 3, 4 or 5')
  const push = readPush(body)
  if (!push.ok) return push
  return succeed({
    password: body.password ?? null,
    phone: form.hasPhone ? body.phonenum : '',
    autoAnswer: body.autoanswer,
    autoEnterIdle: body.autoenteridle,
    releasePhone: body.releasephone ?? form.releasePhoneDefault,
    phoneLinkage: body.phonelinkage,
    isTextIncluded: body.checkInWebm,
    status,
    isLenient: form.isLenient,
    push: push.value,
  })
}
