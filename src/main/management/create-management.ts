import type { AppError } from '../../shared/app-error.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createTransport } from '../gateway/create-transport.ts'
import type { Observation } from '../gateway/gateway-observer.ts'
import { defaultTimeouts } from '../gateway/timeouts.ts'
import { HttpManagement } from './http-management.ts'
import { ObservedTransport } from './observed-transport.ts'
import type { AppCredentials } from './token-keeper.ts'

export interface ManagementOptions extends AppCredentials {
  /** `https://host`; plain http to this machine only. */
  readonly address: string
  /** Text of a CA file as `readCaFile` gives it; null = the system's authorities alone. */
  readonly caPem: string | null
  /** Milliseconds; injected so that the life of a token can be tested. */
  readonly now?: () => number
  /** Is told of every exchange; left out = nobody is. */
  readonly observation?: Observation
}

/** A client of the management service, or the error of the field that is wrong. Nothing is sent yet. */
export function createManagement(options: ManagementOptions): Result<HttpManagement, AppError> {
  const { address, caPem, appKey, appSecret, observation } = options
  const { connectMs, commandMs } = defaultTimeouts
  const transport = createTransport({ address, caPem, connectMs, field: 'managementAddress' })
  if (!transport.ok) return transport
  return ok(
    new HttpManagement({
      transport:
        observation === undefined ? transport.value : new ObservedTransport(transport.value, observation),
      credentials: { appKey, appSecret },
      timeoutMs: commandMs,
      now: options.now ?? Date.now,
    }),
  )
}
