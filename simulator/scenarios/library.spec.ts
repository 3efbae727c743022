import { describe, expect, it } from 'vitest'
import { checkInvariants } from '../testing/world-invariants.ts'
import { libraryNames, loadScenario } from './load-scenario.ts'
import { PARTS } from './testing/parts.ts'
import { playScenario } from './testing/play.ts'

const names = await libraryNames()

it('has a part for the person in every scenario, and no other', () => {
  expect(Object.keys(PARTS).sort()).toEqual(names)
})

describe.each(names)('%s', (name) => {
  it('is named as its file', async () => {
    const loaded = await loadScenario(name)
    expect('scenario' in loaded ? loaded.scenario.name : loaded.problem).toBe(name)
  })

  it('runs to its end without a step that was not possible and without a fault of the simulator', async () => {
    const played = await playScenario(name, PARTS[name])
    expect(played.internalErrors).toEqual([])
    expect(played.runs.filter(({ isDone }) => !isDone)).toEqual([])
    expect(played.player.isOver, played.lines.join('\n')).toBe(true)
    checkInvariants(played.server.simulation.world)
  })
})

describe('the same scenario twice', () => {
  it.each(['busy-morning', 'flaky-network', 'transfer-races', 'take-over-and-back'])(
    '%s has the same history',
    async (name) => {
      const first = await playScenario(name, PARTS[name])
      const second = await playScenario(name, PARTS[name])
      expect(second.lines).toEqual(first.lines)
      expect(JSON.stringify(second.history)).toBe(JSON.stringify(first.history))
    },
  )
})
