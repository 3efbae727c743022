import type { HttpMethod } from '../transport.ts'

/** What a request says, before the transport matters. */
export interface GatewayRequest {
  /** The interface's name in the gateway's own log. Holds nothing of the request itself. */
  readonly name: string
  readonly method: HttpMethod
  /** Below `/agentgateway/resource`, with query. */
  readonly path: string
  readonly body: object | null
}

export const segment = encodeURIComponent

/** The groups of interfaces; each path begins with one, followed by the agent who asks. */
type Group = 'onlineagent' | 'agentevent' | 'agentgroup' | 'queuedevice' | 'calldata' | 'voicecall'

/** A request of one group. `tail` follows the agent ID and is percent-encoded already. */
export const requestOf =
  (group: Group) =>
  (name: string, method: HttpMethod, agentId: string, tail: string, body: object | null = null) =>
    ({ name, method, path: `/${group}/${segment(agentId)}${tail}`, body }) satisfies GatewayRequest

/** A query of the parameters that are there; empty if none is. */
export function query(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const said = Object.entries(parameters).filter(([, value]) => value !== undefined)
  // Booleans become lower case: some releases may compare the text.
  const text = said.map(([name, value]) => `${name}=${segment(String(value))}`).join('&')
  return text === '' ? '' : `?${text}`
}
