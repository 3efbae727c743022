import type { TransportAnswer } from './transport.ts'

/** Printable, without blanks: what may stand in a header. Longer than any Guid seen. */
const guidPattern = /^[\x21-\x7e]{1,256}$/

/**
 * The Guid in an answer's `Set-GUID`, with or without `JSESSIONID=` before it and attributes behind it; null if there is
 * none that could be sent back. The last of several counts.
 */
export function readSetGuid(answer: TransportAnswer): string | null {
  const value = answer.headers.get('set-guid')?.at(-1)
  if (value === undefined) return null
  const [first = ''] = value.split(';')
  const guid = first.replace(/^\s*JSESSIONID\s*=/i, '').trim()
  return guidPattern.test(guid) ? guid : null
}

/**
 * Holds the Guid of the present sign-in. Every answer may renew it (AUTHMODE 2), but only an answer to a request of the
 * same sign-in: a late answer of the session before must neither bring its Guid back nor throw the new one away.
 */
export class GuidKeeper {
  #guid: string | null = null
  #signIn = 0

  /** Names the present sign-in; taken before a request is sent and handed back with its answer. */
  get signIn(): number {
    return this.#signIn
  }

  get guid(): string | null {
    return this.#guid
  }

  /** A new sign-in was accepted. */
  begin(guid: string): void {
    this.#signIn += 1
    this.#guid = guid
  }

  adopt(guid: string | null, signIn: number): void {
    if (guid !== null && this.#guid !== null && signIn === this.#signIn) this.#guid = guid
  }

  forget(signIn: number): void {
    if (signIn === this.#signIn) this.#guid = null
  }
}
