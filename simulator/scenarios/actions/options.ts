import * as v from 'valibot'

/** Agent ID; left out, the agent of the scenario is meant. */
export const agent = v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{2,5}$/, 'must be an agent ID as text')))
export const whole = v.pipe(v.number(), v.integer('must be a whole number'))
export const skillId = whole
/** A number as on a phone. */
export const caller = v.pipe(v.string(), v.regex(/^[\d*#+]{1,24}$/, 'must be a phone number'))
export const dialled = v.pipe(v.string(), v.regex(/^[\d*#]{1,24}$/, 'must be a number to dial'))
/** A name that steps give to calls, faults and themselves. */
export const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be a name in kebab-case'))
