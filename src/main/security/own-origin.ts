/** One origin by its parts, so that no look-alike passes for it (SEC-24). */
export interface OwnOrigin {
  readonly protocol: string
  readonly host: string
}

/** The parts of an address we chose ourselves; throws for one that does not parse. */
export function ownOriginOf(address: string): OwnOrigin {
  const { protocol, host } = new URL(address)
  return { protocol, host }
}

/**
 * True when the address belongs to our own origin. Compared by parts: Node reports the origin of a scheme of our own as
 * `null`, and comparing text by prefix would let `app://deskside.evil` pass.
 */
export function isOwnAddress(address: string, own: OwnOrigin): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.username === '' &&
    url.password === ''
  )
}
