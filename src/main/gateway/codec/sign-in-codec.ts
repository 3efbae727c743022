import * as v from 'valibot'
import type { SignInAnswer } from '../gateway-api.ts'
import { countOrNotSaid, flag, identifier, orNotSaid } from './scalars.ts'

const fieldsSchema = v.pipe(
  v.looseObject({
    vdnid: orNotSaid(identifier),
    loginTime: orNotSaid(identifier),
    isForceChange: orNotSaid(flag),
    timeRemaining: countOrNotSaid,
  }),
  v.transform((fields): SignInAnswer => ({
    loginTime: fields.loginTime,
    vdn: fields.vdnid,
    isPasswordChangeForced: fields.isForceChange ?? false,
    passwordDaysLeft: fields.timeRemaining,
  })),
)

/** Result of a sign-in (cec_07_1202). None of its fields is needed to go on, so a missing result is a poor one, not a wrong one. */
export const signInSchema = v.nullish(
  // A list is an object to the schema library; with no field required it would pass as an empty result.
  v.pipe(
    v.unknown(),
    v.check((result) => !Array.isArray(result), 'a list'),
    fieldsSchema,
  ),
  {},
)
