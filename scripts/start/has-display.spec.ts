import { describe, expect, it } from 'vitest'
import { hasDisplay } from './has-display.ts'

describe('display', () => {
  it.each([
    [{}, 'linux', false],
    [{ DISPLAY: '', WAYLAND_DISPLAY: '' }, 'linux', false],
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{}, 'win32', true],
    [{}, 'darwin', true],
  ] as const)('with %j on %s: %s', (env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected)
  })
})
