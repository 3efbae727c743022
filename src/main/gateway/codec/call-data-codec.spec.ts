import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { callInfoSchema, dayStatisticsSchema, presentCallsSchema } from './call-data-codec.ts'
import { customStateSchema } from './custom-state-codec.ts'
import { restReasonsSchema } from './rest-reasons-codec.ts'
import { heartbeatSchema } from './sign-in-codec.ts'
import { callOutSchema } from './voice-codec.ts'

/** One case per value; a bare list would be taken for the arguments of a case. */
const results = (...values: readonly unknown[]) => values.map((result) => ({ result }))

const refused = Symbol('refused')

function read(schema: v.GenericSchema<unknown, unknown>, value: unknown): unknown {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : refused
}

/** Fields of a call object as a public client reads them. */
const call = {
  called: '95588',
  caller: '13800000001',
  callid: '1700000001-11',
  calldata: '',
  orgicallednum: null,
  callfeature: 0,
  callskill: 'Billing',
  callskillid: 1,
  begintime: 1_700_000_001_000,
  endtime: null,
}
const info = {
  callId: '1700000001-11',
  caller: '13800000001',
  called: '95588',
  callSkillId: 1,
  feature: 0,
  beganAt: 1_700_000_001_000,
  endedAt: null,
}

describe('presentCallsSchema', () => {
  it.each(
    results(
      'none',
      0,
      { a: 1 },
      [null],
      [{}],
      { ...call, callid: '' },
      { ...call, callskillid: 'Billing' },
      { ...call, begintime: 'now' },
      { ...call, caller: {} },
      [call, { ...call, callfeature: 'incoming' }],
    ),
  )('refuses %#', ({ result }) => {
    expect(read(presentCallsSchema, result)).toBe(refused)
  })

  it.each(results(null, undefined, [], {}, { ...call, endtime: 1_700_000_009_000 }))(
    'finds no present call in $result',
    ({ result }) => {
      expect(read(presentCallsSchema, result)).toEqual([])
    },
  )

  it('reads one call, and several', () => {
    const other = { ...call, callid: 17, callskillid: '0', caller: '', callfeature: '7', begintime: null }
    expect(read(presentCallsSchema, call)).toEqual([info])
    expect(read(presentCallsSchema, [call, other])).toEqual([
      info,
      { ...info, callId: '17', callSkillId: null, caller: '', feature: 7, beganAt: null },
    ])
  })
})

describe('callInfoSchema', () => {
  it.each(results('none', 0, [], [call], { a: 1 }, { ...call, callid: null }))(
    'refuses $result',
    ({ result }) => {
      expect(read(callInfoSchema, result)).toBe(refused)
    },
  )

  it.each(results(null, undefined, {}))('reads $result as "no data"', ({ result }) => {
    expect(read(callInfoSchema, result)).toBeNull()
  })

  it('reads a call that has ended', () => {
    expect(read(callInfoSchema, { ...call, endtime: '1700000009000' })).toEqual({
      ...info,
      endedAt: 1_700_000_009_000,
    })
  })
})

describe('dayStatisticsSchema', () => {
  it.each(results(null, undefined, {}, [], 'none', 1, { talktime: 'long' }, { talktime: -1 }))(
    'refuses $result',
    ({ result }) => {
      expect(read(dayStatisticsSchema, result)).toBe(refused)
    },
  )

  it('reads every figure, each by its own name', () => {
    const names =
      'talktime answernums noanswernums calloutnums intercallnums interhelpnums transfernums transferoutnums ' +
      'transferivrnums redirectnums keepnums agentrelease busynums busytime restnums resttime restoutnums restouttime'
    const written = Object.fromEntries(names.split(' ').map((name, nth) => [name, String(nth)]))
    expect(read(dayStatisticsSchema, written)).toEqual({
      talkSeconds: 0,
      answeredCalls: 1,
      unansweredCalls: 2,
      callOuts: 3,
      internalCalls: 4,
      consultations: 5,
      transfers: 6,
      transfersOut: 7,
      transfersToIvr: 8,
      redirects: 9,
      holds: 10,
      releasedByAgent: 11,
      busyTimes: 12,
      busySeconds: 13,
      rests: 14,
      restSeconds: 15,
      overrunRests: 16,
      overrunRestSeconds: 17,
    })
  })

  it('leaves open what a release does not count', () => {
    expect(read(dayStatisticsSchema, { talktime: 90 })).toMatchObject({
      talkSeconds: 90,
      answeredCalls: null,
    })
  })
})

describe('callOutSchema', () => {
  it.each(results(true, [], ['1-1'], { a: 1 }, { callid: '' }, { callid: {} }))(
    'refuses $result',
    ({ result }) => {
      expect(read(callOutSchema, result)).toBe(refused)
    },
  )

  it.each<[unknown, string | null]>([
    ['1700000001-13', '1700000001-13'],
    [17, '17'],
    [{ callid: '1-3', more: 1 }, '1-3'],
    [{}, null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('reads %j', (result, callId) => {
    expect(read(callOutSchema, result)).toBe(callId)
  })
})

describe('customStateSchema', () => {
  it.each(results(null, {}, [], 3, 'none', { agentcustomstate: '' }, { agentcustomstate: 'open' }))(
    'refuses $result',
    ({ result }) => {
      expect(read(customStateSchema, result)).toBe(refused)
    },
  )

  it.each([
    ['65535', null],
    [65_535, null],
    ['0', 0],
    [65_534, 65_534],
  ])('reads %j as %j', (agentcustomstate, output) => {
    expect(read(customStateSchema, { agentcustomstate })).toBe(output)
  })
})

describe('restReasonsSchema', () => {
  it.each(results({}, 'none', [null], [{ restReason: 'Lunch' }], [{ restReasonId: 'x', restReason: 'y' }]))(
    'refuses $result',
    ({ result }) => {
      expect(read(restReasonsSchema, result)).toBe(refused)
    },
  )

  it('reads reasons; one without text keeps its number', () => {
    expect(
      read(restReasonsSchema, [{ restReason: 'Lunch', restReasonId: '1' }, { restReasonId: 2 }]),
    ).toEqual([
      { id: 1, text: 'Lunch' },
      { id: 2, text: '' },
    ])
  })
})

describe('heartbeatSchema', () => {
  it.each(results('text', 1, [], { loginTime: {} }))('refuses $result', ({ result }) => {
    expect(read(heartbeatSchema, result)).toBe(refused)
  })

  it.each<[unknown, string | null]>([
    [{ loginTime: 17 }, '17'],
    [{ loginTime: '' }, null],
    [{}, null],
    [null, null],
  ])('reads %j', (result, loginTime) => {
    expect(read(heartbeatSchema, result)).toEqual({ loginTime })
  })
})
