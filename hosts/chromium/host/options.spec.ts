import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OptionsError, parseOptions, switchValue } from './options.ts'

describe('command lines the host refuses', () => {
  it.each([
    ['no app', ['--headless']],
    ['a port that is none', ['.', '--host-control-port', 'abc']],
    ['a port that is too large', ['.', '--remote-debugging-port=70000']],
    ['a port without a number', ['.', '--host-control-port']],
    ['a user data switch without a folder', ['.', '--user-data-dir', '--headless']],
  ])('%s', (_name, argv) => {
    expect(() => parseOptions(argv, { DISPLAY: ':0' }, 'linux')).toThrow(OptionsError)
  })
})

it.each([
  [['--a=1'], 'a', '1'],
  [['--a', '1'], 'a', '1'],
  [['--a', '--b'], 'a', ''],
  [['--a'], 'a', ''],
  [['--a='], 'a', ''],
  [['--ab=1'], 'a', undefined],
])('reads %j: --%s is %j', (args, name, value) => {
  expect(switchValue(args, name)).toBe(value)
})

it('takes its own switches and leaves them for the app', () => {
  const argv = [
    'app',
    '--user-data-dir',
    'data',
    '--lang=es',
    '--host-control-port',
    '0',
    '--gateway',
    'https://x',
  ]
  expect(parseOptions(argv, { DISPLAY: ':0' }, 'linux')).toStrictEqual({
    appPath: resolve('app'),
    appArgs: argv.slice(1),
    headless: false,
    remoteDebuggingPort: undefined,
    controlPort: 0,
    userDataDir: resolve('data'),
    locale: 'es',
  })
})

it.each([
  ['linux', {}, [], true],
  ['linux', { DISPLAY: ':0' }, [], false],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, [], false],
  ['linux', { DISPLAY: ':0' }, ['--headless'], true],
  ['win32', {}, [], false],
  ['darwin', {}, [], false],
] as const)('on %s with %j and %j headless is %s', (platform, env, args, headless) => {
  expect(parseOptions(['.', ...args], env, platform).headless).toBe(headless)
})
