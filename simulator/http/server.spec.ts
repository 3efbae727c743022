import { get } from 'node:http'
import { Agent, request } from 'node:https'
import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const BASE = '/agentgateway/resource'
const JSON_TYPE = { 'Content-Type': 'application/json; charset=UTF-8' }

describe('what is no interface', () => {
  it.each([
    ['GET', `${BASE}/onlineagent/101`, 405],
    ['POST', `${BASE}/onlineagent/101/logout`, 405],
    ['GET', `${BASE}/onlineagent/101/resetskill/true`, 405],
    ['DELETE', `${BASE}/calldata/101/assignuserinqueue`, 405],
    ['GET', '/apigovernance/api/oauth/tokenByAkSk', 405],
    ['GET', `${BASE}/onlineagent/101/nothing`, 404],
    ['POST', `${BASE}/onlineagent/101/autoenteridle/`, 404],
    ['GET', '/', 404],
    ['POST', '/apiaccess/rest/cc-management/v1/agentAccount/nothing', 404],
    ['GET', `${BASE}/agentevent/%zz`, 200],
  ])('%s %s: %i, as JSON', async (method, path, status) => {
    const { client } = await start()
    const answer = await client().send(method, path)
    expect(answer.status).toBe(status)
    expect(answer.headers).toContainEqual(['Content-Type', 'application/json; charset=UTF-8'])
    expect(answer.json().message).toEqual(expect.any(String))
  })

  it('a broken path is a bad parameter', async () => {
    const { client } = await start()
    expect((await client().send('GET', `${BASE}/agentevent/%zz`)).retcode()).toBe('000-002')
  })

  it('a body beyond all reason is refused, and the server lives on', async () => {
    const { client } = await start()
    const agent = client()
    const answer = await agent.call('PUT', 'onlineagent', '', { body: 'x'.repeat(2_000_000) })
    expect(answer.status).toBe(413)
    expect((await agent.signIn()).retcode()).toBe('0')
  })
})

describe('what public clients send (protocol 15)', () => {
  it.each<[what: string, path: string, headers: Record<string, string>]>([
    ['double slashes', `${BASE}//onlineagent/101//agentstatus`, {}],
    ['a trailing slash', `${BASE}/onlineagent/101/agentstatus/`, {}],
    ['an anti-cache parameter', `${BASE}/onlineagent/101/agentstatus?resteasy_jsapi_anti_cache=1`, {}],
    [
      'broken cookies',
      `${BASE}/onlineagent/101/agentstatus`,
      { Cookie: 'JSESSIONIDabc; Path/agentgateway; Secure' },
    ],
    ['a content type without body', `${BASE}/onlineagent/101/agentstatus`, JSON_TYPE],
    ['an odd content type', `${BASE}/onlineagent/101/agentstatus`, { 'Content-Type': 'json;;' }],
  ])('%s', async (_what, path, headers) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const answer = await agent.send('GET', path, { headers })
    expect(answer.text).toBe('{"message":"","retcode":"0","result":{"agentState":4,"isWorking":false}}')
  })

  it.each(['guid', 'GUID', 'Guid'])('the header name %s', async (name) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const { guid } = agent
    agent.guid = null
    const answer = await agent.call('GET', 'onlineagent', 'agentstatus', { headers: { [name]: guid ?? '' } })
    expect(answer.retcode()).toBe('0')
  })

  it.each(['POST', 'DELETE'])('%s with JSON content type and length 0', async (method) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const path = method === 'POST' ? 'saybusy' : 'forcelogout'
    const answer = await agent.call(method, 'onlineagent', path, {
      headers: { ...JSON_TYPE, 'Content-Length': '0' },
    })
    expect(answer.retcode()).toBe('0')
  })

  it('GET with a body, with the next request on the same connection', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    for (let repeat = 0; repeat < 3; repeat += 1) {
      const answer = await agent.call('GET', 'agentgroup', 'allonlineagents', {
        body: { agentLimit: 500 },
        headers: JSON_TYPE,
      })
      expect(answer.retcode()).toBe('0')
    }
  })

  it('texts for numbers and flags, and fields nobody knows', async () => {
    const { client, simulator } = await start()
    const answer = await client().signIn({
      agenttype: '4',
      status: '3',
      releasephone: 'False',
      autoenteridle: 'True',
      phonelinkage: 'false',
      pushUrl: 'http://127.0.0.1/push',
    })
    expect(answer.retcode()).toBe('0')
    expect(simulator.world.agents.get('101')?.presence).toMatchObject({
      releasePhone: false,
      autoEnterIdle: true,
      linkage: 'off',
      state: { name: 'busy' },
    })
  })

  it('many connections at once', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => agent.call('GET', 'onlineagent', 'agentstatus')),
    )
    expect(new Set(answers.map((answer) => answer.retcode()))).toEqual(new Set(['0']))
  })

  it('sends Set-GUID with exactly this case', async () => {
    const { client } = await start()
    expect((await client().signIn()).headers.map(([name]) => name)).toContain('Set-GUID')
  })
})

describe('TLS', () => {
  it.each(['127.0.0.1', 'localhost'])('is trusted through the CA for %s', async (host) => {
    const { simulator } = await start({ host: '127.0.0.1' })
    const { port } = new URL(simulator.gatewayUrl)
    const agent = new Agent({ ca: simulator.caPem })
    const facts = await new Promise((resolve, reject) => {
      const options = { agent, lookup: toLoopback, servername: host === 'localhost' ? host : '' }
      const outgoing = request(`https://${host}:${port}/`, options, (response) => {
        response.resume()
        resolve([response.statusCode, response.httpVersion])
      })
      outgoing.once('error', reject)
      outgoing.end()
    })
    agent.destroy()
    expect(facts).toEqual([404, '1.1'])
  })

  it('is refused without the CA', async () => {
    const { simulator } = await start()
    const refused = new Promise((resolve, reject) => {
      request(simulator.gatewayUrl, () => resolve('connected'))
        .once('error', reject)
        .end()
    })
    await expect(refused).rejects.toThrow(/certificate|self.signed/i)
  })

  it('can be left out', async () => {
    const { simulator } = await start({ http: true })
    const status = await new Promise((resolve, reject) => {
      get(simulator.gatewayUrl, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).once('error', reject)
    })
    expect([status, simulator.caPem, simulator.caPath]).toEqual([404, '', ''])
  })
})

/** Name resolution without asking anybody. */
function toLoopback(
  _host: string,
  options: { all?: boolean | undefined },
  found: (error: null, address: string | { address: string; family: number }[], family?: number) => void,
): void {
  if (options.all === true) found(null, [{ address: '127.0.0.1', family: 4 }])
  else found(null, '127.0.0.1', 4)
}
