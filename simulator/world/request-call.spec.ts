import { describe, expect, it } from 'vitest'
import { conversation, live, openDesk, placedCall, quietWorld, type Desk } from '../testing/world-fixture.ts'
import { sayRest } from './agent-state.ts'
import { releaseCall } from './release.ts'
import { requestCall } from './request-call.ts'
import type { World } from './world.ts'

describe('requestcall', () => {
  it.each<[why: string, skillId: number | null, prepare: (world: World, desk: Desk) => unknown]>([
    ['the call is in another queue', 2, () => undefined],
    [
      'the caller has gone',
      1,
      (world) => [...world.calls.values()].map((call) => releaseCall(world, call, 'caller')),
    ],
    [
      'the agent rests',
      null,
      (world, { agent, presence }) =>
        sayRest(world, agent, presence, { reason: 0, durationMs: 1000, isProlonged: false }),
    ],
  ])('is refused when %s: 100-007', (_why, skillId, prepare) => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { status: 'busy' }, [1])
    const call = placedCall(world)
    prepare(world, desk)
    expect(requestCall(world, desk, call.callid, skillId)).toMatchObject({ refusal: { retcode: '100-007' } })
  })

  it('is refused for a chat, and in a call', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { status: 'busy' }, [1])
    const chat = placedCall(world, { skillId: 5 })
    expect(requestCall(world, desk, chat.callid, 5).ok).toBe(false)
    conversation(world, desk)
    const other = placedCall(world)
    expect(requestCall(world, desk, other.callid, null).ok).toBe(false)
  })

  it('gives a busy agent the call he asks for, whoever waits longer', () => {
    const world = quietWorld()
    const desk = openDesk(world, '101', { status: 'busy' }, [1])
    placedCall(world)
    const second = placedCall(world)
    expect(requestCall(world, desk, second.callid, 1).ok).toBe(true)
    live(world, 100)
    expect(desk.events()).toEqual(['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking'])
    expect(second.place).toEqual({ kind: 'talking', agentId: '101' })
  })
})
