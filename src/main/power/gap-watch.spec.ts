import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionView } from '../../shared/domain/session.ts'
import type { Gap } from '../agent/desk-service.ts'
import { FakeDesk } from '../ipc/testing/fake-desk.ts'
import { GapWatch } from './gap-watch.ts'
import { JumpingClock } from './testing/jumping-clock.ts'

const signedIn = {
  agentId: '101',
  since: 1,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
}
const online: SessionView = { phase: 'online', ...signedIn }
const ended = { cause: 'silent-too-long', at: 1 } as const
const signedOut: SessionView = { phase: 'signed-out', ended: null }

describe('GapWatch', () => {
  let clock: JumpingClock
  let start: number
  let power: EventEmitter
  let told: Gap[]
  let desk: FakeDesk & { gapFound(gap: Gap): void }
  let watch: GapWatch

  const listeners = (): number =>
    power.eventNames().reduce((count, name) => count + power.listenerCount(name), 0)
  const gaps = (): readonly (readonly [string, number])[] =>
    told.map(({ cause, from }) => [cause, from - start])

  const enter = (session: SessionView): void => desk.change({ ...desk.snapshot, session })

  beforeEach(async () => {
    clock = new JumpingClock()
    start = clock.now()
    power = new EventEmitter()
    told = []
    desk = Object.assign(new FakeDesk(), { gapFound: (gap: Gap) => told.push(gap) })
    watch = new GapWatch({ power, clock, desk })
    watch.start()
    enter(online)
    await clock.advance(10_400)
  })

  describe('says nothing', () => {
    it.each(['lock-screen', 'unlock-screen', 'on-battery', 'suspend'])('of %s alone', async (event) => {
      power.emit(event)
      await clock.advance(60_000)
      expect(told).toEqual([])
    })

    it('while nobody is signed in', async () => {
      enter(signedOut)
      power.emit('suspend')
      clock.jump(600_000)
      power.emit('resume')
      await clock.advance(5_000)
      expect(told).toEqual([])
      expect(clock.pendingTimers).toBe(0)
    })

    it('of a sleep that was over before anybody signed in', async () => {
      enter(signedOut)
      power.emit('suspend')
      clock.jump(600_000)
      power.emit('resume')
      enter(online)
      await clock.advance(1_000)
      expect(told).toEqual([])
    })

    it('of an answer that comes in time, or while nobody is signed in', () => {
      watch.look()
      enter(signedOut)
      clock.jump(600_000)
      watch.look()
      expect(told).toEqual([])
    })

    it('once it is disposed of', async () => {
      watch.dispose()
      expect([listeners(), desk.listeners.size]).toEqual([0, 0])
      expect(clock.pendingTimers).toBe(0)
      power.emit('resume')
      clock.jump(60_000)
      await clock.advance(5_000)
      expect(told).toEqual([])
    })
  })

  it('listens to each event once, and to nothing else', () => {
    expect(power.eventNames()).toEqual(['suspend', 'resume'])
    expect(listeners()).toBe(2)
  })

  it.each<[SessionView, number]>([
    [signedOut, 0],
    [{ phase: 'signing-in', agentId: '101', since: 1 }, 0],
    [{ phase: 'ended', agentId: '101', ended, canReturn: true }, 0],
    [{ phase: 'taken-over', agentId: '101', ended, canReturn: true }, 0],
    [{ phase: 'doubtful', ...signedIn, doubtSince: 1, error: { code: 'timed-out' } }, 1],
    [{ phase: 'recovering', ...signedIn, doubtSince: 1, gapCause: 'sleep' }, 1],
  ])('%j: %d gaps', async (session, count) => {
    enter(session)
    clock.jump(30_000)
    await clock.advance(1_000)
    power.emit('resume')
    expect(told).toHaveLength(count)
  })

  it('counts a session that is there already when it starts', async () => {
    watch.dispose()
    watch.start()
    clock.jump(30_000)
    await clock.advance(1_000)
    expect(told).toHaveLength(1)
  })

  it('tells a time in which the program did not run', async () => {
    clock.jump(30_000)
    await clock.advance(10_000)
    expect(gaps()).toEqual([['clock-jump', 10_000]])
  })

  it('tells a sleep from the moment it was announced, though ticks still came', async () => {
    power.emit('suspend')
    await clock.advance(2_000)
    power.emit('resume')
    await clock.advance(10_000)
    expect(gaps()).toEqual([['sleep', 10_400]])
  })

  it('tells a waking nobody announced from the last tick', () => {
    power.emit('resume')
    expect(gaps()).toEqual([['sleep', 10_000]])
  })

  describe('tells a gap that clock and system both find once', () => {
    it('when the system speaks first', async () => {
      power.emit('suspend')
      clock.jump(600_000)
      power.emit('resume')
      await clock.advance(10_000)
      expect(gaps()).toEqual([['sleep', 10_000]])
    })

    it('when the clock speaks first', async () => {
      power.emit('suspend')
      clock.jump(600_000)
      await clock.advance(1_000)
      expect(gaps()).toEqual([['sleep', 10_000]])
      power.emit('resume')
      await clock.advance(10_000)
      expect(told).toHaveLength(1)
    })

    it('when the program ran on for a while after the announcement', async () => {
      power.emit('suspend')
      await clock.advance(3_000)
      clock.jump(600_000)
      power.emit('resume')
      await clock.advance(10_000)
      expect(gaps()).toEqual([['sleep', 10_400]])
    })

    it('when the system tells only of the waking, after the first tick', async () => {
      clock.jump(600_000)
      await clock.advance(1_000)
      power.emit('resume')
      expect(gaps()).toEqual([['clock-jump', 10_000]])
    })

    it('when both events were held back until the program ran again', async () => {
      clock.jump(600_000)
      await clock.advance(700)
      power.emit('suspend')
      await clock.advance(5)
      power.emit('resume')
      expect(gaps()).toEqual([['clock-jump', 10_000]])
    })

    it('when the system announces the sleep twice', async () => {
      power.emit('suspend')
      await clock.advance(700)
      power.emit('suspend')
      clock.jump(600_000)
      power.emit('resume')
      expect(gaps()).toEqual([['sleep', 10_400]])
    })
  })

  describe('tells two gaps as two', () => {
    it('when the system sleeps again right after waking', async () => {
      power.emit('suspend')
      clock.jump(600_000)
      power.emit('resume')
      await clock.advance(2_000)
      power.emit('suspend')
      clock.jump(2_000)
      power.emit('resume')
      expect(gaps()).toEqual([
        ['sleep', 10_000],
        ['sleep', 612_400],
      ])
    })

    it('when the program stops once more before the system says that it is awake', async () => {
      power.emit('suspend')
      clock.jump(600_000)
      await clock.advance(1_000)
      clock.jump(300_000)
      power.emit('resume')
      expect(gaps().map(([cause]) => cause)).toEqual(['sleep', 'sleep'])
      expect(told[1]?.from).toBeGreaterThanOrEqual(start + 610_000)
    })

    it('when the waking lies some time behind', async () => {
      clock.jump(600_000)
      await clock.advance(6_000)
      power.emit('resume')
      expect(gaps().map(([cause]) => cause)).toEqual(['clock-jump', 'sleep'])
    })
  })

  it('an answer that lay in the socket meanwhile finds the gap before the tick does, and only once', async () => {
    clock.jump(40_000)
    watch.look()
    expect(gaps()).toEqual([['clock-jump', 10_000]])
    watch.look()
    await clock.advance(5_000)
    expect(told).toHaveLength(1)
  })
})
