import { describe, expect, it } from 'vitest'
import { describeFailure } from './transport-failure.ts'

const failure = (code: unknown, cause?: unknown): Error =>
  Object.assign(new Error('secret 8101', { cause }), { code })

describe('describeFailure', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'untrusted-certificate'],
    ['CERT_NOT_YET_VALID', 'untrusted-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted-certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted-certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted-certificate'],
  ])('%s before sending is %s', (code, kind) => {
    expect(describeFailure(failure(code), false)).toEqual({ kind, detail: code })
  })

  it.each([
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['UND_ERR_BODY_TIMEOUT', 'timed-out'],
    ['UND_ERR_SOCKET', 'cut'],
    ['ECONNRESET', 'cut'],
    ['CERT_HAS_EXPIRED', 'cut'],
    [undefined, 'cut'],
  ])('%s after sending is %s', (code, kind) => {
    expect(describeFailure(failure(code), true)).toEqual({ kind })
  })

  it.each<[string, unknown]>([
    ['of its cause', failure(undefined, failure('ECONNREFUSED'))],
    [
      'of the first attempt',
      new AggregateError([new Error('x'), failure('ECONNREFUSED'), failure('ENOTFOUND')]),
    ],
  ])('finds the code %s', (_where, error) => {
    expect(describeFailure(error, false)).toEqual({ kind: 'unreachable', detail: 'ECONNREFUSED' })
  })

  it.each([[failure('connect 10.0.0.1:8043')], [failure(42)], ['text'], [null], [undefined]])(
    'keeps everything but codes to itself (%#)',
    (error) => {
      expect(describeFailure(error, false)).toEqual({ kind: 'unreachable', detail: 'CONNECTION_FAILED' })
    },
  )
})
