import { describe, expect, it } from 'vitest'
import { decodeAgents, decodeRoster } from './roster-codec.ts'

/** Data of the example in cec_07_0416: numbers as strings, unused fields null or empty. */
const agent2005 = {
  workno: '2005',
  name: 'liukai011',
  status: '4',
  ctiStatus: '1',
  groupid: 0,
  groupname: null,
  skilllist: [],
  mediatype: 'TFF',
  vdnid: 214,
  phonenumber: '88880026',
  currentstatetime: 527,
  logindate: 1_616_510_142_000,
  callids: [],
  inMultimediaConf: 0,
  currentStateReason: 0,
}
const agent2007 = {
  ...agent2005,
  workno: '2007',
  name: '',
  mediatype: 'TTF',
  phonenumber: '88880027',
  currentstatetime: 28,
  logindate: 1_616_510_634_000,
}

/** One case per value; a bare list would be taken for the arguments of a case. */
const results = (...values: readonly unknown[]) => values.map((result) => ({ result }))

describe('decodeRoster', () => {
  it.each<[string, unknown]>([
    ['an object', {}],
    ['a text', 'success'],
    ['a number', 0],
    ['a list of nothing', [null]],
    ['a queue without id', [{ agent: [] }]],
    ['agents that are no list', [{ skillId: 1, agent: {} }]],
    ['an agent that is none', [{ skillId: 1, agent: [null] }]],
    ['an agent without number', [{ skillId: 1, agent: [{ ...agent2005, workno: '' }] }]],
    ['a state in words', [{ skillId: 1, agent: [{ ...agent2005, status: 'idle' }] }]],
    ['one broken agent among good ones', [{ skillId: 1, agent: [agent2005, {}, agent2007] }]],
  ])('refuses %s', async (_what, result) => {
    expect(await decodeRoster(result)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it('says where, not what', async () => {
    const decoded = await decodeRoster([{ skillId: 1, agent: [{ ...agent2005, status: 'idle' }] }])
    expect(decoded).toEqual({ ok: false, error: { kind: 'malformed', detail: 'result: agent.status' } })
  })

  it.each(results(null, undefined, []))('reads $result as nobody online', async ({ result }) => {
    expect(await decodeRoster(result)).toEqual({ ok: true, value: [] })
  })

  it('reads the documented example', async () => {
    const decoded = await decodeRoster([
      { skillId: 1, agent: [agent2005, agent2007], skillMediaType: 5 },
      { skillId: 2, agent: [agent2007], skillMediaType: 53 },
    ])
    const row2005 = {
      agentId: '2005',
      name: 'liukai011',
      state: 'idle',
      stateSeconds: 527,
      signedInAt: 1_616_510_142_000,
    }
    const row2007 = {
      agentId: '2007',
      name: '',
      state: 'idle',
      stateSeconds: 28,
      signedInAt: 1_616_510_634_000,
    }
    expect(decoded).toEqual({
      ok: true,
      value: [
        { skillId: 1, mediaType: 5, agents: [row2005, row2007] },
        { skillId: 2, mediaType: 53, agents: [row2007] },
      ],
    })
  })

  it('reads queues without agents and agents without details', async () => {
    const decoded = await decodeRoster([
      { skillId: '1' },
      { skillId: 2, skillMediaType: null, agent: null },
      { skillId: 3, agent: [{ workno: 101, ctiStatus: 7, currentstatetime: -1, logindate: 0 }] },
    ])
    expect(decoded).toEqual({
      ok: true,
      value: [
        { skillId: 1, mediaType: null, agents: [] },
        { skillId: 2, mediaType: null, agents: [] },
        {
          skillId: 3,
          mediaType: null,
          agents: [{ agentId: '101', name: '', state: 'busy', stateSeconds: null, signedInAt: null }],
        },
      ],
    })
  })

  it.each([
    [25_000, 20],
    // The text was parsed in a turn before, and whoever gets the rows has work for a turn of his own.
    [500, 2],
  ])('lets other work through while it reads %i rows', async (count, atLeast) => {
    const rows = Array.from({ length: count }, (_, nth) => ({ ...agent2005, workno: String(101 + nth) }))
    let turns = 0
    let isReading = true
    const spin = (): void => {
      if (!isReading) return
      turns += 1
      setImmediate(spin)
    }
    setImmediate(spin)
    const decoded = await decodeRoster([{ skillId: 1, agent: rows }])
    isReading = false
    expect(decoded.ok && decoded.value[0]?.agents.length).toBe(count)
    expect(turns).toBeGreaterThanOrEqual(atLeast)
  })
})

describe('decodeAgents', () => {
  it.each<[string, unknown]>([
    ['an object', {}],
    ['a text', 'success'],
    ['a list of nothing', [null]],
    ['a roster by queues', [{ skillId: 1, agent: [agent2005] }]],
    ['an agent without number', [{ ...agent2005, workno: null }]],
    ['one broken agent among good ones', [agent2005, {}, agent2007]],
  ])('refuses %s', async (_what, result) => {
    expect(await decodeAgents(result)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it('says where, not what', async () => {
    expect(await decodeAgents([{ ...agent2005, ctiStatus: 'idle' }])).toEqual({
      ok: false,
      error: { kind: 'malformed', detail: 'result.ctiStatus' },
    })
  })

  it.each(results(null, undefined, []))('reads $result as nobody', async ({ result }) => {
    expect(await decodeAgents(result)).toEqual({ ok: true, value: [] })
  })

  it('reads the fields that a public client reads, and more agents than one turn takes', async () => {
    const rows = Array.from({ length: 2_500 }, (_, nth) => ({ ...agent2005, workno: 1_000 + nth }))
    const decoded = await decodeAgents(rows)
    expect(decoded.ok && decoded.value.length).toBe(2_500)
    expect(decoded).toMatchObject({
      value: { 2499: { agentId: '3499', name: 'liukai011', state: 'idle', stateSeconds: 527 } },
    })
  })
})
