import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHeads, findLack } from './head-count.ts'
import type { RosterAgent } from './roster.ts'
import type { HeadCount, QueueBinding } from './supervisor.ts'

const bound = (id: number, agentId: string | null = String(id)): QueueBinding => ({
  account: `agent${id}`,
  agentId,
  name: null,
  agentWeight: 1,
  skillWeight: 1,
})
const online = (id: number, change: Partial<RosterAgent> = {}): RosterAgent => ({
  agentId: String(id),
  name: '',
  state: 'idle',
  stateSeconds: null,
  signedInAt: null,
  skillIds: [3],
  ...change,
})
const count = (
  bindings: readonly QueueBinding[],
  chosen: readonly string[],
  agents: readonly RosterAgent[] | null,
): HeadCount => countHeads(3, bindings, (account) => chosen.includes(account), agents)

describe('the head-count', () => {
  it('knows nothing of who is online without a roster', () => {
    expect(count([bound(101), bound(102)], ['agent101'], null)).toEqual({
      bound: 2,
      chosen: 1,
      online: null,
      chosenOnline: null,
      chosenInCall: null,
    })
  })

  it.each<
    [what: string, agents: readonly RosterAgent[], online: number, chosenOnline: number, inCall: number]
  >([
    ['nobody online', [], 0, 0, 0],
    ['one who serves another queue only', [online(101, { skillIds: [1, 2] })], 0, 0, 0],
    ['one who is signed in and not bound', [online(199)], 0, 0, 0],
    ['one who stays', [online(102)], 1, 0, 0],
    ['one who is chosen', [online(101), online(102)], 2, 1, 0],
    ['one who is chosen and in a call', [online(101, { state: 'talking' })], 1, 1, 1],
    ['one in a call of another queue', [online(101, { state: 'talking', skillIds: [1] })], 0, 0, 1],
    ['one who stays and is in a call', [online(102, { state: 'talking' })], 1, 0, 0],
  ])('%s', (_what, agents, expectedOnline, chosenOnline, chosenInCall) => {
    expect(count([bound(101), bound(102)], ['agent101'], agents)).toEqual({
      bound: 2,
      chosen: 1,
      online: expectedOnline,
      chosenOnline,
      chosenInCall,
    })
  })

  it('leaves out accounts without an agent and names that are not bound', () => {
    expect(count([bound(101, null)], ['agent101', 'agent999'], [online(101)])).toMatchObject({
      chosen: 1,
      online: 0,
      chosenOnline: 0,
    })
  })

  it('never counts more than there are', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 101, max: 120 }), { maxLength: 20 })
    fc.assert(
      fc.property(ids, ids, ids, (bindings, chosen, agents) => {
        const heads = count(
          bindings.map((id) => bound(id)),
          chosen.map((id) => `agent${id}`),
          agents.map((id) => online(id)),
        )
        expect(heads.chosen).toBeLessThanOrEqual(heads.bound)
        expect(heads.online).toBeLessThanOrEqual(heads.bound)
        expect(heads.chosenOnline).toBeLessThanOrEqual(Math.min(heads.chosen, heads.online ?? 0))
      }),
    )
  })
})

describe('what is lacking afterwards', () => {
  const heads = (change: Partial<HeadCount>): HeadCount => ({
    bound: 4,
    chosen: 1,
    online: 2,
    chosenOnline: 1,
    chosenInCall: 0,
    ...change,
  })

  it.each<[what: string, change: Partial<HeadCount>, lack: ReturnType<typeof findLack>]>([
    ['others stay and are online', {}, null],
    ['nobody is chosen', { chosen: 0, chosenOnline: 0 }, null],
    ['nobody is bound at all', { bound: 0, chosen: 0, online: 0, chosenOnline: 0 }, null],
    ['everybody is chosen', { chosen: 4 }, 'nobody-bound'],
    ['everybody is chosen and nobody knows who is online', { chosen: 4, online: null }, 'nobody-bound'],
    ['everybody who is online is chosen', { chosenOnline: 2 }, 'nobody-online'],
    ['nobody was online before', { online: 0, chosenOnline: 0 }, null],
    ['nobody knows who is online', { online: null, chosenOnline: null }, null],
  ])('%s', (_what, change, lack) => {
    expect(findLack(heads(change))).toBe(lack)
  })
})
