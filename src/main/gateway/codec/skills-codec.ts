import * as v from 'valibot'
import type { SkillQueue } from '../../../shared/domain/skills.ts'
import { listOf, orNotSaid, text, wholeNumber } from './scalars.ts'

/** Result of agentskills and agentvdnskill (cec_07_1206, cec_07_0409). */
export const skillQueuesSchema = listOf(
  v.pipe(
    v.looseObject({ id: wholeNumber, name: text, mediatype: orNotSaid(wholeNumber) }),
    v.transform(({ id, name, mediatype }): SkillQueue => ({ id, name, mediaType: mediatype })),
  ),
)
