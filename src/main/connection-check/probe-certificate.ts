import { isIP } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { CheckFact, CheckProblem } from '../../shared/domain/connection-check.ts'
import { createTrust } from '../gateway/trust.ts'
import type { CheckTarget } from './probe-address.ts'
import { failed, passed, type StepResult } from './step-result.ts'

const problemOfCode: Readonly<Record<string, CheckProblem>> = {
  // What a server that speaks plain HTTP answers to a handshake.
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-encrypted',
  ERR_SSL_HTTP_REQUEST: 'not-encrypted',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-encrypted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
  HOSTNAME_MISMATCH: 'wrong-name',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  CERT_UNTRUSTED: 'unknown-authority',
  ECONNRESET: 'tls-cut',
  EPIPE: 'tls-cut',
}

function problemOf(error: unknown): CheckProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return problemOfCode[code] ?? 'tls-failed'
}

const nameOf = (party: PeerCertificate['subject']): string => {
  const name: string | string[] = party.CN ?? party.O ?? ''
  return typeof name === 'string' ? name : name.join(', ')
}

/** Who the certificate is for, who vouches for it, and until when. */
function factsOf(certificate: PeerCertificate): readonly CheckFact[] {
  // An empty object stands for none.
  if (!('subject' in certificate)) return []
  const validUntil = Date.parse(certificate.valid_to)
  const facts: readonly CheckFact[] = [
    { name: 'subject', value: nameOf(certificate.subject) },
    { name: 'issuer', value: nameOf(certificate.issuer) },
    ...(Number.isNaN(validUntil) ? [] : [{ name: 'validUntil', value: validUntil } as const]),
  ]
  return facts.filter(({ value }) => value !== '')
}

/**
 * Shakes hands as the gateway client would, with the same trust, and closes the connection without a word. What the
 * certificate says is told even when it is not trusted: who issued it is the first question then.
 */
export function probeCertificate(
  { host, port }: CheckTarget,
  options: { readonly caPem: string | null; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<StepResult> {
  const { promise, resolve } = Promise.withResolvers<StepResult>()
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)])
  let facts: readonly CheckFact[] = []
  const socket: TLSSocket = connect({
    ...createTrust(options.caPem),
    host,
    port,
    // No name is sent to an address that is a number.
    ...(isIP(host) === 0 ? { servername: host } : {}),
  })
  const finish = (result: StepResult): void => {
    deadline.removeEventListener('abort', onAbort)
    resolve(result)
    socket.destroy()
  }
  const onAbort = (): void => finish(failed('tls-timed-out', { facts }))
  deadline.addEventListener('abort', onAbort, { once: true })
  if (deadline.aborted) onAbort()
  // Before the library judges the certificate, which destroys the connection with it.
  socket.prependOnceListener('secure', () => {
    facts = factsOf(socket.getPeerCertificate())
  })
  socket.once('secureConnect', () => {
    const protocol = socket.getProtocol()
    finish(
      passed([
        ...factsOf(socket.getPeerCertificate()),
        ...(protocol === null ? [] : [{ name: 'protocol', value: protocol } as const]),
      ]),
    )
  })
  // A server that closes the connection without a word gives an error as well.
  socket.on('error', (error) => finish(failed(problemOf(error), { facts })))
  socket.once('close', () => finish(failed('tls-cut', { facts })))
  return promise
}
