import type { TransportError } from './transport.ts'

/** Codes of the TLS layer that mean "this is not the server you may trust" rather than "no connection". */
const trustCodes: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNSPECIFIED',
])

const timeoutCodes: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function readCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  // Codes are upper-case words; anything else might carry an address and stays out.
  return typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(error.code) ? error.code : null
}

/** The most telling code: of the error, of its cause, or of the first of several connection attempts. */
function findCode(error: unknown): string | null {
  const own = readCode(error)
  if (own !== null) return own
  if (error instanceof AggregateError) {
    for (const each of error.errors as readonly unknown[]) {
      const code = readCode(each)
      if (code !== null) return code
    }
  }
  return error instanceof Error ? readCode(error.cause) : null
}

/**
 * Names a failure of the HTTP client. `wasSent` decides between "nothing happened" and "who knows": from the first byte
 * on the request may have been carried out.
 */
export function describeFailure(error: unknown, wasSent: boolean): TransportError {
  const code = findCode(error)
  if (!wasSent) {
    if (code !== null && trustCodes.has(code)) return { kind: 'untrusted-certificate', detail: code }
    return { kind: 'unreachable', detail: code ?? 'CONNECTION_FAILED' }
  }
  if (code !== null && timeoutCodes.has(code)) return { kind: 'timed-out' }
  return { kind: 'cut' }
}
