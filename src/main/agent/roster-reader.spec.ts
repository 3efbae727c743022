import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRoster, skillsOf } from './roster-reader.ts'
import { rosterOf } from './testing/desk-fixture.ts'

describe('mergeRoster', () => {
  it('shows an agent of several queues once, with all of them', () => {
    const agents = mergeRoster(rosterOf({ 2: ['110', '101'], 1: ['101', '9'] }))
    expect(agents.map(({ agentId, skillIds }) => [agentId, skillIds])).toEqual([
      ['9', [1]],
      ['101', [1, 2]],
      ['110', [2]],
    ])
  })

  it('counts an agent who stands twice in one queue once', () => {
    expect(mergeRoster(rosterOf({ 1: ['101', '101'] }))).toHaveLength(1)
  })

  it('loses nobody and invents nobody', () => {
    const queues = fc.dictionary(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.array(fc.integer({ min: 101, max: 120 }).map(String), { maxLength: 20 }),
    )
    fc.assert(
      fc.property(queues, (byQueue) => {
        const answer = rosterOf(byQueue)
        const agents = mergeRoster(answer)
        expect(new Set(agents.map((agent) => agent.agentId))).toEqual(new Set(Object.values(byQueue).flat()))
        expect(new Set(agents.map((agent) => agent.agentId)).size).toBe(agents.length)
        for (const agent of agents) expect(agent.skillIds).toEqual(skillsOf(agent.agentId, answer))
      }),
    )
  })
})
