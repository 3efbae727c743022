import * as v from 'valibot'
import type { FieldProblem } from '../../../../shared/app-error.ts'
import type { SignInDefaults } from '../../../../shared/domain/desk-snapshot.ts'
import { signInSchema } from '../../../../shared/ipc/inputs.ts'

/** The fields of the form as typed. */
export interface SignInFields {
  gatewayAddress: string
  caFile: string
  agentId: string
  password: string
  phone: string
  isAlwaysOffHook: boolean
}

/** In the order of the form, so that what is wrong is listed as it is met. */
export const textFieldNames = ['agentId', 'phone', 'password', 'gatewayAddress', 'caFile'] as const
export type TextFieldName = (typeof textFieldNames)[number]
export type SignInProblems = Readonly<Partial<Record<TextFieldName, FieldProblem>>>

export function fieldsFromDefaults(defaults: SignInDefaults): SignInFields {
  const { gatewayAddress, caFile, agentId, phone, isAlwaysOffHook, demoPassword } = defaults
  return { gatewayAddress, caFile, agentId, phone, isAlwaysOffHook, password: demoPassword ?? '' }
}

/** One word without scheme, port or dot, other than this computer's own name, is a slip more often than a gateway. */
function isBareWord(address: string): boolean {
  const text = address.trim()
  return /^[^\s./:[\]?#@]+$/.test(text) && text.toLowerCase() !== 'localhost'
}

/**
 * The broken rule per field, first one each, by the schema that main uses too; empty when the form may be sent. The form is
 * stricter with an address than main: somebody is there who can write it out.
 */
export function findProblems(fields: SignInFields): SignInProblems {
  const parsed = v.safeParse(signInSchema, { ...fields, takeOver: false })
  const found: Partial<Record<TextFieldName, FieldProblem>> = isBareWord(fields.gatewayAddress)
    ? { gatewayAddress: 'not-an-address' }
    : {}
  for (const issue of parsed.issues ?? []) {
    const name = textFieldNames.find((candidate) => candidate === v.getDotPath(issue))
    // The schema's messages are field problems by agreement (shared/ipc/inputs.ts).
    if (name !== undefined) found[name] ??= issue.message as FieldProblem
  }
  return found
}
