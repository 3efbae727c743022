import * as v from 'valibot'
import type { AppError, FieldName, FieldProblem } from '../../shared/app-error.ts'
import { addressSchema } from '../../shared/ipc/inputs.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Transport } from './transport.ts'
import { parseCaPem } from './trust.ts'
import { UndiciTransport } from './undici-transport.ts'

export interface TransportOptions {
  /** As a person typed it; see `addressSchema`. */
  readonly address: string
  readonly caPem: string | null
  readonly connectMs: number
  /** The field an error about the address points at. */
  readonly field: FieldName
}

/** A transport to a checked address with checked certificates, or the error of the field that is wrong. */
export function createTransport(options: TransportOptions): Result<Transport, AppError> {
  const { field } = options
  const address = v.safeParse(addressSchema, options.address)
  if (!address.success) {
    // Every rule of the schema has a field problem as its message.
    const problem = address.issues[0].message as FieldProblem
    const code = problem === 'insecure-address' ? problem : 'invalid-input'
    return err({ code, field, problem })
  }
  const ca = options.caPem === null ? ok(null) : parseCaPem(options.caPem)
  if (!ca.ok) return ca
  return ok(new UndiciTransport({ origin: address.output, caPem: ca.value, connectMs: options.connectMs }))
}
