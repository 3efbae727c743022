import { describe, expect, it } from 'vitest'
import { assemble } from '../assemble.ts'
import { openDesk } from '../testing/world-fixture.ts'
import { ManualClock } from '../world/clock.ts'
import { phoneDoes } from '../world/phone.ts'
import { ObservedEvents } from './event-log.ts'
import { ScenarioPlayer } from './play-scenario.ts'
import { readScenario } from './scenario.ts'

const NOTE = { type: 'note', text: 'hello' }

/** A scenario in a quiet world on a clock that moves by hand. */
function play(steps: readonly unknown[], begins?: unknown, seed = 1) {
  const read = readScenario({
    name: 'trial',
    description: 'd',
    watch: 'w',
    seed,
    ...(begins === undefined ? {} : { begins }),
    steps,
  })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const clock = new ManualClock()
  const events = new ObservedEvents(read.scenario)
  let lastGuid = 0
  const assembly = assemble(
    { colleagues: 0, timing: { offerMs: [0, 0] } },
    {
      clock,
      newGuid: () => `guid-${(lastGuid += 1)}`,
      newToken: () => 'token',
      observer: events,
    },
  )
  const lines: string[] = []
  const player = new ScenarioPlayer(read.scenario, {
    ...assembly,
    clock,
    events,
    tell: (line) => lines.push(line),
  })
  const times = (): number[] => player.runs.map(({ atMs }) => atMs)
  return { ...assembly, clock, player, lines, times }
}

describe('steps', () => {
  it('that are refused are told, and the scenario goes on', () => {
    const { player, clock, lines } = play([
      { at: 1, do: { type: 'force-state', agent: '101', state: 'busy' } },
      { at: 2, do: { type: 'place-call', skillId: 77 } },
      { at: 3, do: NOTE },
    ])
    player.start()
    clock.advance(5000)
    expect(player.runs.map(({ isDone }) => isDone)).toEqual([false, false, true])
    expect(lines).toEqual([
      '00:00 scenario trial. Watch: w',
      '00:01 force-state was not possible: agent 101 is not signed in',
      '00:02 place-call was not possible: There is no skill queue 77',
      '00:03 note: hello',
      '00:03 the scenario is over; the simulator goes on',
    ])
  })

  it('come at their times, however they are ordered in the file', () => {
    const { player, clock, times } = play([
      { at: 3, do: NOTE },
      { at: '00:01', do: NOTE, repeat: { times: 3, every: 2 } },
    ])
    player.start()
    clock.advance(10_000)
    expect(times()).toEqual([1000, 3000, 3000, 5000])
    expect(player.isOver).toBe(true)
  })

  it('vary by the seed and by nothing else', () => {
    const timesOf = (seed: number): number[] => {
      const { player, clock, times } = play(
        [{ at: 1, do: NOTE, repeat: { times: 20, every: 10 }, jitter: 5 }],
        undefined,
        seed,
      )
      player.start()
      clock.advance(300_000)
      return times()
    }
    const first = timesOf(1)
    expect(timesOf(1)).toEqual(first)
    expect(timesOf(2)).not.toEqual(first)
    const late = first.map((ms, index) => ms - 1000 - index * 10_000)
    expect(late.every((ms) => ms >= 0 && ms <= 5000)).toBe(true)
    expect(new Set(late).size).toBeGreaterThan(15)
  })

  it('wait for their conditions one after another', () => {
    const { player, clock, simulation, times } = play([
      { name: 'call', at: 1, do: { type: 'place-call', skillId: 1, talk: 20, name: 'one' } },
      { after: [{ step: 'call' }, { call: 'one', is: 'talking' }, { is: 'idle' }], wait: 2, do: NOTE },
    ])
    simulation.run((world) => openDesk(world, '101'))
    player.start()
    clock.advance(20_500)
    expect(times()).toEqual([1000])
    clock.advance(3000)
    // The conversation of 20 s began with the call; what comes after is seen within a tenth of a second.
    expect(times()).toEqual([1000, 23_000])
  })
})

describe('events', () => {
  const steps = [
    { name: 'call', at: 1, do: { type: 'offer-call', skillId: 1, talk: 60 } },
    // Both are made at the same moment, and the call goes on for long after.
    { after: [{ event: 'AgentEvent_Auto_Answer' }, { event: 'AgentEvent_Talking' }], do: NOTE },
    { after: [{ event: 'AgentEvent_Talking' }, { event: 'AgentEvent_Auto_Answer' }], do: NOTE },
    { after: { event: 'AgentEvent_Talking', agent: '102' }, do: NOTE },
  ]

  it('are waited for in their order, and only those of the agent who is meant', () => {
    const { player, clock, simulation } = play(steps)
    simulation.run((world) => openDesk(world, '101'))
    player.start()
    clock.advance(30_000)
    expect(player.runs.map(({ step }) => step)).toEqual([0, 1])
  })

  it('of before do not count', () => {
    const { player, clock, simulation } = play([
      { at: 5, do: { type: 'phone', event: 'ringing' } },
      { after: { event: 'AgentOther_PhoneAlerting' }, do: NOTE },
    ])
    simulation.run((world) => phoneDoes(world, openDesk(world, '101'), 'ringing'))
    player.start()
    clock.advance(4000)
    expect(player.runs).toEqual([])
    clock.advance(2000)
    expect(player.runs.map(({ step }) => step)).toEqual([0, 1])
  })
})

describe('the beginning', () => {
  it('waits for its condition, and times count from there', () => {
    const { player, clock, simulation, times } = play([{ at: 1, do: NOTE }], { is: 'signed-in' })
    player.start()
    clock.advance(60_000)
    expect(player.runs).toEqual([])
    simulation.run((world) => openDesk(world, '101'))
    clock.advance(2000)
    expect(times()).toEqual([1000])
  })

  it('comes again after a reset, without the faults and calls of before', () => {
    const { player, clock, reset, simulation, faults, lines } = play([
      { at: 1, do: { type: 'place-call', skillId: 1, name: 'one' } },
      { at: 1, do: { type: 'add-fault', action: { type: 'hang' }, name: 'dead' } },
      { at: 9, do: { type: 'hang-up', call: 'one' } },
    ])
    player.start()
    clock.advance(5000)
    expect([simulation.world.calls.size, faults.list().length]).toEqual([1, 1])
    reset()
    player.start()
    expect([simulation.world.calls.size, faults.list().length, player.runs.length]).toEqual([0, 0, 0])
    clock.advance(8000)
    expect(simulation.world.calls.size).toBe(1)
    clock.advance(2000)
    expect(player.runs.map(({ isDone }) => isDone)).toEqual([true, true, true])
    expect(lines.filter((line) => line.includes('over'))).toHaveLength(1)
  })
})

it('leaves no timer behind', () => {
  const { player, clock, simulation } = play([
    { after: { is: 'busy' }, do: NOTE },
    { at: 60, do: NOTE, repeat: { times: 5, every: 5 } },
  ])
  player.start()
  clock.advance(1000)
  player.dispose()
  simulation.dispose()
  expect(clock.pending).toBe(0)
})
