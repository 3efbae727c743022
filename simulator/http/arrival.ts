import type { Clock } from '../world/clock.ts'
import type { Exchange } from './exchange.ts'
import { maskBody, maskQuery } from './mask.ts'
import type { LoggedRequest, RequestLog } from './request-log.ts'

/** A request as it was received, whichever way it came. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query as received. */
  readonly url: string
  /** Decoded parameters of the path. */
  readonly params: Readonly<Record<string, string>>
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Empty without a body. */
  readonly bodyText: string
  readonly clientGone: AbortSignal
}

/** The path as the router sees it: one slash where there were several, none at the end. */
export const normalisePath = (path: string): string =>
  path.includes('//') || path.endsWith('/') ? path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1') : path

/** Enters a request into the log and makes the exchange that answers it. */
export function arrive(
  { clock, log }: { readonly clock: Clock; readonly log: RequestLog },
  { method, url, params, headers, bodyText, clientGone }: ReceivedRequest,
): { readonly exchange: Exchange; readonly entry: LoggedRequest } {
  const [rawPath = '', ...rest] = url.split('?')
  const rawQuery = rest.join('?')
  const path = normalisePath(rawPath)
  const entry = log.begin({
    time: new Date(clock.now()).toISOString(),
    method,
    path: rawPath,
    query: maskQuery(rawQuery),
    body: maskBody(bodyText),
    headers: { guid: headers.guid ?? null, authorization: headers.authorization !== undefined },
  })
  const exchange: Exchange = {
    method,
    path,
    params,
    query: new URLSearchParams(rawQuery),
    headers,
    bodyText,
    agentId: /\/resource\/[^/]+\/([^/]+)/.exec(path)?.[1] ?? null,
    clientGone,
  }
  return { exchange, entry }
}
