import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallPhase } from '../../shared/domain/call.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { changesSince, memoOf } from './absence-report.ts'
import { newCall, type CallFacts } from './call-facts.ts'
import { initialDeskState, type DeskState } from './desk-state.ts'
import { agentStateLens, changed, linkageLens } from './line-lenses.ts'

const blank = initialDeskState(
  { gatewayAddress: '', caFile: '', agentId: '', phone: '', isAlwaysOffHook: true, demoPassword: null },
  { managementAddress: '', hasCredentials: false, demoAppKey: null, demoAppSecret: null, receipts: [] },
)
const all = { state: true, queues: true }
const present = (caller: string, phase: CallPhase = 'talking'): CallFacts => ({
  ...newCall(phase, 1),
  callId: `c-${caller}`,
  caller,
})

function desk(facts: {
  state?: AgentState
  skillIds?: readonly number[]
  call?: CallFacts
  isLinked?: boolean
}): DeskState {
  const { state = 'busy', skillIds, call = null, isLinked } = facts
  const withState = changed(agentStateLens, { type: 'seen', value: state, by: 'event', at: 1 })(blank)
  const withCall = { ...withState, call }
  const withSkills =
    skillIds === undefined
      ? withCall
      : {
          ...withCall,
          skills: { ...withCall.skills, seen: { value: skillIds, at: 1, by: 'roster' as const } },
        }
  return isLinked === undefined
    ? withSkills
    : changed(linkageLens, { type: 'seen', value: isLinked, by: 'event', at: 1 })(withSkills)
}

const ringing = (caller: string | null): GatewayEvent => ({
  type: 'ringing',
  callId: null,
  caller,
  isAutoAnswer: false,
})
const released: GatewayEvent = { type: 'call-released', callId: null, by: 'customer' }
const noAnswer: GatewayEvent = { type: 'no-answer', callId: null }

describe('changesSince', () => {
  it('says nothing when nothing is different', () => {
    const same = desk({ skillIds: [1], isLinked: true, call: present('1') })
    expect(changesSince(memoOf(same), [], same, all)).toEqual([])
  })

  it('says nothing about what was not known before, or could not be read', () => {
    const now = desk({ state: 'idle', skillIds: [2] })
    expect(changesSince(memoOf(blank), [], now, all)).toEqual([])
    const before = memoOf(desk({ skillIds: [1], call: present('1') }))
    expect(changesSince(before, [], now, { state: false, queues: false })).toEqual([])
  })

  it.each([
    ['by itself', [], false],
    ['by an inspector', [{ type: 'idle', isForced: true, name: 'AgentState_Force_Ready' }], true],
    ['by an inspector to something else before', [{ type: 'busy', isForced: true, reason: 3 }], false],
  ] as const)('a state that changed %s', (_name, events, isForced) => {
    expect(changesSince(memoOf(desk({})), events, desk({ state: 'idle' }), all)).toEqual([
      { kind: 'agent-state', before: 'busy', after: 'idle', isForced },
    ])
  })

  it.each<[string, CallFacts | undefined, readonly GatewayEvent[], CallFacts | undefined, readonly object[]]>(
    [
      ['ended unseen', present('1'), [], undefined, [{ kind: 'call-ended', caller: '1' }]],
      ['ended by an event', present('1'), [released], undefined, [{ kind: 'call-ended', caller: '1' }]],
      ['began unseen', undefined, [], present('2'), [{ kind: 'call-began', caller: '2' }]],
      ['rang and is on', undefined, [ringing('2')], present('2'), [{ kind: 'call-began', caller: '2' }]],
      [
        'rang and was missed',
        undefined,
        [ringing('2'), noAnswer],
        undefined,
        [{ kind: 'call-missed', caller: '2' }],
      ],
      [
        'was missed without a number',
        undefined,
        [noAnswer],
        undefined,
        [{ kind: 'call-missed', caller: null }],
      ],
      [
        'rang before and is gone',
        present('1', 'ringing'),
        [],
        undefined,
        [{ kind: 'call-missed', caller: '1' }],
      ],
      [
        'rang, and the caller gave up',
        undefined,
        [ringing('2'), released],
        undefined,
        [{ kind: 'call-missed', caller: '2' }],
      ],
      ['goes on', present('1'), [], present('1'), []],
      [
        'ended, and another began',
        present('1'),
        [released, ringing('2')],
        present('2'),
        [
          { kind: 'call-ended', caller: '1' },
          { kind: 'call-began', caller: '2' },
        ],
      ],
      [
        'came and went within the gap',
        undefined,
        [ringing('2'), { type: 'talking', callId: null, caller: null }, released],
        undefined,
        [{ kind: 'call-ended', caller: '2' }],
      ],
    ],
  )('a call that %s', (_name, before, events, after, changes) => {
    const [was, is] = [desk(before ? { call: before } : {}), desk(after ? { call: after } : {})]
    expect(changesSince(memoOf(was), events, is, all)).toEqual(changes)
  })

  it('queues and linkage, lost and gained', () => {
    const was = memoOf(desk({ skillIds: [1, 2], isLinked: true }))
    expect(changesSince(was, [], desk({ skillIds: [2, 3], isLinked: false }), all)).toEqual([
      { kind: 'queues-lost', skillIds: [1] },
      { kind: 'queues-gained', skillIds: [3] },
      { kind: 'linkage-lost' },
    ])
  })
})
