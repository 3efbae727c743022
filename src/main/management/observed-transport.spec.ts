import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import type { ObservedExchange } from '../gateway/gateway-observer.ts'
import { answer, type ScriptEntry } from '../gateway/testing/scripted-transport.ts'
import type { TransportError } from '../gateway/transport.ts'
import { ObservedTransport } from './observed-transport.ts'
import { connect, startService, success } from './testing/management-service.ts'
import type { HttpManagement } from './http-management.ts'

async function watch(
  script: readonly ScriptEntry[],
  ask: (management: HttpManagement) => Promise<unknown>,
): Promise<readonly ObservedExchange[]> {
  const seen: ObservedExchange[] = []
  let now = 1_000
  const transport = new ObservedTransport(startService(script).transport, {
    observer: { exchanged: (exchange) => seen.push(exchange) },
    now: () => (now += 5),
  })
  await ask(connect(transport))
  return seen
}

const unbind = (management: HttpManagement): Promise<unknown> => management.unbindAgents(3, ['agent102'])

describe('what the observer is told of the management service', () => {
  it.each<[string, ScriptEntry, unknown]>([
    ['a no', answer({ resultCode: '42' }), { kind: 'answered', retcode: '42' }],
    ['an answer without sense', answer('<html>'), { kind: 'failed', error: 'malformed' }],
    ['a status of its own', answer({}, { status: 500 }), { kind: 'answered', retcode: 'HTTP 500' }],
    ['a status of a proxy', answer({}, { status: 502 }), { kind: 'failed', error: 'http-status' }],
    ['a yes', success, { kind: 'answered', retcode: '0' }],
    ...(['timed-out', 'cut'] as const).map((kind): [string, ScriptEntry, unknown] => [
      kind,
      err<TransportError>({ kind }),
      { kind: 'failed', error: kind },
    ]),
    ['too much', err<TransportError>({ kind: 'too-large' }), { kind: 'failed', error: 'malformed' }],
  ])('%s', async (_name, entry, outcome) => {
    const seen = await watch([entry], unbind)
    expect(seen.map((exchange) => [exchange.name, exchange.outcome])).toEqual([
      ['tokenByAkSk', { kind: 'answered', retcode: '0' }],
      ['releaseAgentBySkillId', outcome],
    ])
    expect(seen[1]).toMatchObject({ method: 'POST', lane: 'command', startedAt: 1_015, durationMs: 5 })
  })

  it('a query is not mistaken for the one of the gateway that burdens its queues', async () => {
    const seen = await watch([answer({ resultCode: '0', data: [], count: 0 })], (management) =>
      management.bindings(3),
    )
    expect(seen.map(({ name }) => name)).toEqual(['tokenByAkSk', 'queryBoundAccounts'])
  })

  it('nothing of paths, keys, tokens and accounts', async () => {
    expect(JSON.stringify(await watch([success], unbind))).not.toMatch(/agent102|demo|token-1|\//)
  })
})
