import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import '../styles/main.css'
import { restWhileHidden } from './rest-while-hidden.ts'
import Spinner from './Spinner.vue'

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  document.dispatchEvent(new Event('visibilitychange'))
}
afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'))

const playStates = () => document.getAnimations().map((animation) => animation.playState)

test('nothing is animated while the page is hidden', async () => {
  await render(Spinner)
  const stop = restWhileHidden(document)
  expect(playStates()).toEqual(['running'])
  setVisibility('hidden')
  expect(playStates()).toEqual(['paused'])
  setVisibility('visible')
  expect(playStates()).toEqual(['running'])
  stop()
})

test('a page that begins hidden rests from the start; its undo leaves nothing behind', () => {
  setVisibility('hidden')
  const stop = restWhileHidden(document)
  expect(document.documentElement.hasAttribute('data-hidden')).toBe(true)
  stop()
  expect(document.documentElement.hasAttribute('data-hidden')).toBe(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(document.documentElement.hasAttribute('data-hidden')).toBe(false)
})
