import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp, effectScope } from 'vue'
import { bridgeKey } from '../bridge/bridge.ts'
import { guardBridge } from '../bridge/guarded-bridge.ts'
import { usePreferences } from '../stores/preferences.ts'
import { commandsSnapshot, deskSnapshot, preferencesSnapshot } from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'
import { useGuard } from './use-guard.ts'

const start = 1_000_000_000_000

/** A guard of 500 ms that has heard of commands before, but of no change, unless `heard` says otherwise. */
function setUp({ guardMs = 500, heard = true } = {}) {
  const bridge = stubBridge(deskSnapshot())
  const pinia = createPinia()
  const app = createApp({}).provide(bridgeKey, guardBridge(bridge)).use(pinia)
  const scope = effectScope()
  const guard = app.runWithContext(() => {
    usePreferences(pinia)
    bridge.pushPreferences(preferencesSnapshot({ guardMs }, 1))
    return scope.run(useGuard)!
  })
  let revision = 10
  const tell = (changedByItselfAt: number | null): void =>
    bridge.pushCommands(commandsSnapshot({ revision: revision++, changedByItselfAt }))
  if (heard) tell(start - 60_000)
  return { guard, tell, scope, bridge }
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('closes at once when something has changed by itself, and opens after the interval', () => {
  const { guard, tell } = setUp()
  expect(guard.isClosed.value).toBe(false)
  tell(start)
  expect(guard.isClosed.value).toBe(true)
  vi.advanceTimersByTime(499)
  expect(guard.isClosed.value).toBe(true)
  vi.advanceTimersByTime(1)
  expect(guard.isClosed.value).toBe(false)
})

test('a second change begins the interval anew', () => {
  const { guard, tell } = setUp()
  tell(start)
  vi.advanceTimersByTime(400)
  tell(start + 400)
  vi.advanceTimersByTime(499)
  expect(guard.isClosed.value).toBe(true)
  vi.advanceTimersByTime(1)
  expect(guard.isClosed.value).toBe(false)
})

test('word of other things does not close it', () => {
  const { guard, tell } = setUp()
  tell(start - 60_000)
  tell(null)
  expect(guard.isClosed.value).toBe(false)
})

test.each([
  ['long ago', 501, false],
  ['just now', 499, true],
])('a window that first hears of a change %s', (_when, agoMs, isClosed) => {
  const { guard, tell } = setUp({ heard: false })
  tell(start - agoMs)
  expect(guard.isClosed.value).toBe(isClosed)
})

test('an interval of 0 is no guard', () => {
  const { guard, tell } = setUp({ guardMs: 0 })
  tell(start)
  expect(guard.isClosed.value).toBe(false)
})

test('leaves no timer behind, and hears nothing more', () => {
  const { guard, tell, scope } = setUp()
  tell(start)
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
  const before = guard.isClosed.value
  tell(start + 1)
  expect([guard.isClosed.value, vi.getTimerCount()]).toEqual([before, 0])
})
