import * as v from 'valibot'
import { wholeNumber } from './scalars.ts'

/** What the example of the page shows for an agent without custom state: one above the highest that can be set. */
const noCustomState = 65_535

/** Result of querycustomstate (cec_07_1229); null = none is set. */
export const customStateSchema = v.pipe(
  v.looseObject({ agentcustomstate: wholeNumber }),
  v.transform(({ agentcustomstate }) => (agentcustomstate === noCustomState ? null : agentcustomstate)),
)
