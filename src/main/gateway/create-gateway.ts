import * as v from 'valibot'
import type { AppError, FieldProblem } from '../../shared/app-error.ts'
import { addressSchema } from '../../shared/ipc/inputs.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { HttpGateway } from './http-gateway.ts'
import { defaultTimeouts, type GatewayTimeouts } from './timeouts.ts'
import { parseCaPem } from './trust.ts'
import { UndiciTransport } from './undici-transport.ts'

export interface GatewayOptions {
  /** `https://host:port`; plain http to this machine only. */
  readonly address: string
  /** Text of a CA file as `readCaFile` gives it; null = the system's authorities alone. */
  readonly caPem: string | null
  readonly timeouts?: GatewayTimeouts
}

/** A gateway client for one address, or the error of the field that is wrong. Nothing is sent yet. */
export function createGateway(options: GatewayOptions): Result<HttpGateway, AppError> {
  const address = v.safeParse(addressSchema, options.address)
  if (!address.success) {
    // Every rule of the schema has a field problem as its message.
    const problem = address.issues[0].message as FieldProblem
    return err(
      problem === 'insecure-address'
        ? { code: 'insecure-address', field: 'gatewayAddress', problem }
        : { code: 'invalid-input', field: 'gatewayAddress', problem },
    )
  }
  const ca = options.caPem === null ? ok(null) : parseCaPem(options.caPem)
  if (!ca.ok) return ca
  const timeouts = options.timeouts ?? defaultTimeouts
  const transport = new UndiciTransport({
    origin: address.output,
    caPem: ca.value,
    connectMs: timeouts.connectMs,
  })
  return ok(new HttpGateway(transport, timeouts))
}
