import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()

/** Every interface for signed-in agents: verb, family, rest of the path. */
const SIGNED_IN_ONLY = [
  ['GET', 'agentevent', ''],
  ['GET', 'onlineagent', 'agentstatus'],
  ['GET', 'onlineagent', 'agentskills'],
  ['GET', 'onlineagent', 'agentskillsbyworkno/102'],
  ['POST', 'onlineagent', 'sayfree'],
  ['POST', 'onlineagent', 'saybusy'],
  ['POST', 'onlineagent', 'cancelbusy'],
  ['POST', 'onlineagent', 'work'],
  ['POST', 'onlineagent', 'cancelwork'],
  ['POST', 'onlineagent', 'rest/60/0'],
  ['POST', 'onlineagent', 'cancelrest'],
  ['POST', 'onlineagent', 'resetskill/true'],
  ['POST', 'onlineagent', 'autoenteridle/true'],
  ['POST', 'onlineagent', 'autoanswer/true'],
  ['POST', 'onlineagent', 'handshake'],
  ['PUT', 'onlineagent', 'heartbeat'],
  ['DELETE', 'onlineagent', 'logout'],
  ['DELETE', 'onlineagent', 'forcelogout'],
  ['DELETE', 'onlineagent', 'forcelogoutwithreason/1'],
  ['GET', 'calldata', 'waitcallinfo/1'],
  ['PUT', 'calldata', 'assignuserinqueue'],
  ['GET', 'queuedevice', 'agentvdnskill'],
  ['POST', 'queuedevice', 'queryacdstat'],
  ['GET', 'agentgroup', 'allonlineagents'],
  ['PUT', 'voicecall', 'answer'],
  ['DELETE', 'voicecall', 'release'],
  ['POST', 'voicecall', 'phonepickup'],
  ['PUT', 'voicecall', 'phonehangup'],
  ['POST', 'voicecall', 'hold'],
  ['POST', 'voicecall', 'gethold'],
  ['POST', 'voicecall', 'connecthold/1-1'],
  ['POST', 'voicecall', 'confjoin'],
  ['POST', 'voicecall', 'beginmute'],
  ['POST', 'voicecall', 'endmute'],
  ['POST', 'voicecall', 'beginmutevideo'],
  ['POST', 'voicecall', 'endmutevideo'],
  ['POST', 'voicecall', 'seconddial/1'],
  ['POST', 'voicecall', 'seconddialex?number=1'],
  ['POST', 'voicecall', 'transfer'],
  ['POST', 'voicecall', 'canceltransfer'],
  ['PUT', 'voicecall', 'callout'],
  ['PUT', 'voicecall', 'callinner'],
  ['POST', 'voicecall', 'innerhelp'],
  ['POST', 'voicecall', 'requestcall/1-1/0'],
  ['POST', 'voicecall', 'disconnect/1'],
  ['POST', 'voicecall', 'dropcall/1-1'],
  ['GET', 'calldata', 'callinfo'],
  ['GET', 'calldata', 'callinfobycallid/1-1'],
  ['GET', 'calldata', 'callinfobeforeanswer'],
  ['GET', 'calldata', 'holdlist'],
  ['GET', 'calldata', 'allcallid'],
  ['GET', 'calldata', 'appdata'],
  ['GET', 'calldata', 'statistics'],
  ['PUT', 'calldata', 'setcalldataex'],
  ['PUT', 'calldata', ''],
  ['POST', 'onlineagent', 'bindphone'],
  ['POST', 'onlineagent', 'modifyaccountpwdex'],
  ['POST', 'onlineagent', 'setcustomstate?customstate=1'],
  ['GET', 'onlineagent', 'querycustomstate'],
  ['POST', 'onlineagent', 'cancelsetcustomstate'],
  ['GET', 'queuedevice', 'vdnskill/1'],
  ['GET', 'queuedevice', 'agentskill/102'],
  ['GET', 'queuedevice', 'skillwaitnum/1'],
  ['GET', 'agentgroup', 'restreason'],
  ['GET', 'agentgroup', 'agentbyskill/1'],
  ['GET', 'agentgroup', 'agentidsbyskill/1'],
  ['GET', 'agentgroup', 'agentbyconfigedskill/1'],
  ['GET', 'agentgroup', 'allagentstatus'],
  ['GET', 'agentgroup', 'onlineagentonvdn'],
  ['GET', 'agentgroup', 'idleagent'],
  ['GET', 'agentgroup', 'agentlistbystatus?status=4'],
  ['GET', 'agentgroup', 'agentbyworkno/102'],
  ['GET', 'agentgroup', 'iscensor'],
  ['GET', 'agentgroup', 'ismonitor'],
  ['GET', 'agentgroup', 'iscallout'],
  ['POST', 'qualitycontrol', 'forceidle/102'],
  ['POST', 'qualitycontrol', 'forcebusy/102'],
  ['POST', 'qualitycontrol', 'forcerest/102/60/0'],
  ['POST', 'qualitycontrol', 'forcelogout/102'],
  ['POST', 'qualitycontrol', 'beginmonitor?agents=102'],
  ['POST', 'qualitycontrol', 'endmonitor?agents=102'],
] as const

describe('every interface for signed-in agents', () => {
  it('refuses in this order: agent ID, Guid, sign-in', async () => {
    const { client } = await start()
    const signedIn = client('101')
    await signedIn.signIn()
    const absent = client('102')
    const impossible = client('100')
    for (const [verb, family, rest] of SIGNED_IN_ONLY) {
      const refusals = [
        await impossible.call(verb, family, rest),
        await client('101').call(verb, family, rest),
        await client('101').call(verb, family, rest, { headers: { Guid: 'made-up.AgentGateway1' } }),
        await absent.call(verb, family, rest, { headers: { Guid: signedIn.guid ?? '' } }),
      ]
      expect(
        refusals.map((answer) => [answer.status, answer.retcode()]),
        `${verb} ${family}/${rest}`,
      ).toEqual([
        [200, '000-002'],
        [200, '000-003'],
        [200, '000-003'],
        [200, '100-006'],
      ])
    }
  })

  it('answers 100-006 with the Guid of a session that has ended', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    await agent.call('DELETE', 'onlineagent', 'logout')
    expect((await agent.poll()).text).toBe('{"message":"The agent is not signed in","retcode":"100-006"}')
  })
})

describe('the sign-in body', () => {
  it.each<[what: string, body: unknown, code: string]>([
    ['no JSON', '{', '000-006'],
    ['no object', '[]', '000-006'],
    ['no password', { phonenum: '8101' }, '100-001'],
    ['a password over 32 characters', { password: 'x'.repeat(33), phonenum: '8101' }, '100-001'],
    ['a wrong password', { password: 'x', phonenum: '8101' }, '100-004'],
    ['no phone', { password: 'Deskside#101' }, '100-013'],
    ['a phone outside the range', { password: 'Deskside#101', phonenum: '999' }, '100-014'],
    ['agent type 5', { password: 'Deskside#101', phonenum: '8101', agenttype: 5 }, '100-012'],
    ['agent type x', { password: 'Deskside#101', phonenum: '8101', agenttype: 'x' }, '100-012'],
    ['an IPv6 address', { password: 'Deskside#101', phonenum: '8101', ip: '::1' }, '100-016'],
    ['an address out of range', { password: 'Deskside#101', phonenum: '8101', ip: '1.2.3.256' }, '100-016'],
    ['status 8', { password: 'Deskside#101', phonenum: '8101', status: 8 }, '100-001'],
  ])('%s', async (_what, body, code) => {
    const { client } = await start()
    const agent = client()
    for (const rest of ['', 'forcelogin']) {
      const answer = await agent.call('PUT', 'onlineagent', rest, { body })
      expect([answer.status, answer.retcode()]).toEqual([200, code])
      expect(agent.guid).toBeNull()
    }
  })

  it('100-021 while a sign-in of the same agent is still in progress', async () => {
    const { client, simulator } = await start()
    simulator.faults.add({ match: { path: '**/onlineagent/101' }, action: { type: 'hang' }, times: 1 })
    const giveUp = new AbortController()
    const first = client()
      .call('PUT', 'onlineagent', '', { body: client().credentials(), signal: giveUp.signal })
      .catch((error: unknown) => error)
    const [arrived] = await waitForRequests(simulator, 1)
    expect(arrived?.fault).toBe('hang')
    const second = client()
    expect((await second.signIn()).retcode()).toBe('100-021')
    giveUp.abort()
    expect(await first).toBeInstanceOf(Error)
  })
})

/** The log is the signal that a request has arrived. */
async function waitForRequests(
  simulator: Awaited<ReturnType<typeof start>>['simulator'],
  count: number,
): Promise<ReturnType<typeof simulator.requests.since>> {
  for (;;) {
    const seen = simulator.requests.since(0)
    if (seen.length >= count) return seen
    await new Promise((resolve) => setImmediate(resolve))
  }
}
