import { describe, expect, it } from 'vitest'
import * as requests from './requests.ts'

const signIn = {
  agentId: '101',
  password: 'secret',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: false,
  isLinked: true,
}

const signInBody = {
  password: 'secret',
  phonenum: '8101',
  autoenteridle: false,
  releasephone: false,
  phonelinkage: true,
}

const list = (...skillIds: readonly number[]) => ({ mode: 'list', skillIds }) as const

describe('requests', () => {
  it.each([
    [
      requests.resetSkills('101', { mode: 'all' }, true),
      'POST /onlineagent/101/resetskill/true?phonelinkage=1',
    ],
    [
      requests.resetSkills('101', { mode: 'all' }, false),
      'POST /onlineagent/101/resetskill/true?phonelinkage=0',
    ],
    [
      requests.resetSkills('101', list(1, 3), true),
      'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=1',
    ],
    [
      requests.resetSkills('101', list(3, 1, 3), false),
      'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0',
    ],
    [
      requests.resetSkills('101', list(), false),
      'POST /onlineagent/101/resetskill/false?skillid=&phonelinkage=0',
    ],
    [requests.setAutoIdle('101', true), 'POST /onlineagent/101/autoenteridle/true'],
    [requests.setAutoIdle('101', false), 'POST /onlineagent/101/autoenteridle/false'],
    [requests.onlineAgents('101'), 'GET /agentgroup/101/allonlineagents'],
    [requests.signOut('101'), 'DELETE /onlineagent/101/logout'],
    [requests.forceSignOut('101'), 'DELETE /onlineagent/101/forcelogout'],
    [requests.pollEvent('101'), 'GET /agentevent/101'],
    [requests.agentStatus('101'), 'GET /onlineagent/101/agentstatus'],
    [requests.sayIdle('101'), 'POST /onlineagent/101/sayfree'],
    [requests.sayBusy('101'), 'POST /onlineagent/101/saybusy'],
    [requests.cancelBusy('101'), 'POST /onlineagent/101/cancelbusy'],
    [requests.enterWrapUp('101'), 'POST /onlineagent/101/work'],
    [requests.cancelWrapUp('101'), 'POST /onlineagent/101/cancelwork'],
    [requests.rest('101', 600, 3), 'POST /onlineagent/101/rest/600/3'],
    [requests.cancelRest('101'), 'POST /onlineagent/101/cancelrest'],
    [requests.configuredSkills('101'), 'GET /onlineagent/101/agentskills'],
    [requests.vdnSkills('101'), 'GET /queuedevice/101/agentvdnskill'],
    [requests.waitingCalls('101', 3), 'GET /calldata/101/waitcallinfo/3'],
    [requests.skillsOfAgent('101', '102'), 'GET /onlineagent/101/agentskillsbyworkno/102'],
    [requests.skillsOfAgent('101', '1/2'), 'GET /onlineagent/101/agentskillsbyworkno/1%2F2'],
    [requests.forceSignOutWithReason('101', 7), 'DELETE /onlineagent/101/forcelogoutwithreason/7'],
    [requests.handshake('101'), 'POST /onlineagent/101/handshake'],
    [requests.heartbeat('101'), 'PUT /onlineagent/101/heartbeat'],
    [requests.sayBusy('101', { reason: 200 }), 'POST /onlineagent/101/saybusy?reason=200'],
    [
      requests.sayBusy('101', { reason: 201, isProlonged: true }),
      'POST /onlineagent/101/saybusy?reason=201&prolong=true',
    ],
    [
      requests.sayBusy('101', { reason: 201, isProlonged: false }),
      'POST /onlineagent/101/saybusy?reason=201',
    ],
    [requests.rest('101', 600, 3, true), 'POST /onlineagent/101/rest/600/3?prolong=true'],
    [requests.rest('101', 600, 3, false), 'POST /onlineagent/101/rest/600/3'],
    [requests.restReasons('101'), 'GET /agentgroup/101/restreason'],
    [requests.setAutoAnswer('101', true), 'POST /onlineagent/101/autoanswer/true'],
    [requests.setAutoAnswer('101', false), 'POST /onlineagent/101/autoanswer/false'],
    [requests.setCustomState('101', 0), 'POST /onlineagent/101/setcustomstate?customstate=0'],
    [requests.customState('101'), 'GET /onlineagent/101/querycustomstate'],
    [requests.cancelCustomState('101'), 'POST /onlineagent/101/cancelsetcustomstate'],
    [
      requests.requestWaitingCall('101', '1663580465-1134', 3),
      'POST /voicecall/101/requestcall/1663580465-1134/0?skillId=3',
    ],
    [requests.agentsOfQueue('101', 3), 'GET /agentgroup/101/agentbyskill/3'],
    [requests.allAgentStatus('101'), 'GET /agentgroup/101/allagentstatus'],
    [requests.callInfo('101'), 'GET /calldata/101/callinfo?isNoContainLastCall=true'],
    [requests.callInfoById('101', '1-1'), 'GET /calldata/101/callinfobycallid/1-1'],
    [requests.dayStatistics('101'), 'GET /calldata/101/statistics'],
    [requests.answerCall('101'), 'PUT /voicecall/101/answer'],
    [requests.answerCall('101', '1-1'), 'PUT /voicecall/101/answer?callid=1-1'],
    [requests.releaseCall('101'), 'DELETE /voicecall/101/release'],
    [requests.holdCall('101'), 'POST /voicecall/101/hold'],
    [requests.retrieveCall('101'), 'POST /voicecall/101/gethold'],
    [requests.retrieveCall('101', '1&2'), 'POST /voicecall/101/gethold?callid=1%262'],
    [requests.mute('101'), 'POST /voicecall/101/beginmute'],
    [requests.unmute('101'), 'POST /voicecall/101/endmute'],
    [requests.sendDigits('101', '12,*%'), 'POST /voicecall/101/seconddial/12%2C*%25'],
    [requests.pickUpPhone('101'), 'POST /voicecall/101/phonepickup'],
    [requests.hangUpPhone('101'), 'POST /voicecall/101/phonehangup'],
    [requests.sayIdle('1/../2?x'), 'POST /onlineagent/1%2F..%2F2%3Fx/sayfree'],
  ])('%#: %j is a request without body', (request, line) => {
    expect(`${request.method} ${request.path}`).toBe(line)
    expect(request.body).toBeNull()
  })

  it.each([
    [requests.signIn(signIn), 'PUT /onlineagent/101', signInBody],
    [requests.forceSignIn(signIn), 'PUT /onlineagent/101/forcelogin', signInBody],
    [
      requests.changePassword('101', 'old', 'new'),
      'POST /onlineagent/101/modifyaccountpwdex',
      { oldPassword: 'old', newPassword: 'new' },
    ],
    [
      requests.transferWaitingCall('101', '1663580465-1134', 2),
      'PUT /calldata/101/assignuserinqueue',
      { callid: '1663580465-1134', skillid: 2 },
    ],
    [requests.queueFigures('101', [1, 2]), 'POST /queuedevice/101/queryacdstat', { skills: [1, 2] }],
    [requests.callOut('101', { called: '5550102' }), 'PUT /voicecall/101/callout', { called: '5550102' }],
    [
      requests.callOut('101', {
        called: '5550102',
        caller: '3001',
        skillId: 2,
        media: 'best',
        appData: 'order 7',
      }),
      'PUT /voicecall/101/callout',
      { called: '5550102', caller: '3001', skillid: 2, mediaability: 2, callappdata: 'order 7' },
    ],
  ])('%#: carries its body', (request, line, body) => {
    expect(`${request.method} ${request.path}`).toBe(line)
    // As it goes over the wire: what was not chosen is not there.
    expect(JSON.parse(JSON.stringify(request.body))).toStrictEqual(body)
  })

  it('says aloud that a phone is hung up after each call', () => {
    expect(requests.signIn({ ...signIn, isAlwaysOffHook: false }).body).toMatchObject({ releasephone: true })
  })

  it('names each interface after the log of the gateway, and never after what was asked', () => {
    expect(requests.resetSkills('101', { mode: 'all' }, true).name).toBe('resetSkill')
    expect(requests.transferWaitingCall('101', '1-1', 2).name).toBe('assignUserInQueue')
    expect(requests.pollEvent('101').name).toBe('getAgentEvent')
    expect(requests.signIn(signIn).name).toBe('login')
  })
})
