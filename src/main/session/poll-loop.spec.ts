import { beforeEach, describe, expect, it } from 'vitest'
import { FakeGateway } from '../gateway/testing/fake-gateway.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { PollLoop } from './poll-loop.ts'

const atOnce = { type: 'poll', after: 'sign-in', failures: 0 } as const

describe('PollLoop', () => {
  let gateway: FakeGateway
  let clock: ManualClock
  let told: unknown[]
  let polls: PollLoop

  beforeEach(() => {
    gateway = new FakeGateway()
    clock = new ManualClock()
    told = []
    polls = new PollLoop({
      clock,
      random: () => 0.5,
      listener: {
        pollSent: () => told.push('sent'),
        pollAnswered: (event) => told.push(['answered', event]),
        pollAnsweredLate: (event) => told.push(['late', event]),
        pollFailed: (error) => told.push(['failed', error.kind]),
      },
    })
  })

  const open = async (): Promise<void> => {
    polls.enter(gateway, '101')
    polls.plan(atOnce)
    await clock.advance(0)
    told.splice(0)
  }

  it('plans nothing before a session was entered, nor after it was left', async () => {
    polls.plan(atOnce)
    polls.enter(gateway, '101')
    polls.leave()
    polls.plan(atOnce)
    expect(clock.pendingTimers).toBe(0)
    await clock.advance(1_000)
    expect(told).toEqual([])
  })

  it('tells nothing of a session that was left, not even an answer that had arrived', async () => {
    await open()
    gateway.emit({ type: 'rest-over' })
    polls.leave()
    await settle()
    expect(told).toEqual([])
  })

  it('tells nothing of an older session under a newer one', async () => {
    await open()
    gateway.emit({ type: 'rest-over' })
    polls.enter(new FakeGateway(), '101')
    await settle()
    expect(told).toEqual([])
  })

  it('tells an answer that had arrived when the poll was given up as late, and it is no sign of life', async () => {
    await open()
    const { lastContactAt } = polls
    await clock.advance(5_000)
    gateway.emit({ type: 'rest-over' })
    polls.giveUp()
    await settle()
    expect(told).toEqual([['late', { type: 'rest-over' }]])
    expect(polls.lastContactAt).toBe(lastContactAt)
  })

  it('tells no failure of a poll that was given up', async () => {
    await open()
    polls.giveUp()
    await gateway.dropConnections()
    await settle()
    expect(gateway.pollsUnderWay).toBe(0)
    expect(told).toEqual([])
  })

  it('tells the end of the session all the same, for it is true however late it is read', async () => {
    await open()
    gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
    polls.giveUp()
    await settle()
    expect(told).toEqual([['failed', 'session-gone']])
  })

  it('ends the open poll before it begins another one', async () => {
    await open()
    polls.plan(atOnce)
    await clock.advance(0)
    expect(told).toEqual(['sent'])
    expect([gateway.pollsUnderWay, gateway.mostPollsAtOnce]).toEqual([1, 1])
  })

  it('counts an answer, with or without an event, as a sign of life, and a failure not', async () => {
    await open()
    const entered = polls.lastContactAt
    await clock.advance(1_000)
    gateway.failPoll({ kind: 'cut' })
    await settle()
    expect(polls.lastContactAt).toBe(entered)
    polls.plan(atOnce)
    await clock.advance(1_000)
    gateway.emit(null)
    await settle()
    expect(polls.lastContactAt).toBe(entered + 2_000)
    expect(told).toEqual([['failed', 'cut'], 'sent', ['answered', null]])
  })
})
