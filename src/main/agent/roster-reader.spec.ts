import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { mergeRoster, RosterReader, skillsOf } from './roster-reader.ts'
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

describe('RosterReader', () => {
  it('lets other work through between merging 25,000 rows and telling of them', async () => {
    const rows = rosterOf({ 1: Array.from({ length: 25_000 }, (_, nth) => String(101 + nth)) })
    let turns = 0
    const reader = new RosterReader({
      session: {
        state: {
          phase: 'online',
          agentId: '101',
          since: 0,
          loginTime: null,
          attempt: 0,
          isAlwaysOffHook: true,
          passwordDaysLeft: null,
          isPasswordChangeForced: false,
        },
        // The turn after the one in which the answer comes.
        query: (async () => {
          setImmediate(() => (turns += 1))
          return ok(rows)
        }) as GatewaySession['query'],
      },
      clock: new ManualClock(),
      pacer: { turn: () => Promise.resolve() },
      onOwnSkills: () => undefined,
    })
    const told: (readonly [agents: number, turns: number])[] = []
    reader.subscribe(({ agents, read }) => {
      if (!read.isLoading) told.push([agents.length, turns])
    })
    await reader.refresh()
    expect(told).toEqual([[25_000, 1]])
  })
})
