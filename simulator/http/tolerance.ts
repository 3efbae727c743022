import * as v from 'valibot'

/** Clients send `true`, `"true"`, `"True"` and the like (protocol 3.2): any other text is false. */
export const tolerantBoolean = v.pipe(
  v.union([v.boolean(), v.string()]),
  v.transform((value) => (typeof value === 'boolean' ? value : value.toLowerCase() === 'true')),
)

/** A whole number, or its decimal text. */
export const tolerantInteger = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*-?\d+\s*$/), v.transform(Number))]),
  v.safeInteger(),
)

/** A text that some clients send as a number. */
export const tolerantText = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
)

/** The text `true` in any case; everything else is false (protocol 6.2). */
export const isTrueText = (text: string | null | undefined): boolean => text?.toLowerCase() === 'true'

/** Says which field of an input is wrong, without its value. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.type}`).join('; ')
}
