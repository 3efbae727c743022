import * as v from 'valibot'
import type { Registries } from './registries.ts'

/** An answer: status and JSON body. */
export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}

/** One route: the body as it came, and the number in the path (0 without one). */
export type Route = (registries: Registries, body: unknown, id: number) => ControlAnswer
export type Routes = Readonly<Record<string, Route>>

export const ok = (body: unknown = { ok: true }): ControlAnswer => ({ status: 200, body })
/** 404: what was asked for is not there. */
export const missing = (error: string): ControlAnswer => ({ status: 404, body: { error } })
/** 409: it is there, but a person could not do this now either. */
export const refused = (error: string): ControlAnswer => ({ status: 409, body: { error } })

/** The body as the schema has it, or 400 with the reasons. */
export function withBody<S extends v.GenericSchema>(
  schema: S,
  use: (body: v.InferOutput<S>) => ControlAnswer,
): (body: unknown) => ControlAnswer {
  return (body) => {
    const result = v.safeParse(schema, body)
    if (result.success) return use(result.output)
    const reasons = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
    return { status: 400, body: { error: reasons.join('; ') } }
  }
}

const whole = v.pipe(v.number(), v.integer())
const size = v.pipe(whole, v.minValue(1))

export const wholeSchema = whole
export const countSchema = v.pipe(whole, v.minValue(0))
export const textSchema = v.pipe(v.string(), v.minLength(1))
export const pointSchema = v.strictObject({ x: whole, y: whole })
export const rectangleSchema = v.strictObject({ x: whole, y: whole, width: size, height: size })
