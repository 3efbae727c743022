import { beforeEach, describe, expect, it } from 'vitest'
import type { QueueFigures } from '../../shared/domain/queues.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { err, ok } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import { createFixture, rosterOf, type DeskFixture } from './testing/desk-fixture.ts'

let fixture: DeskFixture
/** What the gateway says of each queue; it leaves out those of which nothing is said. */
let figures: Map<number, Partial<QueueFigures>>
let asked: (readonly number[])[]

beforeEach(() => {
  fixture = createFixture()
  figures = new Map([[1, { waitingCalls: 2, longestWaitSeconds: 30 }]])
  asked = []
  fixture.gateway.queueFigures = async (_agentId, skillIds) => {
    asked.push(skillIds)
    return ok(told(skillIds))
  }
})

const told = (skillIds: readonly number[]): QueueFigures[] =>
  skillIds.flatMap((skillId) => {
    const change = figures.get(skillId)
    if (change === undefined) return []
    return [{ skillId, waitingCalls: 0, longestWaitSeconds: 0, agentsOn: 3, agentsFree: 1, ...change }]
  })

/** Signed in, with the first figures read. */
async function watched(): Promise<void> {
  await fixture.signIn()
  fixture.desk.watch(1, ['queues'])
  await fixture.clock.advance(2_000)
}

describe('figures of the own queues', () => {
  it('are not read while nobody is signed in', async () => {
    expect(await fixture.desk.refreshQueues()).toEqual(err({ code: 'not-connected' }))
    expect(asked).toEqual([])
  })

  it('are not asked for while nobody looks', async () => {
    await fixture.signIn()
    await fixture.clock.advance(120_000)
    expect(asked).toEqual([])
    fixture.desk.watch(1, ['queues'])
    await fixture.clock.advance(11_000)
    fixture.desk.watch(1, [])
    const before = asked.length
    expect(before).toBeGreaterThanOrEqual(2)
    await fixture.clock.advance(60_000)
    expect(asked).toHaveLength(before)
  })

  it('are read although the agent is idle, and a queue without figures has none', async () => {
    await fixture.signIn()
    fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_Ready' })
    await fixture.settle()
    expect(fixture.desk.snapshot.waiting.isHiddenWhileIdle).toBe(true)
    fixture.desk.watch(1, ['queues'])
    await fixture.clock.advance(2_000)
    expect(asked[0]).toEqual([1, 2, 5])
    expect(fixture.desk.queues).toMatchObject({
      read: { isLoading: false, error: null },
      figures: [{ skillId: 1, waitingCalls: 2 }],
      levels: { 1: 'calm' },
      history: { waiting: { 1: [2], 2: [null], 5: [null] } },
    })
    expect(fixture.desk.snapshot.waiting.queued).toMatchObject({ count: 2, level: 'calm' })
  })

  it('that fail keep the last ones and say why', async () => {
    await watched()
    fixture.gateway.queueFigures = async () => err({ kind: 'timed-out' })
    const result = await fixture.desk.refreshQueues()
    expect(result.ok).toBe(false)
    expect(fixture.desk.queues.read.error).toMatchObject({ code: 'timed-out' })
    expect(fixture.desk.queues.figures).toHaveLength(1)
  })

  it('of more than a hundred queues take as many queries, and one that fails spoils all', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => index + 1)
    fixture.gateway.roster = rosterOf(Object.fromEntries(ids.map((id) => [id, ['101']])))
    await watched()
    expect(asked.slice(0, 2).map((chunk) => chunk.length)).toEqual([100, 50])
    const before = fixture.desk.queues.figures
    let queries = 0
    const second: GatewayApi['queueFigures'] = async (_agentId, skillIds) =>
      ++queries === 2 ? err({ kind: 'cut' }) : ok(told(skillIds))
    fixture.gateway.queueFigures = second
    const reading = fixture.desk.refreshQueues()
    await fixture.clock.advance(3_000)
    expect((await reading).ok).toBe(false)
    expect(fixture.desk.queues.figures).toBe(before)
  })

  it('end with the session, and the history with them', async () => {
    await watched()
    await fixture.desk.signOut({ force: false })
    expect(fixture.desk.queues).toMatchObject({
      read: { readAt: null },
      figures: [],
      levels: {},
      history: { at: [], waiting: {} },
    })
    expect(fixture.desk.snapshot.waiting.queued).toBeNull()
  })

  it('that come after the end of the session are not taken for the next one', async () => {
    await watched()
    const late = Promise.withResolvers<ReturnType<typeof told>>()
    fixture.gateway.queueFigures = async () => ok(await late.promise)
    const reading = fixture.desk.refreshQueues()
    await fixture.clock.advance(2_000)
    await fixture.desk.signOut({ force: false })
    late.resolve(told([1]))
    expect(await reading).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.desk.queues).toMatchObject({ read: { readAt: null, error: null }, figures: [] })
  })

  it('follow when the agent turns out to be in other queues', async () => {
    await watched()
    fixture.gateway.roster = rosterOf({ 1: ['101'], 7: ['101'] })
    const before = asked.length
    const reading = fixture.desk.refreshRoster()
    await fixture.clock.advance(1_000)
    await reading
    expect(asked.slice(before).some((skillIds) => skillIds.includes(7))).toBe(true)
  })
})

describe('queues that grow loud', () => {
  const { thresholds } = defaultPreferences
  const notices = () =>
    fixture.desk.snapshot.notices.flatMap(({ content }) =>
      content.kind === 'queue-threshold' ? [`${content.skillId} ${content.level}`] : [],
    )
  async function becomes(waitingCalls: number): Promise<void> {
    figures.set(1, { waitingCalls })
    await fixture.clock.advance(5_500)
  }

  it('are not told unless that is wanted', async () => {
    await watched()
    await becomes(20)
    expect(fixture.desk.queues.levels[1]).toBe('red')
    expect(notices()).toEqual([])
  })

  it('are told once for each step up, not while they stay nor on the way down', async () => {
    fixture.desk.setQueueRules({ thresholds, isTold: true })
    await watched()
    const told: string[][] = []
    for (const waiting of [5, 6, 4, 5, 10, 9, 10, 7]) {
      await becomes(waiting)
      told.push(notices())
      for (const { id } of fixture.desk.snapshot.notices) fixture.desk.dismissNotice(id)
    }
    expect(told).toEqual([['1 amber'], [], [], [], ['1 red'], [], [], []])
  })

  it('are read twice a minute while no window shows them, only when they are told', async () => {
    await fixture.signIn()
    fixture.desk.setQueueRules({ thresholds, isTold: true })
    await fixture.clock.advance(61_000)
    expect(asked).toHaveLength(3)
    fixture.desk.setQueueRules({ thresholds, isTold: false })
    await fixture.clock.advance(120_000)
    expect(asked).toHaveLength(3)
  })

  it('that are calm again take their notice back, and so does the end of the session', async () => {
    fixture.desk.setQueueRules({ thresholds, isTold: true })
    await watched()
    await becomes(6)
    expect(notices()).toEqual(['1 amber'])
    await becomes(0)
    expect(notices()).toEqual([])
    await becomes(6)
    await fixture.desk.signOut({ force: false })
    expect(notices()).toEqual([])
  })

  it('are judged anew by other thresholds at once, and that is not told', async () => {
    fixture.desk.setQueueRules({ thresholds, isTold: true })
    await watched()
    const own = { ...thresholds.usual, waitingAmber: 1, waitingRed: 2 }
    fixture.desk.setQueueRules({ thresholds: { ...thresholds, byQueue: { 1: own } }, isTold: true })
    expect(fixture.desk.queues.levels[1]).toBe('red')
    expect(fixture.desk.snapshot.waiting.queued?.level).toBe('red')
    expect(notices()).toEqual([])
  })
})
