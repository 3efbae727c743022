import { describe, expect, it } from 'vitest'
import { readHostChoice, withHeadless } from './start-options.ts'

describe('host', () => {
  it.each([
    [['--host', 'firefox'], '--host: the hosts are electron and chromium'],
    [['--host='], '--host: the hosts are electron and chromium'],
    [['--host'], '--host: a value is needed'],
    [['--host', '--headless'], '--host: a value is needed'],
  ])('%j is refused', (argv, error) => {
    expect(readHostChoice(argv)).toEqual({ ok: false, error })
  })

  it.each([
    [[], 'auto'],
    [['--headless', '--gateway', 'https://gw'], 'auto'],
    [['--host', 'chromium'], 'chromium'],
    [['--host=electron'], 'electron'],
  ])('%j is %s', (argv, value) => {
    expect(readHostChoice(argv)).toEqual({ ok: true, value })
  })
})

describe('headless', () => {
  it.each([
    [[], {}, 'linux', ['--headless']],
    [['--lang=en'], { DISPLAY: '' }, 'linux', ['--lang=en', '--headless']],
    [['--headless=new'], {}, 'linux', ['--headless=new']],
    [[], { DISPLAY: ':0' }, 'linux', []],
    [[], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', []],
    [[], {}, 'win32', []],
    [[], {}, 'darwin', []],
  ] as const)('%j with %j on %s becomes %j', (argv, env, platform, options) => {
    expect(withHeadless(argv, env, platform)).toEqual(options)
  })
})
