import type { Clock } from '../world/clock.ts'

/** The only application that knows the management service (README, "World"). */
export const APP_KEY = 'demo'
export const APP_SECRET = 'demo-secret'

export const DEFAULT_TOKEN_LIFE_S = 600
export const LONGEST_TOKEN_LIFE_S = 3600

/** Tokens handed out, until they expire. */
export class TokenStore {
  readonly #clock: Clock
  readonly #newToken: () => string
  readonly #expiryMs = new Map<string, number>()

  constructor(clock: Clock, newToken: () => string) {
    this.#clock = clock
    this.#newToken = newToken
  }

  issue(lifeS: number): { readonly token: string; readonly createdS: number } {
    const nowMs = this.#clock.now()
    for (const [token, expiryMs] of this.#expiryMs) if (expiryMs <= nowMs) this.#expiryMs.delete(token)
    const token = this.#newToken()
    this.#expiryMs.set(token, nowMs + lifeS * 1000)
    return { token, createdS: Math.floor(nowMs / 1000) }
  }

  /** Whether an `Authorization` header carries a token that is still good. */
  isAuthorized(header: string | undefined): boolean {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
    const expiryMs = token === undefined ? undefined : this.#expiryMs.get(token)
    return expiryMs !== undefined && expiryMs > this.#clock.now()
  }

  /** Every token is good no more. */
  clear(): void {
    this.#expiryMs.clear()
  }
}
