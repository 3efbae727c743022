import type { Protocol } from 'devtools-protocol'
import type { SchemeRegistry } from './schemes.ts'

/** A handler's answer, ready for DevTools. */
export interface SchemeAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly body: Buffer
}

function toRequest(schemes: SchemeRegistry, url: string, raw: Protocol.Network.Request): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw.headers)) {
    headers.set(
      name,
      name.toLowerCase() === 'referer' || name.toLowerCase() === 'origin' ? schemes.toApp(value) : value,
    )
  }
  const parts = (raw.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))
  const hasBody = raw.hasPostData === true && raw.method !== 'GET' && raw.method !== 'HEAD'
  return new Request(url, { method: raw.method, headers, ...(hasBody ? { body: Buffer.concat(parts) } : {}) })
}

/**
 * Asks the app's handler. `undefined` = the load fails: no handler, the handler failed (which is printed, as a page cannot
 * tell), or it answered `Response.error()`.
 */
export async function answerCustomScheme(
  schemes: SchemeRegistry,
  url: string,
  raw: Protocol.Network.Request,
): Promise<SchemeAnswer | undefined> {
  const handler = schemes.handlerOf(url)
  if (handler === undefined) return undefined
  try {
    const response = await handler(toRequest(schemes, url, raw))
    if (response.type === 'error') return undefined
    return {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()),
    }
  } catch (error) {
    console.error(`Chromium host: the protocol handler failed for ${url}:`, error)
    return undefined
  }
}
