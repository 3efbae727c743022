import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const BASE = '/agentgateway/resource'

const segment = fc.oneof(
  fc.constantFrom('101', '0', '999999', 'true', 'x'),
  fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
)
const path = fc
  .tuple(
    fc.constantFrom(
      '/onlineagent/101',
      '/onlineagent/101/forcelogin',
      '/onlineagent/101/resetskill',
      '/onlineagent/101/autoenteridle',
      '/onlineagent/101/saybusy',
      '/onlineagent/101/rest/5',
      '/calldata/101/assignuserinqueue',
      '/calldata/101/waitcallinfo',
      '/queuedevice/101/queryacdstat',
      '/agentgroup/101/allonlineagents',
      '/onlineagent',
    ),
    fc.array(segment, { maxLength: 2 }),
    fc.option(fc.tuple(fc.constantFrom('skillid', 'phonelinkage', 'reason', 'prolong', 'flag'), segment), {
      nil: null,
    }),
  )
  .map(([base, rest, query]) => {
    const tail = query === null ? '' : `?${query[0]}=${query[1]}`
    return `${[`${BASE}${base}`, ...rest].join('/')}${tail}`
  })
const body = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 40 }),
  fc.json({ maxDepth: 2 }),
  fc
    .record(
      {
        password: fc.oneof(fc.constant('Deskside#101'), fc.jsonValue({ maxDepth: 1 })),
        phonenum: fc.oneof(fc.constant('8101'), fc.jsonValue({ maxDepth: 1 })),
        agenttype: fc.jsonValue({ maxDepth: 1 }),
        status: fc.jsonValue({ maxDepth: 1 }),
        releasephone: fc.jsonValue({ maxDepth: 1 }),
        callid: fc.jsonValue({ maxDepth: 1 }),
        skillid: fc.jsonValue({ maxDepth: 1 }),
        skills: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
)

describe('whatever is sent', () => {
  it('is answered with JSON and a text code, never with a failure of the simulator', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        path,
        body,
        async (method, url, text) => {
          const answer = await agent.send(method, url, { body: text })
          expect([200, 404, 405]).toContain(answer.status)
          expect(answer.json().message).toEqual(expect.any(String))
          if (answer.status === 200) expect(answer.retcode()).toMatch(/^(0|\d{3}-\d{3})$/)
        },
      ),
      { numRuns: 400, seed: 20_261_124 },
    )
    expect((await agent.signIn({}, true)).retcode()).toBe('0')
  })
})
