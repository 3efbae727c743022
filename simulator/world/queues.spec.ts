import { describe, expect, it } from 'vitest'
import { live, openDesk, quietWorld } from '../testing/world-fixture.ts'
import { settle } from './advance.ts'
import { sayBusy, sayFree } from './agent-state.ts'
import { moveCall, placeCall, waitingCalls, type NewCall } from './queues.ts'
import type { Call } from './call.ts'
import type { World } from './world.ts'

function call(world: World, wish: Partial<NewCall> = {}): Call {
  const outcome = placeCall(world, { skillId: 1, caller: '1', origin: 'placed', ...wish })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('moving a waiting call', () => {
  const everywhere = new Set([1, 2, 3, 4, 5])

  it.each<[why: string, callid: (world: World) => string, target: number, sources: Set<number>]>([
    ['an unknown call', () => '1-1', 2, everywhere],
    ['a target that does not exist', (world) => call(world).callid, 99, everywhere],
    ['a source queue the agent does not serve', (world) => call(world).callid, 2, new Set([2, 3])],
    ['the queue it is in', (world) => call(world).callid, 1, everywhere],
    ['a queue of another media type', (world) => call(world).callid, 5, everywhere],
    [
      'a call that has been answered',
      (world) => {
        openDesk(world)
        const { callid } = call(world)
        settle(world)
        return callid
      },
      2,
      everywhere,
    ],
  ])('refuses %s with 100-007', (_why, callid, target, sources) => {
    const world = quietWorld()
    const id = callid(world)
    const before = world.calls.get(id)?.place
    expect(moveCall(world, id, target, sources)).toMatchObject({ ok: false, refusal: { retcode: '100-007' } })
    expect(world.calls.get(id)?.place).toEqual(before)
  })

  it('keeps the time of entry: an older call goes before younger ones of the target', () => {
    const world = quietWorld()
    const older = call(world)
    live(world, 1000)
    const younger = call(world, { skillId: 2 })
    expect(moveCall(world, older.callid, 2, everywhere).ok).toBe(true)
    expect(waitingCalls(world, 2)).toEqual([older, younger])
    expect(waitingCalls(world, 1)).toEqual([])
  })
})

describe('a queue', () => {
  it('serves higher priority first, then the longest-waiting', () => {
    const world = quietWorld()
    const first = call(world)
    live(world, 10)
    const second = call(world)
    const urgent = call(world, { priority: 1 })
    expect(waitingCalls(world, 1)).toEqual([urgent, first, second])
  })

  it('refuses a call for a queue that does not exist', () => {
    expect(placeCall(quietWorld(), { skillId: 42, caller: '1', origin: 'placed' })).toMatchObject({
      refusal: { retcode: '100-007' },
    })
  })
})

describe('routing', () => {
  it('leaves placed calls to people: colleagues take traffic only', () => {
    const world = quietWorld({ colleagues: 5 })
    const placed = call(world)
    const traffic = call(world, { origin: 'traffic' })
    settle(world)
    expect(placed.place.kind).toBe('queue')
    expect(traffic.place.kind).toBe('offered')
  })

  it('gives no chat to anybody', () => {
    const world = quietWorld()
    openDesk(world)
    const chat = call(world, { skillId: 5 })
    settle(world)
    expect(chat.place.kind).toBe('queue')
  })

  it('prefers the higher weight, then the longest idle', () => {
    const world = quietWorld()
    const [first, second, third] = ['101', '102', '103'].map((id) => {
      const desk = openDesk(world, id, {}, [])
      live(world, 1000)
      return desk
    })
    for (const [desk, agentWeight] of [
      [first, 1],
      [second, 5],
      [third, 5],
    ] as const) {
      desk?.agent.bindings.set(1, { agentWeight, skillWeight: 1 })
      desk?.presence.skills.add(1)
    }
    const calls = [call(world), call(world), call(world)]
    settle(world)
    expect(calls.map(({ place }) => place)).toMatchObject([
      { agentId: '102' },
      { agentId: '103' },
      { agentId: '101' },
    ])
  })

  it('finds the waiting call when an agent becomes idle', () => {
    const world = quietWorld()
    const { agent, presence } = openDesk(world)
    sayBusy(world, agent, presence, 0, false)
    const waiting = call(world)
    settle(world)
    expect(waiting.place.kind).toBe('queue')
    sayFree(world, agent, presence)
    settle(world)
    expect(waiting.place).toEqual({ kind: 'offered', agentId: '101' })
  })
})
