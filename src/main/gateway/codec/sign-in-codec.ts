import * as v from 'valibot'
import type { SignInAnswer } from '../api/sign-in-api.ts'
import { countOrNotSaid, flag, identifier, orNotSaid, sparseObject } from './scalars.ts'

const fieldsSchema = v.pipe(
  sparseObject({
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
export const signInSchema = v.nullish(fieldsSchema, {})

/** Result of the older heartbeat (client code). */
export const heartbeatSchema = v.nullish(
  v.pipe(
    sparseObject({ loginTime: orNotSaid(identifier) }),
    v.transform(({ loginTime }) => ({ loginTime })),
  ),
  {},
)
