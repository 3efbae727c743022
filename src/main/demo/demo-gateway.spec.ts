import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { DemoGateway } from './demo-gateway.ts'
import type { DemoReady } from './demo-messages.ts'

const ready: DemoReady = {
  type: 'ready',
  gatewayUrl: 'https://127.0.0.1:8043',
  controlUrl: 'http://127.0.0.1:8044',
  caPath: '/home/agent/ca.pem',
  agent: { id: '101', password: 'Deskside#101', phone: '8101' },
}

/** A child that ends when it is told to, unless it hangs. */
class FakeChild extends EventEmitter {
  readonly posted: unknown[] = []
  isHanging = false
  kills = 0

  postMessage(message: unknown): void {
    this.posted.push(message)
    if (!this.isHanging) this.emit('exit', 0)
  }

  kill(): boolean {
    this.kills += 1
    this.emit('exit', 9)
    return true
  }
}

function setUp() {
  const child = new FakeChild()
  const clock = new ManualClock()
  return { child, clock, demo: new DemoGateway(child, clock) }
}

describe('a demo that does not start', () => {
  it('because it says so', async () => {
    const { child, demo } = setUp()
    const answer = demo.ready()
    child.emit('message', { type: 'failed', reason: 'EACCES' })
    expect(await answer).toEqual({ ok: false, error: 'EACCES' })
    expect(child.posted).toEqual([{ type: 'stop' }])
  })

  it('because it ends', async () => {
    const { child, demo } = setUp()
    const answer = demo.ready()
    child.emit('exit', 1)
    expect(await answer).toEqual({ ok: false, error: 'it ended with code 1' })
    expect(child.posted).toEqual([])
  })

  it('because it hangs: it is ended', async () => {
    const { child, clock, demo } = setUp()
    child.isHanging = true
    const answer = demo.ready()
    await clock.advance(15_000)
    await clock.advance(1_000)
    expect(await answer).toEqual({ ok: false, error: 'it did not become ready in time' })
    expect(child.kills).toBe(1)
  })

  it.each([null, 'ready', {}, { type: 'ready' }, { ...ready, gatewayUrl: 7 }, { ...ready, agent: {} }])(
    'takes no message that is none: %j',
    async (message) => {
      const { child, demo } = setUp()
      const answer = demo.ready()
      child.emit('message', message)
      child.emit('message', ready)
      expect(await answer).toEqual({ ok: true, value: ready })
    },
  )
})

describe('stopping', () => {
  it('asks once, and kills what does not answer', async () => {
    const { child, clock, demo } = setUp()
    child.isHanging = true
    const stopped = demo.dispose()
    expect(child.kills).toBe(0)
    await clock.advance(1_000)
    await stopped
    await demo.dispose()
    expect(child.posted).toEqual([{ type: 'stop' }])
    expect(child.kills).toBe(1)
  })

  it('leaves no timer behind', async () => {
    const { child, clock, demo } = setUp()
    const answer = demo.ready()
    child.emit('message', ready)
    await answer
    await demo.dispose()
    expect([clock.pendingTimers, child.kills]).toEqual([0, 0])
  })
})
