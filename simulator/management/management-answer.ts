import * as v from 'valibot'
import type { Answer } from '../http/answer.ts'
import { describeIssues } from '../http/tolerance.ts'
import type { BindingOutcome } from '../world/binding.ts'

export const MANAGEMENT_BASE = '/apiaccess/rest/cc-management/v1'

const json = (status: number, body: unknown, retcode: string | null): Answer => ({
  status,
  body: JSON.stringify(body),
  retcode,
})

/** Fields of an answer of the agent family: `resultCode` is a string. */
export const managed = (fields: Readonly<Record<string, unknown>> = {}): Answer =>
  json(200, { ...fields, resultCode: '0', resultMessage: 'success' }, '0')

/** A failure with a result code of its own. */
export const managementRefusal = (status: number, resultCode: string, reason: string): Answer =>
  json(status, { resultCode, resultMessage: reason }, resultCode)

/** The command was understood and did nothing; the reason is for people. */
export const notManaged = (reason: string): Answer => managementRefusal(200, '1', reason)

/** HTTP 400, 401 and the like: no business result (protocol 10.2). */
export const managementError = (status: number, reason: string): Answer =>
  managementRefusal(status, '1', reason)

export const answerBinding = (outcome: BindingOutcome): Answer =>
  outcome.ok ? managed() : notManaged(outcome.reason)

/** Reads a body by a schema; an answer with HTTP 400 when it does not fit. */
export function readBody<S extends v.GenericSchema<unknown, unknown>>(
  schema: S,
  text: string,
): { readonly value: v.InferOutput<S> } | { readonly answer: Answer } {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return { answer: managementError(400, 'The body is no valid JSON') }
  }
  const parsed = v.safeParse(schema, input)
  if (!parsed.success) return { answer: managementError(400, describeIssues(parsed.issues)) }
  return { value: parsed.output }
}
