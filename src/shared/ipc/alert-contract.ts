import * as v from 'valibot'
import type { LoginStart } from '../domain/login-start.ts'
import { alertKinds } from '../preferences/preference-schemas.ts'

/*
 * Commands of alerts and of starting with the computer: a part of the contract in a file of its own.
 */

export const alertContract = {
  'alerts:test-note': { input: v.strictObject({ kind: v.picklist(alertKinds) }), output: v.boolean() },
  'login:read': {
    input: v.strictObject({}),
    output: v.variant('isOffered', [
      v.strictObject({
        isOffered: v.literal(false),
        reason: v.picklist(['not-installed', 'not-on-this-system']),
      }),
      v.strictObject({ isOffered: v.literal(true), isOn: v.boolean(), hasFailed: v.boolean() }),
    ]),
  },
} as const

/** Result types by channel. */
export interface AlertOutputs {
  /** False where the system shows no notes. */
  'alerts:test-note': boolean
  'login:read': LoginStart
}
