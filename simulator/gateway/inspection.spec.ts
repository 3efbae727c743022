import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators, type TestBench } from '../testing/with-simulator.ts'

const start = useSimulators()
const OPERATED = '{"result":{},"message":"success","retcode":"0"}'

async function inspector({ client, control }: TestBench): Promise<GatewayClient> {
  await control('POST', '/agents/101/configure', { isInspector: true })
  const agent = client('101')
  await agent.signIn()
  await agent.namesUntil('AgentState_Ready')
  return agent
}

describe('an inspector is refused', () => {
  it.each<[what: string, path: string, code: string]>([
    ['himself', 'forcebusy/101', '000-005'],
    ['somebody unknown', 'forcebusy/999', '900-004'],
    ['somebody who is signed out', 'forcebusy/103', '900-004'],
    ['somebody in a call', 'forceidle/102', '900-005'],
    ['a rest of no time', 'forcerest/102/0/1', '000-002'],
    ['a rest without reason', 'forcerest/102/60/256', '000-002'],
    ['watching himself', 'beginmonitor?agents=102;101', '000-005'],
    ['watching somebody unknown', 'beginmonitor?agents=102,999', '900-004'],
  ])('%s', async (_what, path, code) => {
    const bench = await start()
    const chief = await inspector(bench)
    await bench.client('102').signIn()
    await bench.control('POST', '/agents/102/offer-call')
    expect((await chief.call('POST', 'qualitycontrol', path)).retcode()).toBe(code)
  })
})

describe('an inspector forces', () => {
  it.each<[path: string, events: string[]]>([
    ['forceidle/102', ['AgentState_Force_Ready', 'AgentState_Ready']],
    ['forcebusy/102', ['AgentState_Force_SetNotReady', 'AgentState_SetNotReady_Success']],
    ['forcerest/102/60/2', ['AgentState_SetRest_Success']],
    ['forcelogout/102', ['AgentOther_ShutdownService']],
  ])('%s', async (path, events) => {
    const bench = await start()
    const chief = await inspector(bench)
    const agent = bench.client('102')
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    expect((await chief.call('POST', 'qualitycontrol', path)).text).toBe(OPERATED)
    expect(await agent.namesUntil(events.at(-1) ?? '')).toEqual(events)
  })

  it('skills, by the control interface: the agent is not told', async () => {
    const bench = await start()
    const agent = bench.client('101')
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const { body } = await bench.control('POST', '/agents/101/skills', { skillIds: [2, 3, 99] })
    expect(body).toEqual({ signedIn: [2, 3] })
    const skills = (await agent.call('GET', 'queuedevice', 'agentskill/101')).json().result
    expect(skills).toEqual([
      { name: 'Technical support', id: 2, mediatype: 5 },
      { name: 'Sales', id: 3, mediatype: 5 },
    ])
  })
})

describe('an inspector who watches', () => {
  it('is told of each state until he ends it', async () => {
    const bench = await start()
    const chief = await inspector(bench)
    expect((await chief.call('POST', 'qualitycontrol', 'beginmonitor?agents=102')).text).toBe(OPERATED)
    const agent = bench.client('102')
    await agent.signIn()
    await agent.call('POST', 'onlineagent', 'saybusy')
    await agent.call('POST', 'onlineagent', 'sayfree')
    await chief.call('POST', 'qualitycontrol', 'endmonitor?agents=102')
    await agent.call('DELETE', 'onlineagent', 'logout')
    await bench.control('POST', '/agents/101/force-state', { state: 'busy' })
    const events = await chief.eventsUntil('AgentState_SetNotReady_Success')
    const name = bench.simulator.world.agents.get('102')?.name
    expect(events.slice(0, -2)).toMatchObject(
      ['Login', 'Idle', 'Busy', 'Idle'].map((subtype) => ({
        eventType: 'QC_AgentState_Notify',
        content: { agentid: '102', agentname: name, subtype },
      })),
    )
    expect(events).toHaveLength(6)
  })
})
