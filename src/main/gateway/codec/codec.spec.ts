import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { agentStatusSchema, readAgentState } from './agent-state-codec.ts'
import { queueFiguresSchema, waitingCallsSchema } from './queue-codec.ts'
import { count, countOrNotSaid, flag, identifier, text, timestamp, wholeNumber } from './scalars.ts'
import { signInSchema } from './sign-in-codec.ts'
import { skillQueuesSchema } from './skills-codec.ts'

/** One case per value; a bare list would be taken for the arguments of a case. */
const results = (...values: readonly unknown[]) => values.map((result) => ({ result }))

const refused = Symbol('refused')

function read(schema: v.GenericSchema<unknown, unknown>, value: unknown): unknown {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : refused
}

describe('scalars', () => {
  it.each<[string, v.GenericSchema<unknown, unknown>, readonly unknown[]]>([
    [
      'wholeNumber',
      wholeNumber,
      ['', 'x', '1x', '0x10', '1e3', 1.5, '1.5', NaN, 2 ** 60, null, undefined, true, [], {}],
    ],
    ['count', count, ['', 'x', -1, '-1', NaN, Infinity, null, undefined, false, [1]]],
    ['countOrNotSaid', countOrNotSaid, ['x', NaN, true, [], {}]],
    ['identifier', identifier, ['', '  ', null, undefined, NaN, true, [], {}]],
    ['text', text, [true, [], {}]],
    ['flag', flag, ['', 'yes', 2, null, undefined, [], {}]],
    ['timestamp', timestamp, ['x', true, [], {}]],
  ])('%s refuses what it cannot be', (_name, schema, values) => {
    expect(values.map((value) => read(schema, value))).toEqual(values.map(() => refused))
  })

  it.each<[string, v.GenericSchema<unknown, unknown>, unknown, unknown]>([
    ['wholeNumber', wholeNumber, 5, 5],
    ['wholeNumber', wholeNumber, ' 5 ', 5],
    ['wholeNumber', wholeNumber, '007', 7],
    ['wholeNumber', wholeNumber, '-1', -1],
    ['wholeNumber', wholeNumber, '5.0', 5],
    ['count', count, '12.9', 12],
    ['countOrNotSaid', countOrNotSaid, -1, null],
    ['countOrNotSaid', countOrNotSaid, ' ', null],
    ['countOrNotSaid', countOrNotSaid, null, null],
    ['countOrNotSaid', countOrNotSaid, undefined, null],
    ['identifier', identifier, 101, '101'],
    ['identifier', identifier, ' 101 ', '101'],
    ['text', text, null, ''],
    ['text', text, 88880026, '88880026'],
    ['flag', flag, 'True', true],
    ['flag', flag, 'false', false],
    ['flag', flag, 1, true],
    ['flag', flag, '0', false],
    ['timestamp', timestamp, '1616510142000', 1_616_510_142_000],
    ['timestamp', timestamp, 0, null],
    ['timestamp', timestamp, null, null],
  ])('%s reads %#', (_name, schema, value, output) => {
    expect(read(schema, value)).toBe(output)
  })
})

describe('agentStatusSchema', () => {
  it.each(
    results(
      null,
      undefined,
      {},
      [],
      'idle',
      4,
      { isWorking: true },
      { agentState: 'idle' },
      { agentState: null },
    ),
  )('refuses $result', ({ result }) => {
    expect(read(agentStatusSchema, result)).toBe(refused)
  })

  it('refuses the states of two agents', () => {
    expect(read(agentStatusSchema, [{ agentState: 4 }, { agentState: 3 }])).toBe(refused)
  })

  it.each([
    [
      { agentState: 4, isWorking: false },
      { state: 'idle', isInCall: false },
    ],
    [
      { agentState: '7', isWorking: 'true' },
      { state: 'talking', isInCall: true },
    ],
    [[{ agentState: 5, isWorking: false }], { state: 'wrap-up', isInCall: false }],
    [{ agentState: 7 }, { state: 'talking', isInCall: true }],
    [{ agentState: 3 }, { state: 'busy', isInCall: false }],
    [
      { agentState: 99, isWorking: true },
      { state: 'unknown', isInCall: true },
    ],
  ])('reads %j', (result, output) => {
    expect(read(agentStatusSchema, result)).toEqual(output)
  })
})

describe('readAgentState', () => {
  it.each([
    [0, 'unknown'],
    [1, 'unknown'],
    [2, 'signed-out'],
    [3, 'busy'],
    [4, 'idle'],
    [5, 'wrap-up'],
    [6, 'idle'],
    [7, 'talking'],
    [8, 'rest'],
    [9, 'rest-requested'],
    [10, 'unknown'],
    [-1, 'unknown'],
  ])('status %i is %s whatever the platform says', (status, state) => {
    expect(readAgentState(status, 7)).toBe(state)
  })

  it.each([
    [0, 'signed-out'],
    [1, 'idle'],
    [2, 'talking'],
    [3, 'talking'],
    [4, 'talking'],
    [5, 'talking'],
    [6, 'wrap-up'],
    [7, 'busy'],
    [8, 'rest'],
    [9, 'unknown'],
    [null, 'unknown'],
  ])('platform status %s alone is %s', (ctiStatus, state) => {
    expect(readAgentState(null, ctiStatus)).toBe(state)
  })
})

describe('signInSchema', () => {
  it.each(results('text', 7, [], { isForceChange: 'perhaps' }, { timeRemaining: 'soon' }, { loginTime: {} }))(
    'refuses $result',
    ({ result }) => {
      expect(read(signInSchema, result)).toBe(refused)
    },
  )

  const nothingSaid = { loginTime: null, vdn: null, isPasswordChangeForced: false, passwordDaysLeft: null }

  it.each(results(null, undefined, {}, { vdnid: '', loginTime: '', timeRemaining: '', isForceChange: '' }))(
    'reads $result as nothing said',
    ({ result }) => {
      expect(read(signInSchema, result)).toEqual(nothingSaid)
    },
  )

  it('reads the fields of a sign-in, strings and numbers alike', () => {
    const said = { loginTime: '1700000000000', vdn: '1', isPasswordChangeForced: true, passwordDaysLeft: 9 }
    const fields = { vdnid: 1, workno: '291', mediatype: 'TTF', serverName: 'AgentGateway' }
    expect(
      read(signInSchema, {
        ...fields,
        loginTime: '1700000000000',
        isForceChange: 'true',
        timeRemaining: '9',
      }),
    ).toEqual(said)
    expect(
      read(signInSchema, { vdnid: '1', loginTime: 1_700_000_000_000, isForceChange: true, timeRemaining: 9 }),
    ).toEqual(said)
  })
})

describe('skillQueuesSchema', () => {
  it.each(
    results({}, 'none', 0, [null], [[]], [{ name: 'Sales' }], [{ id: 'x', name: 'Sales' }], [{ id: 1 }, {}]),
  )('refuses $result', ({ result }) => {
    expect(read(skillQueuesSchema, result)).toBe(refused)
  })

  it.each(results(null, undefined, []))('reads $result as no queues', ({ result }) => {
    expect(read(skillQueuesSchema, result)).toEqual([])
  })

  it('reads names, ids and media types', () => {
    expect(
      read(skillQueuesSchema, [
        { name: 'Sales', id: '3', mediatype: '5', serviceType: 0, realFlag: 1 },
        { id: 5, name: null, mediatype: null },
      ]),
    ).toEqual([
      { id: 3, name: 'Sales', mediaType: 5 },
      { id: 5, name: '', mediaType: null },
    ])
  })
})

describe('waitingCallsSchema', () => {
  const call = {
    callfeature: 0,
    callid: '1663580465-1134',
    caller: 13_800_000_001,
    called: '95588',
    callskill: 'Sales',
    callskillid: 3,
    orgicallednum: null,
    calldata: '',
    begintime: 1_663_580_465_000,
    endtime: null,
    userPriority: 0,
    trunkNo: 1,
    logontimes: 42,
    mediaType: 5,
  }
  const schema = waitingCallsSchema(3)

  it.each(
    results(
      'none',
      0,
      { a: 1 },
      [null],
      [{}],
      [{ ...call, callid: '' }],
      [{ ...call, callid: undefined }],
      [{ ...call, callskillid: 'Sales' }],
      [{ ...call, begintime: null, logontimes: null }],
      [call, { ...call, logontimes: 'long' }],
    ),
  )('refuses %#', ({ result }) => {
    expect(read(schema, result)).toBe(refused)
  })

  it.each(results(null, undefined, [], {}))('reads $result as an empty queue', ({ result }) => {
    expect(read(schema, result)).toEqual([])
  })

  it('reads a call', () => {
    expect(read(schema, [call])).toEqual([
      {
        callId: '1663580465-1134',
        skillId: 3,
        caller: '13800000001',
        called: '95588',
        enteredAt: 1_663_580_465_000,
        waitedSeconds: 42,
        priority: 0,
        mediaType: 5,
      },
    ])
  })

  it('takes the queue that was asked for when the call does not name one', () => {
    const unnamed = { callid: 17, begintime: '1663580465000' }
    expect(read(schema, [unnamed])).toEqual([
      {
        callId: '17',
        skillId: 3,
        caller: '',
        called: '',
        enteredAt: 1_663_580_465_000,
        waitedSeconds: 0,
        priority: null,
        mediaType: null,
      },
    ])
  })
})

describe('queueFiguresSchema', () => {
  const figures = { deviceNo: '1', queueSize: 2, queueTime: '35', loggedOnAgents: 3, availAgents: '0' }

  it.each(
    results(
      {},
      'none',
      [{}],
      [{ ...figures, deviceNo: null }],
      [{ ...figures, queueSize: -1 }],
      [{ ...figures, queueTime: null }],
      [{ ...figures, availAgents: 'some' }],
    ),
  )('refuses %#', ({ result }) => {
    expect(read(queueFiguresSchema, result)).toBe(refused)
  })

  it('reads figures; an empty queue need not say how long its oldest call has waited', () => {
    expect(
      read(queueFiguresSchema, [figures, { ...figures, deviceNo: 2, queueSize: '0', queueTime: null }]),
    ).toEqual([
      { skillId: 1, waitingCalls: 2, longestWaitSeconds: 35, agentsOn: 3, agentsFree: 0 },
      { skillId: 2, waitingCalls: 0, longestWaitSeconds: 0, agentsOn: 3, agentsFree: 0 },
    ])
  })
})
