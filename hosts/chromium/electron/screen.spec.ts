import { describe, expect, it } from 'vitest'
import { Screen } from './screen.ts'

describe('before the app is ready', () => {
  it.each([
    ['displays', (screen: Screen) => screen.getAllDisplays()],
    ['the primary display', (screen: Screen) => screen.getPrimaryDisplay()],
    ['a listener', (screen: Screen) => screen.on('display-added', () => undefined)],
    ['a listener for once', (screen: Screen) => screen.once('display-added', () => undefined)],
  ])('%s: refused', (_name, use) => {
    expect(() => use(new Screen(() => false))).toThrow(
      `The 'screen' module can't be used before the app 'ready' event`,
    )
    expect(() => use(new Screen(() => true))).not.toThrow()
  })
})
