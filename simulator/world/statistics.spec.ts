import { describe, expect, it } from 'vitest'
import { conversation, live, openDesk, placedCall, quietWorld, type Desk } from '../testing/world-fixture.ts'
import { cancelBusy, cancelRest, sayBusy, sayRest } from './agent-state.ts'
import { releaseCall } from './release.ts'
import { dayStatistics } from './statistics.ts'
import type { World } from './world.ts'

/** A little after midnight (UTC), so that a day lies ahead. */
const MORNING_MS = Date.UTC(2026, 0, 5, 8)
const DAY_MS = 86_400_000
const aDay = (): World => quietWorld({ startMs: MORNING_MS, silenceMs: 10 * DAY_MS })
const counted = (world: World, { agent, presence }: Desk): ReturnType<typeof dayStatistics> =>
  dayStatistics(world, agent, presence)

describe('the counters of a day', () => {
  it('begin with nothing', () => {
    const world = aDay()
    const desk = openDesk(world)
    expect(new Set(Object.values(counted(world, desk)))).toEqual(new Set([0]))
  })

  it('count the time of busy, and go on while it lasts', () => {
    const world = aDay()
    const desk = openDesk(world)
    sayBusy(world, desk.agent, desk.presence, 0, false)
    live(world, 10_500)
    expect(counted(world, desk)).toMatchObject({ busynums: 1, busytime: 10 })
    sayBusy(world, desk.agent, desk.presence, 200, true)
    live(world, 10_000)
    cancelBusy(world, desk.agent, desk.presence)
    live(world, 10_000)
    expect(counted(world, desk)).toMatchObject({ busynums: 1, busytime: 20 })
  })

  it('count rests that last too long', () => {
    const world = aDay()
    const desk = openDesk(world)
    sayRest(world, desk.agent, desk.presence, { reason: 0, durationMs: 30_000, isProlonged: false })
    live(world, 40_000)
    const expected = { restnums: 1, resttime: 40, restoutnums: 1, restouttime: 10 }
    expect(counted(world, desk)).toMatchObject(expected)
    cancelRest(world, desk.agent, desk.presence)
    expect(counted(world, desk)).toMatchObject(expected)
  })

  it('count the time of talking, during the call and after it', () => {
    const world = aDay()
    const desk = openDesk(world)
    const call = conversation(world, desk)
    live(world, 20_000)
    const during = counted(world, desk).talktime
    releaseCall(world, call, 'caller')
    live(world, 60_000)
    expect([during, counted(world, desk).talktime]).toEqual([21, 21])
    expect(counted(world, desk)).toMatchObject({ answernums: 1, agentrelease: 0 })
  })

  it('count calls that were not answered', () => {
    const world = aDay()
    const desk = openDesk(world, '101', { autoAnswer: false })
    placedCall(world)
    live(world, 30_000)
    expect(counted(world, desk)).toMatchObject({ answernums: 0, noanswernums: 1, busynums: 1 })
  })

  it('begin again the next day; what lasts counts from midnight', () => {
    const world = aDay()
    const desk = openDesk(world)
    sayBusy(world, desk.agent, desk.presence, 0, false)
    live(world, 16 * 3_600_000 + 5000)
    expect(counted(world, desk)).toMatchObject({ busynums: 0, busytime: 5 })
  })
})
