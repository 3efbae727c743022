import { beforeEach, describe, expect, it } from 'vitest'
import * as queueRequests from '../gateway/requests/queue-requests.ts'
import * as rosterRequests from '../gateway/requests/roster-requests.ts'
import { RequestCounter } from './request-counter.ts'
import { answered, exchange, failed, poll, waitingQuery } from './testing/exchanges.ts'

const minute = 60_000
const hour = 60 * minute

describe('RequestCounter', () => {
  let now: number
  let isJournalKept: boolean
  let counter: RequestCounter

  beforeEach(() => {
    now = 1_700_000_040_000
    isJournalKept = true
    counter = new RequestCounter({ clock: { now: () => now }, isJournalKept: () => isJournalKept })
  })

  const countOf = (name: string) => counter.read().requests.find((count) => count.name === name)

  it('knows nothing at first', () => {
    isJournalKept = false
    expect(counter.read()).toEqual({
      startedAt: now,
      requests: [],
      requestsLastHour: 0,
      queueQueryPeak: 0,
      answerMedianMs: null,
      answerSlowestMs: null,
      isJournalKept: false,
    })
  })

  it.each([
    ['a time-out', failed('timed-out'), 1],
    ['an answer without sense', failed('malformed'), 1],
    ['a cut', failed('cut'), 1],
    ['a refusal, which is an answer,', answered('100-007'), 0],
    ['what was given up by ourselves', failed('aborted'), 0],
  ])('%s counts as %j: %d failures', (_name, outcome, failures) => {
    counter.exchanged(exchange({ outcome }))
    expect(countOf('sayBusy')).toEqual({
      name: 'sayBusy',
      lastHour: 1,
      failedLastHour: failures,
      sinceStart: 1,
    })
  })

  it('forgets what is older than an hour, but not how much there was', () => {
    counter.exchanged(exchange({ outcome: failed('timed-out') }))
    now += 59 * minute
    counter.exchanged(exchange())
    expect(countOf('sayBusy')).toMatchObject({ lastHour: 2, failedLastHour: 1, sinceStart: 2 })
    now += minute
    expect(countOf('sayBusy')).toMatchObject({ lastHour: 1, failedLastHour: 0, sinceStart: 2 })
    now += 24 * hour
    expect(countOf('sayBusy')).toMatchObject({ lastHour: 0, failedLastHour: 0, sinceStart: 2 })
  })

  it('is not misled by a clock that was set back', () => {
    counter.exchanged(exchange())
    now -= 24 * hour
    counter.exchanged(exchange())
    expect(countOf('sayBusy')).toMatchObject({ lastHour: 1, sinceStart: 2 })
  })

  it('lists what was used most first', () => {
    counter.exchanged(exchange({ name: 'b' }))
    counter.exchanged(exchange({ name: 'a' }))
    for (let n = 0; n < 3; n += 1) counter.exchanged(poll(answered()))
    const { requests, requestsLastHour } = counter.read()
    expect(requests.map(({ name, lastHour }) => [name, lastHour])).toEqual([
      ['getAgentEvent', 3],
      ['a', 1],
      ['b', 1],
    ])
    expect(requestsLastHour).toBe(5)
  })

  it('stays small in a long and busy day', () => {
    for (let n = 0; n < 50_000; n += 1) {
      now += 1_000
      counter.exchanged(waitingQuery(answered(), now))
    }
    // It ends 20 seconds after a full minute.
    expect(counter.read()).toMatchObject({
      requestsLastHour: 59 * 60 + 21,
      queueQueryPeak: 2,
    })
  })

  describe('the peak of queue queries', () => {
    const ask = (...times: readonly number[]): number => {
      for (const time of times) counter.exchanged(waitingQuery(answered(), now + time))
      return counter.read().queueQueryPeak
    }

    it.each([
      [[0], 1],
      [[0, 2_000, 4_000], 1],
      [[0, 500, 1_000, 1_500, 1_999, 2_000], 5],
      [[1_999, 0, 2_000, 1_000, 1_500, 500], 5],
      [[0, 100, 200, 30_000, 30_100], 3],
    ])('of %j is %d', (times, peak) => {
      expect(ask(...times)).toBe(peak)
    })

    it('is about queue queries alone', () => {
      for (let n = 0; n < 9; n += 1) counter.exchanged(exchange())
      for (let n = 0; n < 9; n += 1) counter.exchanged(poll(answered()))
      expect(counter.read().queueQueryPeak).toBe(0)
    })

    it('counts all kinds of them together, by the names the client gives them', () => {
      const requests = [
        queueRequests.waitingCalls('101', 1),
        queueRequests.queueFigures('101', [1]),
        queueRequests.vdnSkills('101'),
        rosterRequests.onlineAgents('101'),
        rosterRequests.agentsOfQueue('101', 1),
        rosterRequests.allAgentStatus('101'),
      ]
      for (const { name, method } of requests) counter.exchanged(exchange({ name, method, startedAt: now }))
      expect(counter.read().queueQueryPeak).toBe(requests.length)
    })

    it('is forgotten after an hour', () => {
      ask(0, 100, 200)
      now += hour
      expect(ask(0)).toBe(1)
    })
  })

  describe('answer times', () => {
    it('are those of commands and queries that were answered', () => {
      counter.exchanged(poll(answered()))
      counter.exchanged(exchange({ durationMs: 20_000, outcome: failed('timed-out') }))
      expect(counter.read()).toMatchObject({ answerMedianMs: null, answerSlowestMs: null })
      for (const durationMs of [40, 10, 30, 900])
        counter.exchanged(exchange({ durationMs, outcome: answered('100-007') }))
      expect(counter.read()).toMatchObject({ answerMedianMs: 30, answerSlowestMs: 900 })
    })

    it('are the last two hundred', () => {
      counter.exchanged(exchange({ durationMs: 9_000 }))
      for (let n = 1; n <= 200; n += 1) counter.exchanged(exchange({ durationMs: n }))
      expect(counter.read()).toMatchObject({ answerMedianMs: 100, answerSlowestMs: 200 })
    })
  })
})
