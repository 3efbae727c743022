import { expect } from '@playwright/test'
import type { Gateway } from './gateway.ts'
import { toLine, type SeenRequest } from './world.ts'

const isSignIn = ({ method, path }: SeenRequest): boolean =>
  method === 'PUT' && /\/onlineagent\/\d+(?:\/forcelogin)?$/.test(path)

/** The requests of each session, from its sign-in on. */
function bySession(requests: readonly SeenRequest[]): readonly (readonly SeenRequest[])[] {
  const sessions: SeenRequest[][] = []
  for (const request of requests) {
    if (isSignIn(request)) sessions.push([])
    else sessions.at(-1)?.push(request)
  }
  return sessions
}

/**
 * The requests whose path holds `part`, each proved to carry the Guid of its session. Which Guid that is, the poll says:
 * it is the one request that every session makes by itself. For one agent on one computer.
 */
export async function requestsOfSession(
  gateway: Gateway,
  part: string,
  since = 0,
): Promise<readonly SeenRequest[]> {
  const wanted: SeenRequest[] = []
  for (const session of bySession(await gateway.requests('/agentgateway/'))) {
    const asked = session.filter((request) => request.n > since && request.path.includes(part))
    if (asked.length === 0) continue
    const guid = session.find((request) => request.path.includes('/agentevent/'))?.headers.guid
    expect(guid, 'the poll carries the Guid of the session').toMatch(/\.AgentGateway\d$/)
    for (const request of asked) {
      expect(request.headers.guid, `${toLine(request)} carries the Guid of the session`).toBe(guid)
      wanted.push(request)
    }
  }
  return wanted
}

/** The same as one line each, as the documents write them. */
export async function linesOfSession(gateway: Gateway, part: string, since = 0): Promise<readonly string[]> {
  return (await requestsOfSession(gateway, part, since)).map(toLine)
}

/**
 * The requests to the management service whose path holds `part`, each proved to carry a token, and not the Guid: that is
 * a secret between the desk and the gateway.
 */
export async function managementRequests(gateway: Gateway, part: string): Promise<readonly SeenRequest[]> {
  const requests = (await gateway.requests('/apiaccess/')).filter((request) => request.path.includes(part))
  for (const request of requests) {
    expect(request.headers, toLine(request)).toEqual({ guid: null, authorization: true })
  }
  return requests
}
