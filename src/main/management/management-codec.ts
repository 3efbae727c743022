import * as v from 'valibot'
import type { QueueBinding } from '../../shared/domain/supervisor.ts'
import { count, countOrNotSaid, identifier, orNotSaid, wholeNumber } from '../gateway/codec/scalars.ts'
import { parseObject } from '../gateway/envelope.ts'

/** Texts of the service are quoted to people; nobody reads more than this. */
const messageMaxLength = 300

const code = v.pipe(v.union([v.string(), v.pipe(v.number(), v.safeInteger())]), v.transform(String))

const outcomeSchema = v.object({ resultCode: v.pipe(code, v.trim(), v.regex(/^[\w-]{1,32}$/)) })

const tokenSchema = v.object({
  AccessToken: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  Expires: v.pipe(count, v.minValue(1)),
})

const bindingSchema = v.pipe(
  v.object({
    userAccount: identifier,
    workNo: orNotSaid(identifier),
    // For people only: a strange one must not cost the list.
    accountName: v.fallback(orNotSaid(identifier), null),
    agentWeight: wholeNumber,
    skillWeight: wholeNumber,
  }),
  v.transform(({ userAccount, workNo, accountName, agentWeight, skillWeight }): QueueBinding => ({
    account: userAccount,
    agentId: workNo,
    name: accountName,
    agentWeight,
    skillWeight,
  })),
)

const pageFields = v.object({ data: v.nullable(v.array(bindingSchema)), count: countOrNotSaid })

/** The table of the page wraps the data in a row called schema, its example does not (cec_07_0026). */
const pageSchema = v.union([
  pageFields,
  v.pipe(
    v.object({ schema: pageFields }),
    v.transform(({ schema }) => schema),
  ),
  // A queue nobody is bound to may leave the list out; then its count must say so.
  v.pipe(
    v.object({ data: v.optional(v.null()), count: v.pipe(count, v.value(0)) }),
    v.transform(() => ({ data: null, count: 0 })),
  ),
])

export interface Outcome {
  /** "0" is success. */
  readonly resultCode: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** The service's text in a body of any status; empty if there is none. */
export function readMessage(body: string): string {
  const message = parseObject(body)?.resultMessage
  return typeof message === 'string' ? message.slice(0, messageMaxLength) : ''
}

/** The outcome every answer of the agent family carries (protocol 10.3); null if it is none. */
export function decodeOutcome(body: string): Outcome | null {
  const fields = parseObject(body)
  const parsed = v.safeParse(outcomeSchema, fields)
  if (fields === null || !parsed.success) return null
  return { resultCode: parsed.output.resultCode, message: readMessage(body), fields }
}

export interface BindingsPage {
  readonly bindings: readonly QueueBinding[]
  /** How many there are on all pages; null = not said. */
  readonly total: number | null
}

/** One page of queryAgentInfoBySkillId; null if it makes no sense. */
export function decodeBindingsPage(fields: Readonly<Record<string, unknown>>): BindingsPage | null {
  const parsed = v.safeParse(pageSchema, fields)
  return parsed.success ? { bindings: parsed.output.data ?? [], total: parsed.output.count } : null
}

export interface TokenAnswer {
  readonly token: string
  readonly lifeSeconds: number
}

/** Answer of tokenByAkSk (cec_07_0002): its life is called `Expires`, in seconds, and all fields are strings. */
export function decodeToken(body: string): TokenAnswer | null {
  const parsed = v.safeParse(tokenSchema, parseObject(body))
  return parsed.success ? { token: parsed.output.AccessToken, lifeSeconds: parsed.output.Expires } : null
}
