import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useNow } from './ticker.ts'

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

const start = 1_000_000_000_000

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['setInterval', 'clearInterval', 'Date'] })
  setActivePinia(createPinia())
})

afterEach(() => {
  Reflect.deleteProperty(document, 'hidden')
  vi.useRealTimers()
})

test('nothing ticks without a reader, nor after the last one has gone', () => {
  const [first, second] = [effectScope(), effectScope()]
  expect(vi.getTimerCount()).toBe(0)
  first.run(useNow)
  second.run(useNow)
  expect(vi.getTimerCount()).toBe(1)
  first.stop()
  expect(vi.getTimerCount()).toBe(1)
  second.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('the time is renewed each second; hidden it stands still, and is right at once when seen again', () => {
  const scope = effectScope()
  const now = scope.run(useNow)!
  vi.advanceTimersByTime(2000)
  expect(now.value).toBe(start + 2000)
  setHidden(true)
  expect(vi.getTimerCount()).toBe(0)
  vi.setSystemTime(start + 60_500)
  expect(now.value).toBe(start + 2000)
  setHidden(false)
  expect(now.value).toBe(start + 60_500)
  scope.stop()
})
