import { describe, expect, it } from 'vitest'
import type { GatewayClient } from '../testing/gateway-client.ts'
import { useSimulators } from '../testing/with-simulator.ts'

const start = useSimulators()

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
