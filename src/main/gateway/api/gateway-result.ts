import type { Result } from '../../../shared/result.ts'
import type { GatewayError } from '../gateway-error.ts'

/** The outcome of one gateway call. */
export type GatewayResult<T> = Promise<Result<T, GatewayError>>
