import { describe, expect, it } from 'vitest'
import { all, done, guid, run, signIns } from './testing/gateway-calls.ts'
import { answer } from './testing/scripted-transport.ts'

/** Bodies that make no sense for any interface. */
const nonsense: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['cut JSON', '{"message":"success","retcode":"0","result":[{"skillId":1,"agent":[{"wor'],
  ['an HTML page', '<html><body>It works!</body></html>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"success"'],
  ['no code', '{"message":"success","result":[]}'],
  ['a null code', '{"message":"success","retcode":null,"result":[]}'],
  ['a code object', '{"message":"success","retcode":{},"result":[]}'],
]

/** Results of success that make no sense for the interface that has them. */
const wrongResults: readonly (readonly [string, readonly unknown[]])[] = [
  ['configuredSkills', [{}, 'none', 1, true, [1], [{ name: 'Sales' }]]],
  ['vdnSkills', [{}, 'none', 1, true, [1], [{ name: 'Sales' }]]],
  ['waitingCalls', [{ a: 1 }, 'none', 1, true, [1], [{ caller: '1' }]]],
  ['queueFigures', [{}, 'none', 1, true, [1], [{ deviceNo: 1 }]]],
  ['onlineAgents', [{}, 'none', 1, true, [1], [{ skillId: 1, agent: [{}] }], [{ agent: [] }]]],
  ['agentStatus', [null, {}, [], 'idle', 4, [{}, {}], { agentState: 'idle' }]],
  ['skillsOfAgent', [{}, 'none', 1, true, [1], [{ name: 'Sales' }]]],
  ['agentsOfQueue', [{}, 'none', 1, true, [1], [{}], [{ workno: 101, status: 'idle' }], [{ name: 'Ada' }]]],
  ['allAgentStatus', [{}, 'none', 1, true, [1], [{}], [{ workno: 101, status: 'idle' }], [{ name: 'Ada' }]]],
  ['restReasons', [{}, 'none', 1, true, [1], [{ restReason: 'Lunch' }], [{ restReasonId: 'Lunch' }]]],
  ['callInfo', [{ a: 1 }, 'none', 1, true, [1], [{}], { callid: '' }, { callid: '1-1', begintime: 'now' }]],
  ['callInfoById', [{ a: 1 }, 'none', 1, true, [], [{ callid: '1-1' }], { callid: '1-1', endtime: {} }]],
  ['callOut', [{ a: 1 }, true, [], ['1-1'], { callid: '' }]],
  ['customState', [null, {}, [], 'none', 3, { agentcustomstate: '' }, { agentcustomstate: 'open' }]],
  ['dayStatistics', [null, {}, [], 'none', 3, { talktime: 'long' }, { talktime: '' }, { other: 1 }]],
  ['heartbeat', ['text', 1, [], { loginTime: {} }]],
  ['signIn', ['text', 1, [], { timeRemaining: 'soon' }]],
  ['forceSignIn', ['text', 1, [], { timeRemaining: 'soon' }]],
]
const wrongResultCases = wrongResults.flatMap(([name, results]) =>
  results.map((result) => ({ name, result, call: all.find(([each]) => each === name)![1] })),
)

describe('HttpGateway: answers that make no sense', () => {
  it.each(all.flatMap(([name, call]) => nonsense.map(([what, body]) => ({ name, what, call, body }))))(
    '$name calls $what malformed',
    async ({ call, body }) => {
      const { result } = await run(call, answer(body, { headers: { 'Set-GUID': guid } }))
      expect(result).toMatchObject({ ok: false, error: { kind: 'malformed' } })
    },
  )

  it.each(wrongResultCases)('$name calls the result $result malformed', async ({ call, result: wrong }) => {
    const body = { message: 'success', retcode: '0', result: wrong }
    const { result } = await run(call, answer(body, { headers: { 'Set-GUID': guid } }))
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it.each(signIns)('%s without a Guid in the answer is malformed', async (_name, call) => {
    const { result } = await run(call, done)
    expect(result).toEqual({ ok: false, error: { kind: 'malformed', detail: 'no Set-GUID' } })
  })

  it.each(
    all.flatMap(([name, call]) =>
      [204, 302, 401, 403, 404, 500, 502, 503].map((status) => ({ name, call, status })),
    ),
  )('$name leaves HTTP $status without interpretation', async ({ call, status }) => {
    const { result } = await run(call, answer({ message: '', retcode: '0', result: [] }, { status }))
    expect(result).toEqual({ ok: false, error: { kind: 'http-status', status } })
  })
})
