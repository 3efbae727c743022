import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'
import type { GatewayClient } from '../testing/gateway-client.ts'

const start = useSimulators()

const workNos = (result: unknown): string[] => (result as { workno: string }[]).map(({ workno }) => workno)
const query = async (agent: GatewayClient, family: string, path: string, body?: unknown): Promise<unknown> =>
  (await agent.call('GET', family, path, body === undefined ? {} : { body })).json().result

/** 101 idle in queues 1 and 2, 102 busy in none, 103 not there. */
async function centre(): Promise<GatewayClient> {
  const { client } = await start({ agents: 4 })
  const [first, second] = [client('101'), client('102')]
  await first.signIn()
  await first.call('POST', 'onlineagent', 'resetskill/false?skillid=1;2')
  await second.signIn()
  await second.call('POST', 'onlineagent', 'saybusy')
  return first
}

describe('who is where', () => {
  it.each<[path: string, expected: string[]]>([
    ['onlineagentonvdn', ['101', '102']],
    ['allagentstatus', ['101', '102', '103', '104']],
    ['idleagent', ['101']],
    ['agentlistbystatus?status=3', ['102']],
    ['agentlistbystatus?status=2', ['103', '104']],
    ['agentbyskill/1', ['101']],
    ['agentbyskill/3', []],
  ])('%s', async (path, expected) => {
    const agent = await centre()
    expect(workNos(await query(agent, 'agentgroup', path))).toEqual(expected)
  })

  it.each<[body: unknown, expected: string[]]>([
    [{ agentLimit: 5, agentStatus: [4] }, ['101']],
    [{ agentLimit: '5', agentStatus: ['3', 8] }, []],
  ])('agentbyskill with %j', async (body, expected) => {
    const agent = await centre()
    expect(workNos(await query(agent, 'agentgroup', 'agentbyskill/2', body))).toEqual(expected)
  })

  it('in the shapes of the documents', async () => {
    const agent = await centre()
    expect(await query(agent, 'agentgroup', 'agentidsbyskill/1')).toEqual(['101'])
    expect(workNos(await query(agent, 'agentgroup', 'agentbyconfigedskill/1'))).toContain('101')
    const row = await query(agent, 'agentgroup', 'agentbyworkno/103')
    expect(row).toMatchObject({ workno: '103', status: '2', ctiStatus: '0', phonenumber: '' })
    const [status] = (await query(agent, 'agentgroup', 'allagentstatus')) as object[]
    expect(Object.keys(status ?? {})).toEqual([
      'workno',
      'name',
      'status',
      'ctiStatus',
      'groupid',
      'groupname',
      'skilllist',
      'mediatype',
      'vdnid',
      'phonenumber',
      'currentstatetime',
      'logindate',
      'inMultimediaConf',
    ])
    expect(await query(agent, 'queuedevice', 'vdnskill/1')).toEqual(
      await query(agent, 'queuedevice', 'agentvdnskill'),
    )
  })

  it('and what he may do', async () => {
    const agent = await centre()
    const rights = ['iscensor', 'ismonitor', 'iscallout']
    const answers = await Promise.all(rights.map((right) => query(agent, 'agentgroup', right)))
    expect(answers).toEqual([false, false, true])
    // One public client asks with a trailing slash.
    expect(await query(agent, 'agentgroup', 'iscensor/')).toBe(false)
  })
})
