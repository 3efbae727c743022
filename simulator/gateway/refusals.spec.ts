import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
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

describe('parameters', () => {
  const long = Array.from({ length: 1000 }, () => '12345').join(';')

  it.each<[what: string, send: (agent: GatewayClient) => ReturnType<GatewayClient['call']>, code: string]>([
    ['a flag of six characters', (a) => a.call('POST', 'onlineagent', 'autoenteridle/abcdef'), '000-002'],
    ['skillid with letters', (a) => a.call('POST', 'onlineagent', 'resetskill/false?skillid=1;a'), '000-002'],
    ['skillid with commas', (a) => a.call('POST', 'onlineagent', 'resetskill/false?skillid=1,2'), '000-002'],
    [
      'skillid over 4000 characters',
      (a) => a.call('POST', 'onlineagent', `resetskill/false?skillid=${long}`),
      '000-002',
    ],
    ['phonelinkage 2', (a) => a.call('POST', 'onlineagent', 'resetskill/true?phonelinkage=2'), '000-002'],
    ['busy reason 199', (a) => a.call('POST', 'onlineagent', 'saybusy?reason=199'), '000-002'],
    ['busy reason 251', (a) => a.call('POST', 'onlineagent', 'saybusy?reason=251'), '000-002'],
    ['busy reason x', (a) => a.call('POST', 'onlineagent', 'saybusy?reason=x'), '000-002'],
    ['rest of 0 s', (a) => a.call('POST', 'onlineagent', 'rest/0/0'), '000-002'],
    ['rest of a day', (a) => a.call('POST', 'onlineagent', 'rest/86400/0'), '000-002'],
    ['rest cause 256', (a) => a.call('POST', 'onlineagent', 'rest/60/256'), '000-002'],
    ['sign-out reason 0', (a) => a.call('DELETE', 'onlineagent', 'forcelogoutwithreason/0'), '100-005'],
    ['a queue that is no number', (a) => a.call('GET', 'calldata', 'waitcallinfo/x'), '000-002'],
    ['a queue that is not there', (a) => a.call('GET', 'calldata', 'waitcallinfo/99'), '100-007'],
    ['no transfer body', (a) => a.call('PUT', 'calldata', 'assignuserinqueue'), '000-006'],
    [
      'a transfer body with a trailing comma',
      (a) => a.call('PUT', 'calldata', 'assignuserinqueue', { body: '{"callid":"1-1","skillid":"1",}' }),
      '000-006',
    ],
    [
      'a transfer without call',
      (a) => a.call('PUT', 'calldata', 'assignuserinqueue', { body: { skillid: 1 } }),
      '000-006',
    ],
    [
      'a transfer of an unknown call',
      (a) => a.call('PUT', 'calldata', 'assignuserinqueue', { body: { callid: '1-1', skillid: '2' } }),
      '100-007',
    ],
    [
      'figures of more than 100 queues',
      (a) =>
        a.call('POST', 'queuedevice', 'queryacdstat', {
          body: { skills: Array.from({ length: 101 }, () => 1) },
        }),
      '000-006',
    ],
    [
      'figures of no list',
      (a) => a.call('POST', 'queuedevice', 'queryacdstat', { body: { skills: 1 } }),
      '000-006',
    ],
    ['an unknown colleague', (a) => a.call('GET', 'onlineagent', 'agentskillsbyworkno/999'), '100-007'],
    ['answer without call', (a) => a.call('PUT', 'voicecall', 'answer'), '200-002'],
    ['release without call', (a) => a.call('DELETE', 'voicecall', 'release'), '200-017'],
    ['hold without call', (a) => a.call('POST', 'voicecall', 'hold'), '200-013'],
    ['gethold without call', (a) => a.call('POST', 'voicecall', 'gethold'), '200-015'],
    ['connecthold without call', (a) => a.call('POST', 'voicecall', 'connecthold/1-1'), '200-005'],
    ['confjoin without call', (a) => a.call('POST', 'voicecall', 'confjoin', { body: {} }), '200-010'],
    ['beginmute without call', (a) => a.call('POST', 'voicecall', 'beginmute'), '200-003'],
    ['beginmutevideo without call', (a) => a.call('POST', 'voicecall', 'beginmutevideo'), '200-019'],
    ['endmutevideo without call', (a) => a.call('POST', 'voicecall', 'endmutevideo'), '200-021'],
    ['endmute without call', (a) => a.call('POST', 'voicecall', 'endmute'), '200-007'],
    ['seconddial without call', (a) => a.call('POST', 'voicecall', 'seconddial/12*'), '200-026'],
    ['seconddial of letters', (a) => a.call('POST', 'voicecall', 'seconddial/abc'), '000-002'],
    ['seconddialex of nothing', (a) => a.call('POST', 'voicecall', 'seconddialex'), '000-002'],
    ['canceltransfer without call', (a) => a.call('POST', 'voicecall', 'canceltransfer'), '200-012'],
    ['disconnect without call', (a) => a.call('POST', 'voicecall', 'disconnect/123'), '200-023'],
    ['disconnect of letters', (a) => a.call('POST', 'voicecall', 'disconnect/abc'), '000-002'],
    ['dropcall without call', (a) => a.call('POST', 'voicecall', 'dropcall/1-1'), '200-025'],
    ['requestcall of skill type 1', (a) => a.call('POST', 'voicecall', 'requestcall/1-1/1'), '000-002'],
    ['requestcall of no call', (a) => a.call('POST', 'voicecall', 'requestcall/1-1/0'), '100-007'],
    ['callout without body', (a) => a.call('PUT', 'voicecall', 'callout'), '000-006'],
    [
      'callout of letters',
      (a) => a.call('PUT', 'voicecall', 'callout', { body: { called: 'x' } }),
      '200-001',
    ],
    [
      'callout with media ability 3',
      (a) => a.call('PUT', 'voicecall', 'callout', { body: { called: '1', mediaability: 3 } }),
      '000-006',
    ],
    [
      'callinner to oneself',
      (a) => a.call('PUT', 'voicecall', 'callinner', { body: { called: 101 } }),
      '100-007',
    ],
    [
      'innerhelp of mode 3',
      (a) => a.call('POST', 'voicecall', 'innerhelp', { body: { dstaddress: '1', devicetype: 1, mode: 3 } }),
      '000-006',
    ],
    [
      'innerhelp without call',
      (a) => a.call('POST', 'voicecall', 'innerhelp', { body: { dstaddress: '1', devicetype: 1, mode: 1 } }),
      '200-018',
    ],
    ...(
      [
        ['device type 6', { devicetype: 6, address: '1', mode: 0 }, '000-006'],
        ['letters for a queue', { devicetype: 1, address: 'a', mode: 0 }, '000-006'],
        ['queue, mode 1', { devicetype: 1, address: '1', mode: 1 }, '000-006'],
        ['agent, private queue', { devicetype: 2, address: '102', mode: 3 }, '000-006'],
        ['flow, mode 2', { devicetype: 3, address: '1', mode: 2 }, '000-006'],
        ['outside, mode 0', { devicetype: 5, address: '1', mode: 0 }, '000-006'],
        ['no call', { devicetype: '1', address: 1, mode: '0' }, '200-012'],
      ] as const
    ).map(
      ([what, body, code]): [string, (agent: GatewayClient) => ReturnType<GatewayClient['call']>, string] => [
        `transfer: ${what}`,
        (a) => a.call('POST', 'voicecall', 'transfer', { body }),
        code,
      ],
    ),
    ['callinfo without call', (a) => a.call('GET', 'calldata', 'callinfo'), '400-002'],
    ['callinfobycallid of no call', (a) => a.call('GET', 'calldata', 'callinfobycallid/1-1'), '400-002'],
    [
      'callinfobeforeanswer without call',
      (a) => a.call('GET', 'calldata', 'callinfobeforeanswer'),
      '400-002',
    ],
    ['holdlist without call', (a) => a.call('GET', 'calldata', 'holdlist'), '400-003'],
    ['appdata without call', (a) => a.call('GET', 'calldata', 'appdata'), '400-002'],
    [
      'setcalldataex without call',
      (a) => a.call('PUT', 'calldata', 'setcalldataex', { body: { callid: '1-1', calldata: 'x' } }),
      '400-001',
    ],
    ['setcalldata without call', (a) => a.call('PUT', 'calldata', '?callid=1-1&calldata=x'), '400-001'],
    [
      'custom state 65535',
      (a) => a.call('POST', 'onlineagent', 'setcustomstate?customstate=65535'),
      '000-002',
    ],
    ['custom state x', (a) => a.call('POST', 'onlineagent', 'setcustomstate?customstate=x'), '000-002'],
    ['bindphone of nothing', (a) => a.call('POST', 'onlineagent', 'bindphone', { body: {} }), '000-006'],
    [
      'bindphone outside the range',
      (a) => a.call('POST', 'onlineagent', 'bindphone', { body: { phonenum: '999' } }),
      '100-014',
    ],
    [
      'handshake with a bad token',
      (a) => a.call('POST', 'onlineagent', 'handshake', { headers: { service_token: 'a b' } }),
      '100-001',
    ],
    ['agents of a queue that is not there', (a) => a.call('GET', 'agentgroup', 'agentbyskill/99'), '100-007'],
    [
      'agents of a queue with a limit alone',
      (a) => a.call('GET', 'agentgroup', 'agentbyskill/1', { body: { agentLimit: 5 } }),
      '000-006',
    ],
    ['agents of status x', (a) => a.call('GET', 'agentgroup', 'agentlistbystatus?status=x'), '000-002'],
    ['an agent who does not exist', (a) => a.call('GET', 'agentgroup', 'agentbyworkno/999'), '300-002'],
    ['queues of another VDN', (a) => a.call('GET', 'queuedevice', 'vdnskill/2'), '600-002'],
    ['queues of an unknown agent', (a) => a.call('GET', 'queuedevice', 'agentskill/999'), '300-002'],
    ['length of an unknown queue', (a) => a.call('GET', 'queuedevice', 'skillwaitnum/99'), '100-007'],
    ['forcing without the right', (a) => a.call('POST', 'qualitycontrol', 'forceidle/102'), '900-002'],
    [
      'monitoring without the right',
      (a) => a.call('POST', 'qualitycontrol', 'beginmonitor?agents=102'),
      '900-002',
    ],
    ['monitoring nobody', (a) => a.call('POST', 'qualitycontrol', 'beginmonitor'), '000-002'],
  ])('%s', async (_what, send, code) => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    const answer = await send(agent)
    expect([answer.status, answer.retcode()]).toEqual([200, code])
    expect(answer.json().message).not.toBe('')
  })

  it('600-005 where the VDN has no queues', async () => {
    const { client } = await start({ skills: 0 })
    const agent = client()
    await agent.signIn()
    expect((await agent.call('GET', 'queuedevice', 'agentvdnskill')).retcode()).toBe('600-005')
    expect((await agent.call('GET', 'agentgroup', 'allonlineagents')).retcode()).toBe('600-005')
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
