import { beforeEach, describe, expect, it } from 'vitest'
import { LoginItems } from './login-items.ts'

let items: LoginItems
beforeEach(() => {
  items = new LoginItems()
})

it('refuses the kinds only macOS knows', () => {
  expect(() => items.set({ openAtLogin: true, type: 'agentService' }, 'Probe')).toThrow('agentService')
})

describe('what counts as open at login', () => {
  it.each([
    ['nothing set', [], {}, false],
    ['set', [{ openAtLogin: true }], {}, true],
    ['set and taken back', [{ openAtLogin: true }, { openAtLogin: false }], {}, false],
    ['set without a wish', [{ openAtLogin: true }, {}], {}, false],
    ['asked with other arguments', [{ openAtLogin: true, args: ['--hidden'] }], {}, false],
    [
      'asked with the same arguments',
      [{ openAtLogin: true, args: ['--hidden'] }],
      { args: ['--hidden'] },
      true,
    ],
    ['asked for another program', [{ openAtLogin: true }], { path: '/other' }, false],
    ['another entry taken back', [{ openAtLogin: true }, { openAtLogin: false, name: 'Other' }], {}, true],
  ])('%s', (_name, settings, options, expected) => {
    for (const setting of settings) items.set(setting, 'Probe')
    expect(items.get(options).openAtLogin).toBe(expected)
  })
})

it('lists the entries, and knows one that the person has switched off', () => {
  items.set({ openAtLogin: true, args: ['--hidden'], enabled: false }, 'Probe')
  expect(items.get()).toMatchObject({
    executableWillLaunchAtLogin: false,
    launchItems: [
      { name: 'Probe', path: process.execPath, args: ['--hidden'], scope: 'user', enabled: false },
    ],
  })
})
