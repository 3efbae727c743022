import * as v from 'valibot'
import type { RestReason } from '../api/agent-state-api.ts'
import { listOf, text, wholeNumber } from './scalars.ts'

/** Result of restreason (client code; no page). */
export const restReasonsSchema = listOf(
  v.pipe(
    v.looseObject({ restReasonId: wholeNumber, restReason: text }),
    v.transform((row): RestReason => ({ id: row.restReasonId, text: row.restReason })),
  ),
)
