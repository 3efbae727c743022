import * as v from 'valibot'
import { failed, operated, refused, type Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { managed, MANAGEMENT_BASE, managementRefusal } from '../management/management-answer.ts'
import { defineFault } from './fault-action.ts'

const HttpStatus = v.object({ status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)) })

/** Answers with another HTTP status and does nothing. */
export const status = defineFault('status', HttpStatus, async (options) =>
  failed(options.status, 'Injected by a fault'),
)

const Retcode = v.object({ retcode: v.pipe(v.string(), v.minLength(1)), message: v.optional(v.string()) })

/** The management service names its fields differently. */
const isManagement = ({ path }: Exchange): boolean => path.startsWith(MANAGEMENT_BASE)

/** Refuses with a code and does nothing. */
export const retcode = defineFault('retcode', Retcode, async (options, { exchange }) => {
  const message = options.message ?? 'Injected by a fault'
  return isManagement(exchange)
    ? managementRefusal(200, options.retcode, message)
    : refused({ retcode: options.retcode, message })
})

/** Answers success and does nothing: why "0" alone is no proof. */
export const ignore = defineFault('ignore', v.object({}), async (_options, { exchange }) =>
  isManagement(exchange) ? managed() : operated(),
)

const HUGE_BYTES = 8 * 1024 * 1024

const spoil = {
  truncated: (body: string) => body.slice(0, Math.max(1, Math.floor(body.length / 2))),
  html: () => '<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
  'wrong-types': () => '{"message":17,"retcode":0,"result":"none","event":[42]}',
  empty: () => '',
  huge: (body: string) => `${body.slice(0, -1)},"padding":"${'x'.repeat(HUGE_BYTES)}"}`,
} as const

const kinds = Object.keys(spoil) as [keyof typeof spoil, ...(keyof typeof spoil)[]]

/** Does what was asked for and spoils the answer; `kind` says how. */
export const malformed = defineFault(
  'malformed',
  v.object({ kind: v.picklist(kinds) }),
  async ({ kind }, context): Promise<Answer> => {
    const answer = await context.next()
    return { ...answer, body: spoil[kind](answer.body) }
  },
)
