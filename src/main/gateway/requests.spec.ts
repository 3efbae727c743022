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
    [requests.sayIdle('1/../2?x'), 'POST /onlineagent/1%2F..%2F2%3Fx/sayfree'],
  ])('%#: %j is a request without body', (request, line) => {
    expect(`${request.method} ${request.path}`).toBe(line)
    expect(request.body).toBeNull()
  })

  it.each([
    [requests.signIn(signIn), 'PUT', '/onlineagent/101', signInBody],
    [requests.forceSignIn(signIn), 'PUT', '/onlineagent/101/forcelogin', signInBody],
    [
      requests.transferWaitingCall('101', '1663580465-1134', 2),
      'PUT',
      '/calldata/101/assignuserinqueue',
      { callid: '1663580465-1134', skillid: 2 },
    ],
    [requests.queueFigures('101', [1, 2]), 'POST', '/queuedevice/101/queryacdstat', { skills: [1, 2] }],
  ])('%#: carries its body', (request, method, path, body) => {
    expect(request).toEqual({ method, path, body })
  })

  it('says aloud that a phone is hung up after each call', () => {
    expect(requests.signIn({ ...signIn, isAlwaysOffHook: false }).body).toMatchObject({ releasephone: true })
  })
})
