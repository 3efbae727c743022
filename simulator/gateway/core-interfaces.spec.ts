import { describe, expect, it } from 'vitest'
import { ManualClock } from '../world/clock.ts'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()
const OPERATED = '{"result":{},"message":"success","retcode":"0"}'

describe('sign-in', () => {
  it('answers with the documented fields and hands out the Guid', async () => {
    const { client } = await start()
    const agent = client()
    const answer = await agent.signIn()
    expect(answer.json()).toEqual({
      message: '',
      retcode: '0',
      result: {
        vdnid: 1,
        workno: '101',
        mediatype: 'TTF',
        loginTime: expect.stringMatching(/^\d{13}$/) as unknown,
        isForceChange: 'false',
        serverName: 'AgentGateway',
        timeRemaining: '',
      },
    })
    const [, value] = answer.headers.find(([name]) => name === 'Set-GUID') ?? []
    expect(value).toMatch(/^JSESSIONID=[0-9a-f-]{36}\.AgentGateway1$/)
  })

  it('by force works when nobody is signed in', async () => {
    const { client } = await start()
    expect((await client().signIn({}, true)).retcode()).toBe('0')
  })

  it('has the documented defaults: always off-hook only by the forced page', async () => {
    const { client, simulator } = await start()
    await client('101').signIn({ releasephone: undefined })
    await client('102').signIn({ releasephone: undefined }, true)
    const presences = ['101', '102'].map((id) => simulator.world.agents.get(id)?.presence)
    expect(presences).toMatchObject([
      { releasePhone: true, autoEnterIdle: true, autoAnswer: true },
      { releasePhone: false, autoEnterIdle: true, autoAnswer: true },
    ])
  })

  it('the older heartbeat carries a result', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const answer = await agent.call('PUT', 'onlineagent', 'heartbeat')
    expect(answer.json().result).toEqual({ loginTime: expect.stringMatching(/^\d+$/) as unknown })
  })
})

describe('resetskill', () => {
  it.each<[path: string, skills: number[]]>([
    ['resetskill/true', [1, 2, 3, 4, 5]],
    ['resetskill/True?skillid=1', [1, 2, 3, 4, 5]],
    ['resetskill/false?skillid=1;3;99', [1, 3]],
    ['resetskill/false?skillid=1%3B3', [1, 3]],
    ['resetskill/false?skillid=2;&phonelinkage=0', [2]],
    ['resetskill/no?skillid=&phonelinkage=0', []],
    ['resetskill/false', []],
    ['resetskill/true?resteasy_jsapi_anti_cache=17&other=x', [1, 2, 3, 4, 5]],
  ])('%s', async (path, skills) => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'resetskill/false?skillid=4')
    expect((await agent.call('POST', 'onlineagent', path)).text).toBe(OPERATED)
    expect([...(simulator.world.agents.get('101')?.presence?.skills ?? [])]).toEqual(skills)
  })

  it.each<[agentId: string, result: number]>([
    ['101', 0],
    ['106', 1],
  ])('with phonelinkage of agent %s reports %i', async (agentId, result) => {
    const { client } = await start()
    const agent = client(agentId)
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    await agent.call('POST', 'onlineagent', 'resetskill/true?phonelinkage=1')
    const [event] = await agent.eventsUntil('AgentEvent_linkageCapability')
    expect(event?.content).toEqual({ result })
  })

  it('leaves the linkage alone when the parameter is missing, and switches it off with 0', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn({ phonelinkage: true })
    const linkage = (): unknown => simulator.world.agents.get('101')?.presence?.linkage
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    expect(linkage()).toBe('linked')
    await agent.call('POST', 'onlineagent', 'resetskill/true?phonelinkage=0')
    expect(linkage()).toBe('off')
  })
})

describe('autoenteridle', () => {
  it.each<[flag: string, last: string]>([
    ['true', 'AgentState_Ready'],
    ['True', 'AgentState_Ready'],
    ['false', 'AgentState_Work'],
    ['no', 'AgentState_Work'],
  ])('%s: after the next call %s', async (flag, last) => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn({ autoenteridle: flag === 'no' })
    await agent.namesUntil('AgentState_Ready')
    expect((await agent.call('POST', 'onlineagent', `autoenteridle/${flag}`)).text).toBe(OPERATED)
    await control('POST', '/agents/101/offer-call', { skillId: 1 })
    await agent.namesUntil('AgentEvent_Talking')
    await control('POST', '/agents/101/release-call')
    expect(await agent.namesUntil(last)).toEqual([
      'AgentEvent_Call_Release',
      'AgentEvent_Customer_Release',
      last,
    ])
  })
})

describe('waiting calls', () => {
  it('are hidden from an idle agent, listed to a busy one, and move to another queue', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    const waitingIn = async (skillId: number): Promise<unknown> =>
      (await agent.call('GET', 'calldata', `waitcallinfo/${skillId}`)).json().result
    const { body } = await control('POST', '/calls', { skillId: 1, caller: '13800000001' })
    const { callid } = body as { callid: string }
    expect(callid).toMatch(/^\d{10}-\d+$/)
    expect(await waitingIn(1)).toEqual([])
    await agent.call('POST', 'onlineagent', 'saybusy')
    await agent.call('POST', 'onlineagent', 'resetskill/false?skillid=1')
    expect(await waitingIn(1)).toMatchObject([
      { callid, caller: 13800000001, callskill: 'Billing', callskillid: 1, callfeature: 0, mediaType: 5 },
    ])
    const moved = await agent.call('PUT', 'calldata', 'assignuserinqueue', { body: { callid, skillid: '2' } })
    expect(moved.text).toBe('{"message":"","retcode":"0","result":{}}')
    expect(await waitingIn(1)).toEqual([])
    expect(await waitingIn(2)).toMatchObject([{ callid, callskillid: 2 }])
    const again = await agent.call('PUT', 'calldata', 'assignuserinqueue', { body: { callid, skillid: 1 } })
    expect(again.retcode()).toBe('100-007')
  })

  it('stand in the figures of their queue', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'saybusy')
    await agent.call('POST', 'onlineagent', 'resetskill/true')
    await control('POST', '/calls', { skillId: 3 })
    const answer = await agent.call('POST', 'queuedevice', 'queryacdstat', { body: { skills: [3, '1', 99] } })
    expect(answer.json().result).toMatchObject([
      { deviceNo: 3, queueSize: 1, loggedOnAgents: 1, availAgents: 0, skillDescrip: 'Sales' },
      { deviceNo: 1, queueSize: 0, queueTime: 0 },
    ])
  })
})

describe('the queues', () => {
  it('of the agent and of the VDN', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const own = (await agent.call('GET', 'onlineagent', 'agentskills')).json().result
    expect(own).toEqual([
      { name: 'Billing', id: 1, mediatype: 5 },
      { name: 'Technical support', id: 2, mediatype: 5 },
      { name: 'Sales', id: 3, mediatype: 5 },
      { name: 'Premium', id: 4, mediatype: 5 },
      { name: 'Web chat', id: 5, mediatype: 53 },
    ])
    const all = (await agent.call('GET', 'queuedevice', 'agentvdnskill')).json().result as unknown[]
    expect(all).toHaveLength(5)
    expect(all[4]).toEqual({ name: 'Web chat', id: 5, mediatype: 53, serviceType: 0, realFlag: 1 })
  })
})

describe('allonlineagents', () => {
  it('has the field order and types of the official example', async () => {
    const { client, simulator } = await start({ skills: 2, clock: new ManualClock() })
    const agent = client()
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'resetskill/false?skillid=2')
    const text = (await agent.call('GET', 'agentgroup', 'allonlineagents')).text
    const { loginTimeMs } = simulator.world.agents.get('101')?.presence ?? {}
    const name = simulator.demoAgents[0]?.name
    expect(text).toBe(
      `{"result":[{"skillId":2,"agent":[{"workno":"101","name":"${name}","status":"4","ctiStatus":"1",` +
        `"groupid":0,"groupname":null,"skilllist":[],"mediatype":"TTF","vdnid":1,"phonenumber":"8101",` +
        `"currentstatetime":0,"logindate":${loginTimeMs},"callids":[],"inMultimediaConf":0,` +
        `"currentStateReason":0}],"skillMediaType":5}],"message":"success","retcode":"0"}`,
    )
  })

  it('stays whole with 25 000 agents', async () => {
    const { client } = await start({ agents: 25_000, skills: 300, colleagues: 20_000 })
    const agent = client()
    await agent.signIn()
    const queues = (await agent.call('GET', 'agentgroup', 'allonlineagents')).json().result as {
      agent: { workno: string }[]
    }[]
    const everybody = new Set(queues.flatMap((queue) => queue.agent.map(({ workno }) => workno)))
    expect(everybody.size).toBe(20_000)
  })
})
