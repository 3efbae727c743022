/** A control interface answers at once; one that does not hangs, which the end of a test alone would not tell. */
const limitMs = 60_000

/**
 * One request to a control interface, of the gateway's world or of the host. Resolves with the parsed answer, null for an
 * empty one; rejects with its words when it is no success.
 */
export async function control<T = unknown>(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${origin}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(limitMs),
  }).catch((cause: unknown) => {
    throw new Error(`${method} ${path} was not answered`, { cause })
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? null : JSON.parse(text)) as T
}
