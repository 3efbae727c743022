import { describe, expect, it } from 'vitest'
import { defaultShortcuts, shortcutBindings, withShortcut } from './shortcut-bindings.ts'
import { parseCommand } from './parse-command.ts'

const palette = 'CommandOrControl+Shift+Space'
const short = (yours: Record<string, string>) =>
  shortcutBindings(yours, false)
    .filter(({ source, accelerator }) => source === 'yours' || accelerator === palette)
    .map(({ accelerator, command, isClash }) => `${accelerator} ${command}${isClash ? ' clash' : ''}`)

describe('keys in force', () => {
  it('are the usual ones, each a command with keys of its own', () => {
    const bindings = shortcutBindings({}, false)
    expect(bindings).toHaveLength(Object.keys(defaultShortcuts).length)
    for (const { command, canonical, isClash, source } of bindings) {
      expect([parseCommand(command).ok, canonical === null, isClash, source]).toEqual([
        true,
        false,
        false,
        'default',
      ])
    }
  })

  it.each([
    [{ 'shift+ctrl+space': '' }, []],
    [{ 'shift+ctrl+space': 'show=desk' }, ['shift+ctrl+space show=desk']],
    [{ F7: 'quit' }, [`${palette} show=palette`, 'F7 quit']],
    [
      { 'Ctrl+F7': 'quit', 'Control+f7': 'sign-out' },
      [`${palette} show=palette`, 'Ctrl+F7 quit', 'Control+f7 sign-out clash'],
    ],
    [{ nonsense: 'quit' }, [`${palette} show=palette`, 'nonsense quit']],
  ] as readonly (readonly [Record<string, string>, readonly string[]])[])(
    'with %j are %j',
    (yours, expected) => {
      expect(short(yours)).toEqual(expected)
    },
  )
})

describe('a change', () => {
  it.each([
    ['adds keys', {}, { accelerator: 'F7', command: 'quit' }, { F7: 'quit' }],
    ['takes added keys away', { F7: 'quit' }, { accelerator: 'F7', command: '' }, {}],
    ['takes usual keys away', {}, { accelerator: palette, command: '' }, { [palette]: '' }],
    [
      'gives a command other keys',
      { F7: 'quit' },
      { accelerator: 'F8', command: 'quit', instead: 'F7' },
      { F8: 'quit' },
    ],
    [
      'gives a command other keys than the usual',
      {},
      { accelerator: 'F8', command: 'show=palette', instead: palette },
      { [palette]: '', F8: 'show=palette' },
    ],
    [
      'replaces another spelling of the same keys',
      { 'Control+F7': 'quit' },
      { accelerator: 'CommandOrControl+F7', command: 'sign-out' },
      { 'CommandOrControl+F7': 'sign-out' },
    ],
  ] as const)('%s', (_name, yours, change, expected) => {
    expect(withShortcut(yours, change, false)).toEqual(expected)
  })
})
