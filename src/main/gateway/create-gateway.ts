import type { AppError } from '../../shared/app-error.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createTransport } from './create-transport.ts'
import type { Observation } from './gateway-observer.ts'
import { HttpGateway } from './http-gateway.ts'
import { defaultTimeouts, type GatewayTimeouts } from './timeouts.ts'

export interface GatewayOptions {
  /** `https://host:port`; plain http to this machine only. */
  readonly address: string
  /** Text of a CA file as `readCaFile` gives it; null = the system's authorities alone. */
  readonly caPem: string | null
  readonly timeouts?: GatewayTimeouts
  /** Who is told of every exchange. */
  readonly observation?: Observation
}

/** A gateway client for one address, or the error of the field that is wrong. Nothing is sent yet. */
export function createGateway(options: GatewayOptions): Result<HttpGateway, AppError> {
  const { address, caPem, timeouts = defaultTimeouts, observation = null } = options
  const transport = createTransport({
    address,
    caPem,
    connectMs: timeouts.connectMs,
    field: 'gatewayAddress',
  })
  return transport.ok ? ok(new HttpGateway(transport.value, timeouts, observation)) : transport
}
