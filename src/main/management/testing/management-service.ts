import type { Result } from '../../../shared/result.ts'
import { answer, ScriptedTransport, type ScriptEntry } from '../../gateway/testing/scripted-transport.ts'
import type { Transport, TransportAnswer, TransportError, TransportRequest } from '../../gateway/transport.ts'
import { HttpManagement } from '../http-management.ts'

export const tokenPath = '/apigovernance/api/oauth/tokenByAkSk'
export const basePath = '/apiaccess/rest/cc-management/v1/agentAccount'

export const credentials = { appKey: 'demo', appSecret: 'demo-secret' }

/** Answer of tokenByAkSk with all its fields, which are strings. */
export const tokenAnswer = (token: string, lifeSeconds = 600) =>
  answer({
    AccessToken: token,
    ApplyType: 'Bearer',
    CreateTime: '1700000000',
    Expires: String(lifeSeconds),
    Scope: '',
    AppKey: 'demo',
    UserID: 'u',
  })

export const success = answer({ resultCode: '0', resultMessage: 'success' })

/** A service that hands out tokens `token-1`, `token-2`, … and follows the script for everything else. */
export function startService(
  script: readonly ScriptEntry[],
  tokens: readonly ScriptEntry[] = [],
): {
  readonly transport: ScriptedTransport
  readonly calls: () => readonly TransportRequest[]
  readonly tokenCalls: () => readonly TransportRequest[]
} {
  let nthToken = 0
  let nthCall = 0
  const play = (entry: ScriptEntry, request: TransportRequest) =>
    typeof entry === 'function' ? entry(request) : entry
  const transport: ScriptedTransport = new ScriptedTransport(
    (request): Result<TransportAnswer, TransportError> | Promise<Result<TransportAnswer, TransportError>> => {
      if (request.path === tokenPath) {
        nthToken += 1
        const entry = tokens[Math.min(nthToken, tokens.length) - 1]
        return entry === undefined ? tokenAnswer(`token-${nthToken}`) : play(entry, request)
      }
      nthCall += 1
      return play(script[Math.min(nthCall, script.length) - 1] ?? success, request)
    },
  )
  const of = (isToken: boolean) => () =>
    transport.requests.filter(({ path }) => (path === tokenPath) === isToken)
  return { transport, calls: of(false), tokenCalls: of(true) }
}

/** A client of such a service; its clock stands still unless the spec moves it. */
export function connect(transport: Transport, now: () => number = () => 0): HttpManagement {
  return new HttpManagement({ transport, credentials, timeoutMs: 10_000, now })
}
