import type { AppError } from '../../shared/app-error.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createGateway } from '../gateway/create-gateway.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { Observation } from '../gateway/gateway-observer.ts'
import { readCaFile } from '../gateway/trust.ts'
import { createManagement } from '../management/create-management.ts'
import type { ManagementApi } from '../management/management-api.ts'

/** A client for a gateway, watched; fails when the CA file cannot be read or is none. Nothing is sent. */
export async function openGateway(
  target: { readonly address: string; readonly caFile: string },
  observation: Observation,
): Promise<Result<GatewayApi, AppError>> {
  const ca = await readCa(target.caFile)
  return ca.ok ? createGateway({ address: target.address, caPem: ca.value, observation }) : ca
}

/** A client for the management service under the same trust as the gateway, and watched like it. */
export async function openManagement(
  target: {
    readonly address: string
    readonly appKey: string
    readonly appSecret: string
    readonly caFile: string
  },
  observation: Observation,
): Promise<Result<ManagementApi, AppError>> {
  const { caFile, ...options } = target
  const ca = await readCa(caFile)
  return ca.ok ? createManagement({ ...options, caPem: ca.value, observation }) : ca
}

/** Null = the system's authorities alone. */
function readCa(caFile: string): Promise<Result<string | null, AppError>> {
  return caFile === '' ? Promise.resolve(ok(null)) : readCaFile(caFile)
}
