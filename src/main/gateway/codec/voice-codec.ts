import * as v from 'valibot'
import { emptyObject, identifier, orNotSaid } from './scalars.ts'

/**
 * Result of callout: the call id as a bare text by client code; an object that names it is read as well. A release that
 * answers the "reserved" `{}` has accepted the call without saying its id: null.
 */
export const callOutSchema: v.GenericSchema<unknown, string | null> = v.union([
  orNotSaid(identifier),
  v.pipe(
    v.looseObject({ callid: identifier }),
    v.transform(({ callid }) => callid),
  ),
  v.pipe(
    emptyObject,
    v.transform(() => null),
  ),
])
