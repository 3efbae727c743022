import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endPresence } from '../../simulator/world/presence.ts'
import type { World } from '../../simulator/world/world.ts'
import { FAULT_ACTIONS } from '../../simulator/faults/fault-engine.ts'
import { UnhandledWatch } from '../support/unhandled.ts'
import { buildMatrix, cellName } from './cell.ts'
import { interfaces } from './interfaces.ts'
import { judge, lostWishes, type Said } from './judge.ts'
import { runCell } from './run-cell.ts'
import { agentId, beAtWork, createBench, situations } from './situation.ts'
import { variants } from './variants.ts'

describe('the matrix', () => {
  it('knows every fault of the simulator', () => {
    expect(new Set(variants.map(({ fault }) => fault))).toEqual(
      new Set(FAULT_ACTIONS.map(({ type }) => type)),
    )
  })

  it('leaves no combination out: each runs once and for a while, or has a reason', () => {
    const { cells, impossible } = buildMatrix()
    expect(cells.length / 2 + impossible.length).toBe(variants.length * interfaces.length * situations.length)
    expect(impossible.filter(({ reason }) => reason === '')).toEqual([])
  })

  it('can be narrowed to one cell by its name', () => {
    const { cells } = buildMatrix()
    const cell = cells[1_000]!
    expect(buildMatrix(cellName(cell)).cells.map(cellName)).toEqual([cellName(cell)])
  })
})

describe('the judge is not blind', () => {
  const said: Said = { isOver: false, isSignedOut: false, isAfterCallHidden: false }
  const nothing = { wrong: [], doubted: [], pending: [] }

  it.each<[what: string, lie: (world: World) => void, wrong: string]>([
    [
      'another state',
      (world) => (presenceOf(world).state = { name: 'busy', reason: 0 }),
      'shows idle, is busy',
    ],
    [
      'a queue lost',
      (world) => void presenceOf(world).skills.delete(1),
      'shows queues 1 2 3 4 5, is in 2 3 4 5',
    ],
    [
      'another setting',
      (world) => (presenceOf(world).autoEnterIdle = false),
      'shows the wrong state after a call',
    ],
    ['linked', (world) => (presenceOf(world).linkage = 'linked'), 'shows the wrong linkage'],
    [
      'signed out',
      (world) => endPresence(world, world.agents.get(agentId)!, 'silent'),
      'says online, and nobody is signed in',
    ],
  ])('%s behind the back of the desk', async (_what, lie, wrong) => {
    const bench = createBench(1, {})
    await beAtWork(bench, 'idle')
    expect(judge(bench, said)).toEqual(nothing)
    expect(lostWishes(bench, said)).toEqual([])
    lie(bench.gateway.simulation.world)
    expect(judge(bench, said).wrong).toEqual([wrong])
  })

  it('a wish that is not in force', async () => {
    const bench = createBench(1, {})
    await beAtWork(bench, 'idle')
    bench.settings.current = {
      ...bench.settings.current,
      wishes: { ...bench.settings.current.wishes, autoIdle: false },
    }
    expect(lostWishes(bench, said)).toEqual(['wish after-call lost (accepted)'])
  })
})

const presenceOf = (world: World) => world.agents.get(agentId)!.presence!

describe('cells', () => {
  const unhandled = new UnhandledWatch()
  beforeAll(() => unhandled.start())
  afterAll(() => unhandled.stop())

  it.each(['reset:after', 'malformed:wrong-types', 'expire-guid'])(
    '%s, on every interface in every situation: no problem',
    async (variant) => {
      const problems: string[] = []
      for (const cell of buildMatrix(`${variant}/*/*/once`).cells) {
        const result = await runCell(cell, 1, unhandled)
        if (result.problems.length > 0) problems.push(`${cellName(cell)}: ${result.problems.join(', ')}`)
      }
      expect(problems).toEqual([])
    },
  )
})
