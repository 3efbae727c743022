import { createPinia, setActivePinia } from 'pinia'
import { createApp, effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bridgeKey } from '../../bridge/bridge.ts'
import { guardBridge } from '../../bridge/guarded-bridge.ts'
import { deskSnapshot } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { useVisibleRefresh } from './use-visible-refresh.ts'

let scope: EffectScope

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

function start() {
  const bridge = stubBridge(deskSnapshot())
  const app = createApp({}).provide(bridgeKey, guardBridge(bridge))
  const pinia = createPinia()
  app.use(pinia)
  setActivePinia(pinia)
  const reload = vi.fn()
  scope = effectScope()
  scope.run(() => useVisibleRefresh(reload))
  let revision = 1
  return { reload, pushSnapshot: () => bridge.pushSnapshot(deskSnapshot({ revision: ++revision })) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  scope.stop()
  Reflect.deleteProperty(document, 'hidden')
  vi.useRealTimers()
})

test('never while hidden, and at once when seen again', () => {
  setHidden(true)
  const { reload, pushSnapshot } = start()
  pushSnapshot()
  vi.advanceTimersByTime(60_000)
  expect(reload).not.toHaveBeenCalled()
  setHidden(false)
  expect(reload).toHaveBeenCalledTimes(1)
  setHidden(true)
  pushSnapshot()
  expect(vi.getTimerCount()).toBe(0)
})

test('a component that is gone reads nothing more', () => {
  const { pushSnapshot } = start()
  pushSnapshot()
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('at once, then every five seconds', () => {
  const { reload } = start()
  expect(reload).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(15_000)
  expect(reload).toHaveBeenCalledTimes(4)
})

test('a burst of snapshots is one reading a second', () => {
  const { reload, pushSnapshot } = start()
  for (let tenth = 0; tenth < 20; tenth += 1) {
    pushSnapshot()
    vi.advanceTimersByTime(100)
  }
  expect(reload).toHaveBeenCalledTimes(3)
})

test('a snapshot after a quiet second is read without waiting', () => {
  const { reload, pushSnapshot } = start()
  vi.advanceTimersByTime(2000)
  pushSnapshot()
  vi.advanceTimersByTime(0)
  expect(reload).toHaveBeenCalledTimes(2)
})
