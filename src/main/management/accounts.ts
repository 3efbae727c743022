import * as v from 'valibot'
import { accountSchema, skillIdSchema } from '../../shared/ipc/inputs.ts'
import type { NonEmpty } from './management-api.ts'

const accountListSchema = v.pipe(v.array(accountSchema), v.minLength(1))

/** The check at run time behind the type `NonEmpty`: at least one account, and each of them says something. */
export function isAccountList(accounts: readonly unknown[]): accounts is NonEmpty<string> {
  return v.is(accountListSchema, accounts)
}

export function isSkillId(skillId: number): boolean {
  return v.is(skillIdSchema, skillId)
}
