import { describe, expect, it } from 'vitest'
import { run, type GatewayCall } from './testing/gateway-calls.ts'
import { answer } from './testing/scripted-transport.ts'

const agent = {
  workno: '102',
  name: 'Ada',
  status: '3',
  ctiStatus: '7',
  groupid: 0,
  mediatype: 'TTF',
  vdnid: 1,
  phonenumber: '8102',
  currentstatetime: 41,
  logindate: 1_700_000_000_000,
  inMultimediaConf: 0,
}
const read = {
  agentId: '102',
  name: 'Ada',
  state: 'busy',
  stateSeconds: 41,
  signedInAt: 1_700_000_000_000,
}

/** Each interface with the answer that its page or a public client shows: the line sent, and what is made of the result. */
const cases: readonly (readonly [string, GatewayCall, string, unknown, unknown])[] = [
  [
    'agentsOfQueue',
    (gateway) => gateway.agentsOfQueue('101', 7),
    'GET /agentgroup/101/agentbyskill/7',
    [agent],
    [read],
  ],
  [
    'allAgentStatus',
    (gateway) => gateway.allAgentStatus('101'),
    'GET /agentgroup/101/allagentstatus',
    [agent],
    [read],
  ],
  [
    'restReasons',
    (gateway) => gateway.restReasons('101'),
    'GET /agentgroup/101/restreason',
    [{ restReason: 'Lunch', restReasonId: 1 }],
    [{ id: 1, text: 'Lunch' }],
  ],
  [
    'setCustomState',
    (gateway) => gateway.setCustomState('101', 12),
    'POST /onlineagent/101/setcustomstate?customstate=12',
    {},
    null,
  ],
  [
    'customState',
    (gateway) => gateway.customState('101'),
    'GET /onlineagent/101/querycustomstate',
    { agentcustomstate: '12' },
    12,
  ],
  [
    'customState of nobody in particular',
    (gateway) => gateway.customState('101'),
    'GET /onlineagent/101/querycustomstate',
    { agentcustomstate: '65535' },
    null,
  ],
  [
    'cancelCustomState',
    (gateway) => gateway.cancelCustomState('101'),
    'POST /onlineagent/101/cancelsetcustomstate',
    {},
    null,
  ],
  [
    'changePassword',
    (gateway) => gateway.changePassword('101', 'Deskside#101', 'Deskside#new'),
    'POST /onlineagent/101/modifyaccountpwdex {"oldPassword":"Deskside#101","newPassword":"Deskside#new"}',
    {},
    null,
  ],
]

describe('HttpGateway: documented answers', () => {
  it.each(cases)('%s', async (_name, call, line, result, value) => {
    const { result: outcome, transport } = await run(
      call,
      answer({ message: 'success', retcode: '0', result }),
    )
    expect(outcome).toEqual({ ok: true, value })
    const sent = transport.requests.map(({ method, path, body }) =>
      [method, path.replace('/agentgateway/resource', ''), ...(body === null ? [] : [body])].join(' '),
    )
    expect(sent).toEqual([line])
  })
})
