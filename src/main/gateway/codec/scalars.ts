import * as v from 'valibot'

/*
 * The gateway documents a field as a number and sends a string, and the reverse (protocol 2.5). These read both; what is
 * neither is an issue, never a default.
 */

const decimal = /^[+-]?\d+(?:\.\d+)?$/

function toNumber(value: number | string): number {
  if (typeof value === 'number') return value
  const text = value.trim()
  return decimal.test(text) ? Number(text) : Number.NaN
}

/** A whole number, as a number or as decimal digits in a string. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(toNumber),
  v.safeInteger('not a whole number'),
)

/** Counts and durations that must be there: fractions are cut off, negative values refused. */
export const count = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => Math.trunc(toNumber(value))),
  v.safeInteger('not a number'),
  v.minValue(0, 'negative'),
)

/** Null, missing and blank are all "not said". */
const notSaid = v.pipe(
  v.nullable(v.pipe(v.string(), v.trim(), v.literal(''))),
  v.transform(() => null),
)

export function orNotSaid<T extends v.GenericSchema<unknown, unknown>>(schema: T) {
  return v.optional(v.union([notSaid, schema]), null)
}

/** Counts and durations that may be missing; a negative one is another way of saying so. */
export const countOrNotSaid = v.pipe(
  orNotSaid(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.transform((value) => Math.trunc(toNumber(value))),
      v.safeInteger('not a number'),
    ),
  ),
  v.transform((value) => (value === null || value < 0 ? null : value)),
)

/** A text that names something: not empty. A number is taken as its digits. */
export const identifier = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.finite())]),
  v.transform((value) => String(value).trim()),
  v.nonEmpty('empty'),
)

/** The number of a party: empty = withheld, null = not said. A number is taken as its digits. */
export const party = v.nullish(
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.finite())]),
    v.transform((value) => String(value).trim()),
  ),
  null,
)

/** A skill queue; 0, which is no queue's number, is another way of saying "none". */
export const skillOrNone = v.pipe(
  orNotSaid(wholeNumber),
  v.transform((value) => (value === 0 ? null : value)),
)

/** A text for people; what is not said is empty. */
export const text = v.pipe(v.nullish(v.union([v.string(), v.number()]), ''), v.transform(String))

/** A yes or no: `true`, "true", "True", 1 and "1" alike. */
export const flag = v.pipe(
  v.union([v.boolean(), v.number(), v.string()]),
  v.transform((value) => String(value).trim().toLowerCase()),
  v.picklist(['true', 'false', '1', '0']),
  v.transform((value) => value === 'true' || value === '1'),
)

/** Milliseconds since 1970; 0 is "not said". */
export const timestamp = v.pipe(
  countOrNotSaid,
  v.transform((value) => (value === 0 ? null : value)),
)

/** A list; null and missing are the empty list. */
export function listOf<T extends v.GenericSchema<unknown, unknown>>(row: T) {
  return v.nullish(v.array(row), [])
}

/** A list is an object to the schema library, and would pass where no field is required. */
const noList = v.check((value: unknown) => !Array.isArray(value), 'a list')

/** An object none of whose fields is required, so that a list must be kept out. */
export function sparseObject<T extends v.ObjectEntries>(entries: T) {
  return v.pipe(v.unknown(), noList, v.looseObject(entries))
}

/** The `{}` of interfaces without a result. */
export const emptyObject = v.pipe(v.unknown(), noList, v.strictObject({}))
