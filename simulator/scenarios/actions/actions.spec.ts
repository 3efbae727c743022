import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../assemble.ts'
import { openDesk } from '../../testing/world-fixture.ts'
import { ManualClock } from '../../world/clock.ts'
import { presentAgent, type World } from '../../world/world.ts'
import { parseScenario } from '../load-scenario.ts'
import type { Stage } from './action.ts'
import { ACTIONS, boundAction } from './actions.ts'

/** A world with agent 101 at his desk, free for calls, and what actions work on. */
function useStage() {
  const clock = new ManualClock()
  let lastGuid = 0
  const { simulation, faults } = assemble(
    { colleagues: 0, timing: { offerMs: [0, 0], talkMs: [60_000, 60_000] } },
    { clock, newGuid: () => `guid-${(lastGuid += 1)}`, newToken: () => 'token' },
  )
  simulation.run((world) => openDesk(world, '101', { phoneLinkage: true }))
  const stage: Stage = { simulation, faults, calls: new Map(), faultIds: new Map(), agentId: '101' }
  const act = (action: unknown): string => {
    const result = v.parse(boundAction, action).run(stage)
    clock.advance(100)
    return result.ok ? 'done' : result.problem
  }
  return { stage, act, world: simulation.world }
}

const stateOf = (world: World, id = '101'): string => presentAgent(world, id)?.presence.state.name ?? 'out'
const CALL = { type: 'offer-call', skillId: 1 }

describe('refused in the world', () => {
  it.each<[action: object, problem: RegExp, before?: object]>([
    [{ type: 'place-call', skillId: 99 }, /no skill queue 99/],
    [{ type: 'hang-up', call: 'never' }, /"never" is over/],
    [CALL, /talking, not idle/, CALL],
    [{ type: 'offer-call', agent: '102' }, /102 is not signed in/],
    [{ type: 'release-call' }, /has no call/],
    [{ type: 'kick', agent: '999' }, /no agent 999/],
    [{ type: 'force-state', state: 'busy' }, /in a call/, CALL],
    [{ type: 'decide-rest', isGranted: true }, /not asked/],
    [{ type: 'skills', agent: '102', skillIds: [1] }, /102 is not signed in/],
    [{ type: 'configure', agent: '999', isLocked: true }, /no agent 999/],
    [{ type: 'colleagues', agents: ['101'], are: 'off' }, /by a client/],
    [{ type: 'colleagues', agents: ['999'], are: 'on' }, /no agent 999/],
    [{ type: 'bind', skillId: 99, accounts: ['agent101'] }, /99 does not exist/],
    [{ type: 'unbind', skillId: 1, accounts: ['nobody'] }, /nobody does not exist/],
    [{ type: 'phone', agent: '102', event: 'onhook' }, /102 is not signed in/],
    [{ type: 'phone-key', key: 'hold' }, /talks to nobody/],
    [{ type: 'phone-dial', key: 'transfer', number: '5550100' }, /talks to nobody/],
    [{ type: 'wrap-up-limit', skillId: 99, limit: 5 }, /no queue 99/],
  ])('%j', (action, problem, before) => {
    const { act } = useStage()
    if (before !== undefined) expect(act(before)).toBe('done')
    expect(act(action)).toMatch(problem)
  })
})

describe('done', () => {
  it.each<
    [action: object, seen: (world: World, stage: Stage) => unknown, expected: unknown, before?: object]
  >([
    [{ type: 'place-call', skillId: 5, name: 'chat' }, (_, stage) => stage.calls.get('chat')?.skillId, 5],
    [
      { type: 'hang-up', call: 'chat' },
      (world) => world.calls.size,
      0,
      { type: 'place-call', skillId: 5, name: 'chat' },
    ],
    [CALL, (world) => stateOf(world), 'talking'],
    [{ type: 'release-call', by: 'agent' }, (world) => stateOf(world), 'idle', CALL],
    [{ type: 'kick', by: 'silence' }, (world) => stateOf(world), 'out'],
    [{ type: 'force-state', state: 'work' }, (world) => stateOf(world), 'work'],
    [
      { type: 'skills', skillIds: [2] },
      (world) => [...(presentAgent(world, '101')?.presence.skills ?? [])],
      [2],
    ],
    [{ type: 'configure', isInspector: true }, (world) => world.agents.get('101')?.traits.isInspector, true],
    [{ type: 'colleagues', agents: ['104'], are: 'on' }, (world) => stateOf(world, '104'), 'idle'],
    [
      { type: 'colleagues', agents: ['104'], are: 'off' },
      (world) => stateOf(world, '104'),
      'out',
      { type: 'colleagues', agents: ['104'], are: 'on' },
    ],
    [
      { type: 'bind', skillId: 4, accounts: ['agent101'], agentWeight: 3 },
      (world) => world.agents.get('101')?.bindings.get(4)?.agentWeight,
      3,
    ],
    [
      { type: 'unbind', skillId: 4, accounts: ['agent101'] },
      (world) => world.agents.get('101')?.bindings.has(4),
      false,
    ],
    [
      { type: 'phone', event: 'offline' },
      (world) => presentAgent(world, '101')?.presence.isPhoneOnline,
      false,
    ],
    [{ type: 'phone-key', key: 'hold' }, (world) => [...world.calls.values()][0]?.isHeld, true, CALL],
    [{ type: 'phone-dial', key: 'call-out', number: '5550100' }, (world) => world.calls.size, 1],
    [
      { type: 'number', number: '5550199', isAnswered: false },
      (world) => [...world.unansweredNumbers],
      ['5550199'],
    ],
    [{ type: 'rest-rules', quota: 1 }, (world) => world.rules.restQuota, 1],
    [{ type: 'wrap-up-limit', skillId: 1, limit: '00:20' }, (world) => world.wrapUpLimits.get(1), 20_000],
    [{ type: 'switch-over', lasts: 5, outcome: 'lost' }, (world) => world.switchOver?.outcome, 'lost'],
    [{ type: 'add-fault', action: { type: 'hang' } }, (_, { faults }) => faults.list().length, 1],
    [
      { type: 'remove-faults', fault: 'dead' },
      (_, { faults }) => faults.list().length,
      0,
      { type: 'add-fault', action: { type: 'hang' }, name: 'dead' },
    ],
    [{ type: 'note', text: 'hello' }, (world) => stateOf(world), 'idle'],
  ])('%j', (action, seen, expected, before) => {
    const { act, stage, world } = useStage()
    if (before !== undefined) expect(act(before)).toBe('done')
    expect(act(action)).toBe('done')
    expect(seen(world, stage)).toEqual(expected)
  })

  it('a waiting rest is decided', () => {
    const { act, world } = useStage()
    act({ type: 'rest-rules', isApprovalNeeded: true })
    const presence = presentAgent(world, '101')?.presence
    if (presence === undefined) throw new Error('agent 101 is not there')
    presence.note = { name: 'rest', reason: 0, durationMs: 60_000 }
    expect(act({ type: 'decide-rest', isGranted: true })).toBe('done')
    expect(stateOf(world)).toBe('rest')
  })
})

describe('the guide', () => {
  const guide = readFile(new URL('../../README.md', import.meta.url), 'utf8')

  it('names every action', async () => {
    const text = await guide
    expect(ACTIONS.filter(({ type }) => !text.includes(`\`${type}\``)).map(({ type }) => type)).toEqual([])
  })

  it('shows a scenario that can be played', async () => {
    const example = /```json\n(\{\n {2}"name": "monday"[\s\S]*?)```/.exec(await guide)?.[1] ?? ''
    expect(parseScenario(example, 'monday.json')).toMatchObject({ scenario: { name: 'monday' } })
  })
})
