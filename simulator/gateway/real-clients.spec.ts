import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const BASE = '/agentgateway/resource'
const JSON_TYPE = { 'Content-Type': 'application/json; charset=UTF-8' }

/** Where the head of an answer names its Guid. */
const guidHeader = (headers: GatewayHeaders): readonly [string, string] | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'set-guid')
type GatewayHeaders = Awaited<ReturnType<GatewayClient['send']>>['headers']

/** One case per demand of protocol 15: public clients must be able to use the simulator unchanged. */
describe('real clients', () => {
  it('may send double slashes and a trailing one (browser client, aPortal)', async () => {
    const { client } = await start()
    const agent = client()
    const signedIn = await agent.send('PUT', `${BASE}//onlineagent/101`, { body: agent.credentials() })
    expect(signedIn.retcode()).toBe('0')
    expect((await agent.send('GET', `${BASE}/agentgroup/101/iscensor/`)).retcode()).toBe('0')
    expect(
      (await agent.send('POST', `/agentgateway//resource/onlineagent/101/resetskill/true/`)).retcode(),
    ).toBe('0')
  })

  it.each(['Guid', 'guid', 'GUID'])(
    'may send %s, and read exactly Set-GUID: JSESSIONID=… (Java)',
    async (name) => {
      const { client } = await start()
      const agent = client()
      const [header, value = ''] = guidHeader((await agent.signIn()).headers) ?? []
      expect([header, value]).toEqual([
        'Set-GUID',
        expect.stringMatching(/^JSESSIONID=[^=;]+\.AgentGateway\d$/) as unknown,
      ])
      const other = client()
      const answer = await other.call('GET', 'onlineagent', 'agentstatus', {
        headers: { [name]: value.replace('JSESSIONID=', '') },
      })
      expect(answer.retcode()).toBe('0')
    },
  )

  it('find JSON announced on every answer, refusals and failures included (browser client)', async () => {
    const { client } = await start()
    const agent = client()
    const answers = [
      await agent.call('GET', 'onlineagent', 'agentstatus'),
      await agent.signIn(),
      await agent.poll(),
      await agent.call('PATCH', 'onlineagent', 'agentstatus'),
      await agent.send('GET', '/elsewhere'),
      await agent.call('DELETE', 'onlineagent', 'logout'),
    ]
    for (const { headers } of answers) {
      expect(headers.find(([name]) => name === 'Content-Type')?.[1]).toMatch(/^application\/json/)
    }
  })

  it.each(['JSESSIONIDabc; Path/agentgateway; Secure', ';;;', 'a=b; a=c'])(
    'may send broken cookies: %s (AgentServerDemo)',
    async (cookie) => {
      const { client } = await start()
      const agent = client()
      await agent.signIn()
      const answer = await agent.call('GET', 'onlineagent', 'agentstatus', { headers: { Cookie: cookie } })
      expect(answer.retcode()).toBe('0')
    },
  )

  it.each(['json;;', 'application/json;charset=UTF-8', 'text/html'])(
    'may call their body what they like: %s',
    async (type) => {
      const { client } = await start()
      const agent = client()
      const headers = { 'Content-Type': type }
      const answer = await agent.call('PUT', 'onlineagent', '', { body: agent.credentials(), headers })
      expect(answer.retcode()).toBe('0')
    },
  )

  it('compare the empty poll as text (C#)', async () => {
    const { client } = await start({ pollWaitMs: 20 })
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    expect((await agent.poll()).text).toBe('{"message":"","retcode":"0"}')
  })

  it('get one event per poll, as an object', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn({ status: 3 })
    for (let polls = 0; polls < 3; polls += 1) {
      const { event, ...rest } = (await agent.poll()).json()
      expect(rest).toEqual({ message: '', retcode: '0' })
      expect(Object.keys(event as object)).toEqual(['eventType', 'workNo', 'content'])
    }
  })

  it('get the events between sign-in and first poll, in order', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn({ status: 5 })
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    await control('POST', '/agents/101/force-state', { state: 'busy' })
    expect(await agent.namesUntil('AgentState_SetNotReady_Success')).toEqual([
      'AgentOther_InService',
      'AgentState_Ready',
      'AgentState_Work',
      'AgentState_Force_SetNotReady',
      'AgentState_SetNotReady_Success',
    ])
  })

  it('get HTTP 200 for business failures', async () => {
    const { client } = await start()
    const agent = client()
    const answers = [
      await agent.signIn({ password: 'wrong' }),
      await agent.poll(),
      await agent.signIn(),
      await agent.call('DELETE', 'voicecall', 'release'),
      await agent.call('POST', 'onlineagent', 'cancelrest'),
    ]
    expect(answers.map(({ status, retcode }) => [status, retcode()])).toEqual([
      [200, '100-004'],
      [200, '000-003'],
      [200, '0'],
      [200, '200-017'],
      [200, '100-009'],
    ])
  })

  it('may use forcelogin when nobody is signed in (Java, C#)', async () => {
    const { client } = await start()
    expect((await client().signIn({}, true)).retcode()).toBe('0')
  })

  it.each<[fields: Readonly<Record<string, unknown>>]>([
    [{ agenttype: '4', status: '4', releasephone: 'false', phonelinkage: 'False' }],
    [{ agenttype: 4, status: 4, releasephone: false, phonelinkage: false }],
    [{ agenttype: 11, autoanswer: 'True', checkInWebm: 'true', phonenum: 8101 }],
  ])('may send %j (C#, Java)', async (fields) => {
    const { client, simulator } = await start()
    expect((await client().signIn(fields, true)).retcode()).toBe('0')
    const presence = simulator.world.agents.get('101')?.presence
    expect([presence?.releasePhone, presence?.autoAnswer, presence?.linkage]).toEqual([false, true, 'off'])
  })

  it('may send fields nobody knows (Java)', async () => {
    const { client } = await start()
    const agent = client()
    const answer = await agent.signIn({ pushUrl: 'http://127.0.0.1:1/', serverType: 'x', extra: { a: [1] } })
    expect([answer.retcode(), (await agent.poll()).retcode()]).toEqual(['0', '0'])
  })

  it('may send a POST with an empty JSON body and a DELETE of length 0 (Java)', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const headers = { ...JSON_TYPE, 'Content-Length': '0' }
    const post = await agent.call('POST', 'onlineagent', 'saybusy', { headers })
    const remove = await agent.call('DELETE', 'onlineagent', 'logout', { headers })
    expect([post.retcode(), remove.retcode()]).toEqual(['0', '0'])
  })

  it.each(['resetskill/true', 'resetskill/true?skillid=&phonelinkage=0', 'resetskill/True?skillid='])(
    'may reset skills by %s (Java, C#)',
    async (path) => {
      const { client, simulator } = await start()
      const agent = client()
      await agent.signIn()
      expect((await agent.call('POST', 'onlineagent', path)).retcode()).toBe('0')
      expect(simulator.world.agents.get('101')?.presence?.skills.size).toBe(5)
    },
  )

  it('may reset skills again and again', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    for (let times = 0; times < 3; times += 1) {
      expect((await agent.call('POST', 'onlineagent', 'resetskill/true')).retcode()).toBe('0')
    }
  })

  it('may abort a poll: the event comes with the next one (C# after 20 s)', async () => {
    const { client, control, simulator } = await start({ pollWaitMs: 60_000 })
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const giveUp = new AbortController()
    const aborted = agent.poll({ signal: giveUp.signal }).catch((error: unknown) => error)
    const session = simulator.world.agents.get('101')?.presence?.session
    while (session?.openPolls !== 1) await new Promise((resolve) => setImmediate(resolve))
    giveUp.abort()
    await aborted
    await control('POST', '/agents/101/force-state', { state: 'busy' })
    expect(await agent.namesUntil('AgentState_SetNotReady_Success')).toHaveLength(2)
  })

  it('find a loginTime in the older heartbeat (AgentServerDemo)', async () => {
    const { client } = await start()
    const agent = client()
    const { loginTime } = (await agent.signIn()).json().result as { loginTime: string }
    const beat = await agent.call('PUT', 'onlineagent', 'heartbeat', { headers: JSON_TYPE })
    expect(beat.json()).toMatchObject({ retcode: '0', result: { loginTime } })
  })

  it('are told a code they do not know for a short time only (AgentServerDemo)', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await control('POST', '/switch-over', { seconds: 0, outcome: 'recovered' })
    const codes: unknown[] = []
    for (let polls = 0; polls < 3; polls += 1) codes.push((await agent.poll()).retcode())
    expect(codes).toEqual(['105-003', '0', '0'])
  })

  it('are told 100-006 by polls after a kick', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await control('POST', '/agents/101/kick')
    await agent.namesUntil('AgentOther_ShutdownService')
    for (let polls = 0; polls < 3; polls += 1) expect((await agent.poll()).retcode()).toBe('100-006')
  })

  it('may keep many connections alive and use them at once', async () => {
    const { client } = await start({ agents: 60 })
    const agents = Array.from({ length: 60 }, (_, index) => client(String(101 + index)))
    await Promise.all(agents.map((agent) => agent.signIn()))
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        agents.flatMap((agent) => [
          agent.call('GET', 'onlineagent', 'agentskills'),
          agent.call('GET', 'onlineagent', 'agentstatus'),
        ]),
      )
      expect(new Set(answers.map((answer) => answer.retcode()))).toEqual(new Set(['0']))
    }
  })
})
