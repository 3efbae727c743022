import type { Result } from '../../shared/result.ts'
import type { ExchangeOutcome, Observation } from '../gateway/gateway-observer.ts'
import type { Transport, TransportAnswer, TransportError } from '../gateway/transport.ts'
import { decodeOutcome, decodeToken } from './management-codec.ts'
import { describeStatus } from './management-error.ts'

/** What the observer is told in place of a name that the gateway has as well, for an interface with a courtesy limit. */
const logNames: ReadonlyMap<string, string> = new Map([['queryAgentInfoBySkillId', 'queryBoundAccounts']])

/** Tells an observer of each exchange with the management service: its name, how long it took and its code. */
export class ObservedTransport implements Transport {
  readonly #transport: Transport
  readonly #observation: Observation

  constructor(transport: Transport, observation: Observation) {
    this.#transport = transport
    this.#observation = observation
  }

  async send(request: Parameters<Transport['send']>[0]): ReturnType<Transport['send']> {
    const { observer, now } = this.#observation
    const startedAt = now()
    const sent = await this.#transport.send(request)
    const { method, lane, path } = request
    const interfaceName = path.slice(path.lastIndexOf('/') + 1)
    const name = logNames.get(interfaceName) ?? interfaceName
    const durationMs = Math.max(0, now() - startedAt)
    observer.exchanged({ name, lane, method, startedAt, durationMs, outcome: describe(sent) })
    return sent
  }

  dropConnections(): Promise<void> {
    return this.#transport.dropConnections()
  }

  dispose(): Promise<void> {
    return this.#transport.dispose()
  }
}

/** A token has no code of its own: it is its own "0". */
function describe(sent: Result<TransportAnswer, TransportError>): ExchangeOutcome {
  if (!sent.ok) {
    const { kind } = sent.error
    return { kind: 'failed', error: kind === 'too-large' ? 'malformed' : kind }
  }
  const { status, body } = sent.value
  if (status !== 200) {
    // The documented ones are refusals of the service; the others come from something in between.
    const { code, retcode = '' } = describeStatus(status, '', 'reads')
    return code === 'refused' ? { kind: 'answered', retcode } : { kind: 'failed', error: 'http-status' }
  }
  const retcode = decodeOutcome(body)?.resultCode ?? (decodeToken(body) === null ? null : '0')
  return retcode === null ? { kind: 'failed', error: 'malformed' } : { kind: 'answered', retcode }
}
