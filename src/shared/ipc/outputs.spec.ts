import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { RosterAgent } from '../domain/roster.ts'
import { rosterSnapshotSchema } from './outputs.ts'

const agent = (agentId: string): RosterAgent => ({
  agentId,
  name: '',
  state: 'idle',
  stateSeconds: null,
  signedInAt: null,
  skillIds: [1],
})
const wrong = { ...agent('101'), skillIds: '1' }

function rosterOf(agents: unknown): unknown {
  return { revision: 1, read: { isLoading: false, readAt: 1, error: null }, agents, queues: [] }
}

describe('roster', () => {
  it.each([
    ['no list', null],
    ['an object in place of the list', { 0: agent('101') }],
    ['a wrong first row', [wrong, agent('102')]],
    ['a wrong last row', [agent('101'), agent('102'), wrong]],
    ['a hole in place of the last row', [agent('101'), undefined]],
  ])('with %s is refused', (_name, agents) => {
    expect(v.is(rosterSnapshotSchema, rosterOf(agents))).toBe(false)
  })

  it.each([[[]], [[agent('101')]], [[agent('101'), agent('102')]]])('in order passes: %j', (agents) => {
    expect(v.is(rosterSnapshotSchema, rosterOf(agents))).toBe(true)
  })

  it('of 25,000 rows is not looked at row by row', () => {
    let readings = 0
    const watched = {
      ...agent('102'),
      get skillIds(): readonly number[] {
        readings += 1
        return [1]
      },
    }
    const rows = [agent('1'), ...Array.from({ length: 24_998 }, () => watched), agent('9')]
    expect(v.is(rosterSnapshotSchema, rosterOf(rows))).toBe(true)
    expect(readings).toBe(0)
  })
})
