import { describe, expect, it } from 'vitest'
import { createFixture } from '../agent/testing/desk-fixture.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { doubtful, online } from '../tray/testing/tray-build.ts'
import { wordsOf } from '../words/words.ts'
import type { Alert } from './alert-desk.ts'
import { DeskAlerts } from './desk-alerts.ts'

describe('a call', () => {
  async function signedIn() {
    const fixture = createFixture()
    await fixture.signIn()
    const raised: Alert[] = []
    const alerts = new DeskAlerts({
      desk: fixture.desk,
      clock: fixture.clock,
      words: () => wordsOf('en'),
      raise: (alert) => raised.push(alert),
    })
    alerts.start()
    const ring = async (callId: string): Promise<void> => {
      fixture.gateway.emit({ type: 'ringing', callId, caller: '13800000001', isAutoAnswer: false })
      await fixture.settle()
    }
    return { ...fixture, raised, alerts, ring }
  }

  it('that is on already is not told', async () => {
    const { gateway, clock, raised } = await signedIn()
    gateway.emit({ type: 'talking', callId: 'c', caller: null })
    await clock.advance(0)
    expect(raised).toEqual([])
  })

  it('is told once, without its number', async () => {
    const { ring, raised, store, clock } = await signedIn()
    await ring('c')
    store.notify('info', { kind: 'second-start' })
    await clock.advance(0)
    expect(raised).toMatchObject([{ kind: 'call-arriving', note: { title: 'A call arrives' } }])
    expect(JSON.stringify(raised)).not.toContain('13800000001')
  })

  it('after another one is told too, and is not taken for it', async () => {
    const { ring, raised, gateway, clock } = await signedIn()
    await ring('c')
    gateway.emit({ type: 'call-released', callId: 'c', by: 'customer' })
    await clock.advance(1000)
    await ring('d')
    expect(new Set(raised.map(({ subject }) => subject)).size).toBe(2)
  })

  it('is not told any more after the end', async () => {
    const { ring, raised, alerts } = await signedIn()
    alerts.dispose()
    await ring('c')
    expect(raised).toEqual([])
  })
})

describe('a silent gateway', () => {
  function silent() {
    const desk = new FakeDesk()
    desk.snapshot = snapshotOf({ session: online })
    const clock = new ManualClock()
    const raised: Alert[] = []
    const alerts = new DeskAlerts({
      desk,
      clock,
      words: () => wordsOf('es'),
      raise: (alert) => raised.push(alert),
    })
    alerts.start()
    return { desk, clock, raised, alerts }
  }

  it('is no news when it answers soon', async () => {
    const { desk, clock, raised } = silent()
    desk.change(snapshotOf({ session: doubtful }))
    await clock.advance(14_999)
    desk.change(snapshotOf({ session: online }))
    await clock.advance(60_000)
    expect(raised).toEqual([])
    expect(clock.pendingTimers).toBe(0)
  })

  it('is told once, in the words of the language', async () => {
    const { desk, clock, raised } = silent()
    for (let n = 0; n < 3; n++) {
      desk.change(snapshotOf({ session: doubtful }))
      await clock.advance(15_000)
    }
    expect(raised).toMatchObject([{ kind: 'session-trouble', note: { title: 'El gateway no responde' } }])
  })

  it('is told again after it has answered meanwhile', async () => {
    const { desk, clock, raised } = silent()
    for (const session of [doubtful, online, doubtful]) {
      desk.change(snapshotOf({ session }))
      await clock.advance(15_000)
    }
    expect(raised).toHaveLength(2)
  })

  it('leaves no timer behind at the end', () => {
    const { desk, clock, alerts } = silent()
    desk.change(snapshotOf({ session: doubtful }))
    alerts.dispose()
    expect(clock.pendingTimers).toBe(0)
  })
})
