import type { FastifyReply } from 'fastify'
import * as v from 'valibot'
import { describeIssues } from '../http/tolerance.ts'

/** Reads input by a schema; answers 400 and gives undefined when it does not fit. */
export function read<S extends v.GenericSchema<unknown, unknown>>(
  schema: S,
  input: unknown,
  reply: FastifyReply,
): { readonly value: v.InferOutput<S> } | undefined {
  const parsed = v.safeParse(schema, input ?? {})
  if (parsed.success) return { value: parsed.output }
  void reply.code(400).send({ error: describeIssues(parsed.issues) })
  return undefined
}
