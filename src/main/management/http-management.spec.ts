import { describe, expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import { answer, type ScriptEntry } from '../gateway/testing/scripted-transport.ts'
import { confirmUnbindAll } from './confirm-unbind-all.ts'
import type { HttpManagement } from './http-management.ts'
import type { ManagementError } from './management-api.ts'
import { basePath, connect, startService } from './testing/management-service.ts'

const weights = { agentWeight: 2, skillWeight: 3 }

function confirm(skillId: number) {
  const confirmed = confirmUnbindAll({ skillId, queueName: 'Sales', typedName: 'Sales' })
  if (!confirmed.ok) throw new Error(confirmed.error.code)
  return confirmed.value
}

type Call = (
  management: HttpManagement,
) => Promise<{ readonly ok: boolean; readonly error?: ManagementError }>

const changes: readonly (readonly [string, Call])[] = [
  ['unbindAgents', (management) => management.unbindAgents(3, ['agent102'])],
  ['unbindAll', (management) => management.unbindAll(3, confirm(3))],
  ['bindAgents', (management) => management.bindAgents(3, ['agent102'], weights)],
]
const reads: readonly (readonly [string, Call])[] = [['bindings', (management) => management.bindings(3)]]
const all = [...changes, ...reads]

async function run(call: Call, ...script: readonly ScriptEntry[]) {
  const service = startService(script)
  return { result: await call(connect(service.transport)), ...service }
}

describe('HttpManagement: input that is refused without sending anything', () => {
  it.each<[string, unknown, string]>([
    ['an empty list', [], 'required'],
    ['no list', undefined, 'required'],
    ['a text', 'agent102', 'required'],
    ['an object', { 0: 'agent102', length: 1 }, 'required'],
    ['a hole', new Array(1).concat('agent102'), 'malformed'],
    ['an empty account', ['agent102', ''], 'malformed'],
    ['a number', [102], 'malformed'],
    ['an account of 51 letters', ['x'.repeat(51)], 'malformed'],
  ])('unbindAgents and bindAgents refuse %s', async (_what, accounts, problem) => {
    for (const call of [
      (management) => management.unbindAgents(3, accounts as never),
      (management) => management.bindAgents(3, accounts as never, weights),
    ] satisfies readonly Call[]) {
      const { result, transport } = await run(call)
      expect(result).toEqual({
        ok: false,
        error: { code: 'invalid-input', field: 'accounts', problem, isOutcomeUnknown: false },
      })
      expect(transport.requests).toHaveLength(0)
    }
  })

  it.each([0, -1, 1.5, NaN, '3'])('refuses the queue %s', async (skillId) => {
    const { result, transport } = await run((management) =>
      management.unbindAgents(skillId as number, ['agent102']),
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'skillIds' } })
    expect(transport.requests).toHaveLength(0)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a forged one', { skillId: 3 }],
    ['one for another queue', confirm(2)],
  ])('unbindAll refuses %s for a confirmation', async (_what, confirmation) => {
    const { result, transport } = await run((management) => management.unbindAll(3, confirmation as never))
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'confirmation' } })
    expect(transport.requests).toHaveLength(0)
  })
})

describe('HttpManagement: refusals of the service', () => {
  it.each(all)('%s hands on the reason the service gives', async (_name, call) => {
    const { result } = await run(call, answer({ resultCode: '1', resultMessage: 'no such queue' }))
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'refused',
        reason: 'platform-refused',
        retcode: '1',
        gatewayMessage: 'no such queue',
        isOutcomeUnknown: false,
      },
    })
  })

  it.each(
    all.flatMap(([name, call]) =>
      [
        [400, 'bad-request'],
        [403, 'no-right'],
        [404, 'bad-request'],
        [500, 'platform-refused'],
      ].map(([status, reason]) => ({ name, call, status: Number(status), reason })),
    ),
  )('$name calls HTTP $status $reason', async ({ call, status, reason }) => {
    const { result } = await run(call, answer({ resultCode: '1', resultMessage: 'why' }, { status }))
    const retcode = `HTTP ${status}`
    expect(result).toEqual({
      ok: false,
      error: { code: 'refused', reason, retcode, gatewayMessage: 'why', isOutcomeUnknown: false },
    })
  })

  it('keeps the secret and the token out of what the service echoes', async () => {
    const { result } = await run(
      (management) => management.bindings(3),
      answer({ resultCode: '1', resultMessage: 'token-1 of demo-secret has no right' }),
    )
    expect(result).toMatchObject({ error: { gatewayMessage: '••• of ••• has no right' } })
  })
})

describe('HttpManagement: what is known without an answer', () => {
  const nonsense = [
    '',
    '[]',
    'null',
    '<html></html>',
    '{}',
    '{"resultMessage":"success"}',
    '{"resultCode":null}',
  ]

  it.each(changes.flatMap(([name, call]) => nonsense.map((body) => ({ name, call, body }))))(
    '$name does not know the outcome of $body',
    async ({ call, body }) => {
      expect((await run(call, answer(body))).result).toEqual({
        ok: false,
        error: { code: 'malformed-answer', isOutcomeUnknown: true },
      })
    },
  )

  it.each(nonsense)('bindings makes no list of %s', async (body) => {
    expect((await run((management) => management.bindings(3), answer(body))).result).toEqual({
      ok: false,
      error: { code: 'malformed-answer', isOutcomeUnknown: false },
    })
  })

  it.each<[string, ScriptEntry, string, boolean]>([
    ['a time-out', err({ kind: 'timed-out' }), 'timed-out', true],
    ['a cut', err({ kind: 'cut' }), 'outcome-unknown', true],
    ['an endless body', err({ kind: 'too-large' }), 'malformed-answer', true],
    ['HTTP 502', answer('', { status: 502 }), 'malformed-answer', true],
    ['being aborted under way', err({ kind: 'aborted', wasSent: true }), 'superseded', true],
    ['being aborted before', err({ kind: 'aborted', wasSent: false }), 'superseded', false],
    ['no connection', err({ kind: 'unreachable', detail: 'ECONNREFUSED' }), 'unreachable', false],
    [
      'a wrong certificate',
      err({ kind: 'untrusted-certificate', detail: 'X' }),
      'untrusted-certificate',
      false,
    ],
  ])('a change after %s', async (_what, script, code, isOutcomeUnknown) => {
    for (const [, call] of changes) {
      const { result, calls } = await run(call, script)
      expect(result).toMatchObject({ ok: false, error: { code, isOutcomeUnknown } })
      expect(calls()).toHaveLength(1)
    }
  })

  it('a query leaves nothing in doubt', async () => {
    const scripts: readonly ScriptEntry[] = [
      err({ kind: 'cut' }),
      err({ kind: 'timed-out' }),
      answer('', { status: 502 }),
    ]
    for (const script of scripts) {
      const { result } = await run((management) => management.bindings(3), script)
      expect(result).toMatchObject({ ok: false, error: { isOutcomeUnknown: false } })
    }
  })
})

describe('HttpManagement: requests', () => {
  const headers = {
    'Content-Type': 'application/json; charset=UTF-8',
    'x-app-key': 'demo',
    Authorization: 'Bearer token-1',
  }

  it.each<[string, Call, string, string]>([
    [
      'unbinds one account',
      (management) => management.unbindAgents(3, ['agent102']),
      'releaseAgentBySkillId',
      '{"skillId":3,"userAccounts":["agent102"]}',
    ],
    [
      'unbinds everyone after confirmation',
      (management) => management.unbindAll(3, confirm(3)),
      'releaseAgentBySkillId',
      '{"skillId":3,"userAccounts":[]}',
    ],
    [
      'binds several with weights',
      (management) => management.bindAgents(3, ['agent102', 'agent103'], weights),
      'addSkillsToAgent',
      '{"userAccounts":["agent102","agent103"],"skillId":3,"agentWeight":2,"skillWeight":3}',
    ],
  ])('%s', async (_what, call, name, body) => {
    const { result, calls } = await run(call)
    expect(result).toEqual({ ok: true, value: null })
    expect(calls()).toMatchObject([{ method: 'POST', path: `${basePath}/${name}`, headers, body }])
  })

  it('takes a number for the result code', async () => {
    expect((await run(changes[0]![1], answer({ resultCode: 0 }))).result).toEqual({ ok: true, value: null })
  })

  it('sends the list as it was when it was asked, though it is emptied meanwhile', async () => {
    const accounts: [string, ...string[]] = ['agent102', 'agent103']
    const { calls } = await run((management) => {
      const unbinding = management.unbindAgents(3, accounts)
      accounts.length = 0
      return unbinding
    })
    expect(calls().map(({ body }) => body)).toEqual(['{"skillId":3,"userAccounts":["agent102","agent103"]}'])
  })

  it('sends the list that was checked, though it reads empty the second time', async () => {
    let isRead = false
    const fickle = new Proxy(['agent102'], {
      get(list, key, receiver) {
        if (key === '0') isRead = true
        return isRead && key === 'length' ? 0 : (Reflect.get(list, key, receiver) as unknown)
      },
    })
    const { calls } = await run((management) => management.unbindAgents(3, fickle as [string]))
    expect(calls().map(({ body }) => body)).toEqual(['{"skillId":3,"userAccounts":["agent102"]}'])
  })
})
