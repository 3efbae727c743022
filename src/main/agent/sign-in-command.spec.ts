import { beforeEach, describe, expect, it } from 'vitest'
import { JumpingClock } from '../power/testing/jumping-clock.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const hourMs = 3_600_000
const held = { kind: 'refused', reason: 'already-signed-in', retcode: '100-002', message: '' } as const

describe('the way back ends', () => {
  let clock: JumpingClock
  let fixture: DeskFixture
  const canReturn = (): boolean | null => {
    const { session } = fixture.desk.snapshot
    return 'canReturn' in session ? session.canReturn : null
  }
  const comeBack = () => fixture.desk.returnToSession({ takeOver: true }, 'window')
  const isForgotten = async (): Promise<void> => {
    expect(canReturn()).toBe(false)
    expect(await comeBack()).toEqual({ ok: false, error: { code: 'not-connected' } })
    expect(fixture.gateway.called('forceSignIn')).toEqual([])
    expect(fixture.clock.pendingTimers).toBe(0)
  }

  beforeEach(async () => {
    clock = new JumpingClock()
    fixture = createFixture({ clock })
    await fixture.signIn()
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
  })

  it('eight hours after the end of the session, and not before', async () => {
    await fixture.clock.advance(8 * hourMs - 1)
    expect(canReturn()).toBe(true)
    await fixture.clock.advance(1)
    await isForgotten()
  })

  it('eight hours after the end, whatever was tried meanwhile', async () => {
    await fixture.clock.advance(7 * hourMs)
    fixture.gateway.failNext('signIn', { kind: 'unreachable', detail: 'X' })
    await fixture.desk.returnToSession({ takeOver: false }, 'window')
    expect(canReturn()).toBe(true)
    await fixture.clock.advance(hourMs)
    await isForgotten()
  })

  it('anew, when the gateway tells that somebody else holds the ID', async () => {
    await fixture.clock.advance(7 * hourMs)
    fixture.gateway.failNext('signIn', held)
    await fixture.desk.returnToSession({ takeOver: false }, 'window')
    await fixture.clock.advance(7 * hourMs)
    expect(canReturn()).toBe(true)
    await fixture.clock.advance(hourMs)
    await isForgotten()
  })

  it('when the agent gives it up', async () => {
    expect(await fixture.desk.signOut({ force: false }, 'window')).toEqual({ ok: true, value: null })
    await isForgotten()
  })

  it('after a sleep in which no timer ran', async () => {
    clock.jump(8 * hourMs)
    expect((await comeBack()).ok).toBe(false)
    await isForgotten()
  })

  it('when the end of such a sleep is noticed, before anybody asks', () => {
    clock.jump(8 * hourMs)
    fixture.desk.gapFound({ from: clock.now() - 8 * hourMs, cause: 'sleep' })
    expect(canReturn()).toBe(false)
  })

  it('with the program', async () => {
    await fixture.desk.dispose()
    await isForgotten()
  })

  it('not while a session stands', async () => {
    expect((await comeBack()).ok).toBe(true)
    await fixture.clock.advance(9 * hourMs)
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    expect(canReturn()).toBe(true)
  })
})
