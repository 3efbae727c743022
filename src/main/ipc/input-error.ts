import type * as v from 'valibot'
import type { AppError, FieldName, FieldProblem } from '../../shared/app-error.ts'

/** The form's name of a field by its name in a command's input. */
const fields: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['gatewayAddress', 'gatewayAddress'],
  ['managementAddress', 'managementAddress'],
  ['caFile', 'caFile'],
  ['agentId', 'agentId'],
  ['password', 'password'],
  ['phone', 'phone'],
  ['skillIds', 'skillIds'],
  ['typedName', 'confirmation'],
  ['accounts', 'accounts'],
  ['appKey', 'appKey'],
  ['appSecret', 'appSecret'],
])

const problems = {
  required: true,
  'not-a-number': true,
  'out-of-range': true,
  'too-long': true,
  'not-an-address': true,
  'insecure-address': true,
  'not-readable': true,
  'not-a-certificate': true,
  'does-not-match': true,
  malformed: true,
} as const satisfies Record<FieldProblem, true>

function isProblem(text: string): text is FieldProblem {
  return Object.hasOwn(problems, text)
}

/** The refusal of an input, naming the field and the rule that was broken, never the value. */
export function toInputError(issue: v.BaseIssue<unknown>): AppError {
  const names = (issue.path ?? []).map((item) => fields.get(String(item.key)))
  const field = names.findLast((name) => name !== undefined) ?? 'input'
  return { code: 'invalid-input', field, problem: isProblem(issue.message) ? issue.message : 'malformed' }
}
