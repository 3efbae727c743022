import { err, ok, type Result } from '../../shared/result.ts'
import type { Transport } from '../gateway/transport.ts'
import type { ManagementError } from './management-api.ts'
import { decodeToken, readMessage } from './management-codec.ts'
import { describeStatus, describeTransport, fail } from './management-error.ts'

export interface AppCredentials {
  readonly appKey: string
  readonly appSecret: string
}

export type TokenResult = Promise<Result<string, ManagementError>>

const tokenPath = '/apigovernance/api/oauth/tokenByAkSk'

/** Asked-for life; short, because whoever holds the token can empty queues. */
const wantedLifeSeconds = 600

/** A token is not used in its last moments: it must still be good when the request arrives. */
const renewalMarginMs = 30_000

interface HeldToken {
  readonly token: string
  readonly renewAt: number
}

/**
 * Holds the bearer token of cc-management, asks for a new one before the old one expires, and never asks twice at the
 * same time. Times are counted on this machine's clock from before the request, so a wrong clock elsewhere and a slow
 * answer cannot make a token look younger than it is.
 */
export class TokenKeeper {
  readonly #transport: Transport
  readonly #credentials: AppCredentials
  readonly #timeoutMs: number
  readonly #now: () => number
  #held: HeldToken | null = null
  #underWay: TokenResult | null = null

  /** `now` gives milliseconds. */
  constructor(transport: Transport, credentials: AppCredentials, timeoutMs: number, now: () => number) {
    this.#transport = transport
    this.#credentials = credentials
    this.#timeoutMs = timeoutMs
    this.#now = now
  }

  /** A token that is good now. Errors say nothing about the command: it was not sent. */
  async get(): TokenResult {
    if (this.#held !== null && this.#now() < this.#held.renewAt) return ok(this.#held.token)
    this.#underWay ??= this.#request().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** The service refused this token. A newer one that came meanwhile stays. */
  discard(token: string): void {
    if (this.#held?.token === token) this.#held = null
  }

  /** The text without the secrets it might echo. */
  quote(text: string): string {
    return [this.#credentials.appSecret, this.#held?.token ?? '']
      .filter((secret) => secret.length >= 4)
      .reduce((quoted, secret) => quoted.replaceAll(secret, '•••'), text)
  }

  async #request(): TokenResult {
    const askedAt = this.#now()
    const sent = await this.#transport.send({
      method: 'POST',
      path: tokenPath,
      headers: { 'Content-Type': 'application/json', 'X-Token-Expire': String(wantedLifeSeconds) },
      body: JSON.stringify({
        app_key: this.#credentials.appKey,
        app_secret: this.#credentials.appSecret,
      }),
      lane: 'command',
      timeoutMs: this.#timeoutMs,
    })
    if (!sent.ok) return err(describeTransport(sent.error, 'reads'))
    const { status, body } = sent.value
    if (status !== 200) return err(describeStatus(status, this.quote(readMessage(body)), 'reads'))
    const answer = decodeToken(body)
    if (answer === null) return fail({ code: 'malformed-answer' })
    const lifeMs = answer.lifeSeconds * 1000
    // Of a very short life half is used, otherwise it would be over before it began.
    const marginMs = Math.min(renewalMarginMs, lifeMs / 2)
    this.#held = { token: answer.token, renewAt: askedAt + lifeMs - marginMs }
    return ok(answer.token)
  }
}
