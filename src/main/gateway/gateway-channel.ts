import { setImmediate as nextTurn } from 'node:timers/promises'
import { err, ok, type Result } from '../../shared/result.ts'
import { parseEnvelope } from './envelope.ts'
import type { GatewayError } from './gateway-error.ts'
import { GuidKeeper, readSetGuid } from './guid-keeper.ts'
import type { GatewayRequest } from './requests.ts'
import { describeRetcode } from './retcodes.ts'
import type { Lane, Transport, TransportAnswer, TransportError } from './transport.ts'

const basePath = '/agentgateway/resource'

const largeBodyLength = 1024 * 1024

interface SendOptions {
  readonly lane: Lane
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** A query: whether it was carried out does not matter. */
  readonly isRepeatable: boolean
  readonly isSignIn?: boolean
}

interface Sent {
  readonly answer: TransportAnswer
  /** The sign-in the request belonged to. */
  readonly signIn: number
}

interface Answer {
  readonly retcode: string
  readonly message: string
  readonly result: unknown
  readonly signIn: number
}

function describeTransport(error: TransportError, isRepeatable: boolean): GatewayError {
  switch (error.kind) {
    case 'cut':
      // Nothing is in doubt about a query, so it is told as what it is: no connection.
      return isRepeatable ? { kind: 'unreachable', detail: 'CONNECTION_CLOSED' } : error
    case 'too-large':
      return { kind: 'malformed', detail: 'body too large' }
    case 'aborted':
      return error
    case 'timed-out':
    case 'unreachable':
    case 'untrusted-certificate':
      return error
  }
}

interface CallOptions {
  readonly timeoutMs: number
  /** A query: whether it was carried out does not matter. */
  readonly isRepeatable: boolean
  /** What the gateway's text must not repeat, beside the Guid. */
  readonly secrets?: readonly string[]
}

/** Carries requests of one agent: headers, Guid, HTTP status, envelope. What a result means is not its business. */
export class GatewayChannel {
  readonly #transport: Transport
  readonly #keeper = new GuidKeeper()

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Sends one request and hands back the answer if its HTTP status is 200, the only one with a meaning in this protocol
   * (protocol 2.6): 401, 404, 502 and even 204 come from something in between and are `http-status`.
   */
  async send(request: GatewayRequest, options: SendOptions): Promise<Result<Sent, GatewayError>> {
    const { signIn, guid } = this.#keeper
    const sent = await this.#transport.send({
      method: request.method,
      path: basePath + request.path,
      headers: {
        'Content-Type': 'application/json; charset=UTF-8',
        Accept: 'application/json',
        ...(guid === null || options.isSignIn === true ? {} : { Guid: guid }),
      },
      body: request.body === null ? null : JSON.stringify(request.body),
      lane: options.lane,
      timeoutMs: options.timeoutMs,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    if (!sent.ok) return err(describeTransport(sent.error, options.isRepeatable))
    // A sign-in may be refused while another one holds: its Guid counts only once it was accepted.
    if (options.isSignIn !== true) this.#keeper.adopt(readSetGuid(sent.value), signIn)
    if (sent.value.status !== 200) return err({ kind: 'http-status', status: sent.value.status })
    return ok({ answer: sent.value, signIn })
  }

  /** `send` on the command lane, with the envelope opened. A retcode that ends the session is an error already. */
  async call(request: GatewayRequest, options: CallOptions): Promise<Result<Answer, GatewayError>> {
    const { timeoutMs, isRepeatable, secrets = [] } = options
    const sent = await this.send(request, { lane: 'command', timeoutMs, isRepeatable })
    if (!sent.ok) return sent
    const { body } = sent.value.answer
    // Decoding a large body and parsing it take tens of milliseconds each: clicks get through in between.
    if (body.length > largeBodyLength) await nextTurn()
    const envelope = parseEnvelope(body)
    if (!envelope.ok) return envelope
    const { retcode, message, fields } = envelope.value
    const quoted = this.quote(message, secrets)
    const error = this.refuse(retcode, quoted, sent.value.signIn)
    if (error.kind === 'session-gone') return err(error)
    return ok({ retcode, message: quoted, result: fields.result, signIn: sent.value.signIn })
  }

  /** Names a retcode other than "0" and forgets the Guid if it ends the session. */
  refuse(retcode: string, message: string, signIn: number): GatewayError {
    const error = describeRetcode(retcode, this.quote(message))
    if (error.kind === 'session-gone') this.#keeper.forget(signIn)
    return error
  }

  /** The gateway's text without the secrets it might echo. Very short ones would only tear words apart. */
  quote(message: string, secrets: readonly string[] = []): string {
    const { guid } = this.#keeper
    return [...secrets, ...(guid === null ? [] : [guid])]
      .filter((secret) => secret.length >= 4)
      .reduce((text, secret) => text.replaceAll(secret, '•••'), message)
  }

  beginSignIn(guid: string): void {
    this.#keeper.begin(guid)
  }

  endSignIn(signIn: number): void {
    this.#keeper.forget(signIn)
  }

  dropConnections(): Promise<void> {
    return this.#transport.dropConnections()
  }

  async dispose(): Promise<void> {
    this.#keeper.forget(this.#keeper.signIn)
    await this.#transport.dispose()
  }
}
