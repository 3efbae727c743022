import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceleratorOf, canonicalAccelerator } from './accelerator.ts'

const canonical = (text: string): string | null => canonicalAccelerator(text, false)

describe('no keys for a command', () => {
  it.each([
    '',
    '+',
    'Control',
    'Control+Shift',
    'A',
    'Shift+A',
    'Shift+Space',
    'Control+A+B',
    'Control+Nope',
    'F0',
    'F25',
    'Ctrl+é',
    // Names of every object, which no table of modifiers holds.
    'constructor+F5',
    '__proto__+Control+A',
  ])('%j', (text) => {
    expect(canonical(text)).toBeNull()
  })

  it('whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => void canonical(text)))
  })
})

describe('one spelling', () => {
  it.each([
    ['CommandOrControl+Shift+F9', 'Control+Shift+F9'],
    ['shift+ctrl+f9', 'Control+Shift+F9'],
    ['CmdOrCtrl + Option + i', 'Control+Alt+I'],
    ['F9', 'F9'],
    ['F1', 'F1'],
    ['f24', 'F24'],
    ['Alt+Return', 'Alt+Enter'],
    ['Meta+space', 'Super+Space'],
    ['Ctrl+,', 'Control+,'],
  ])('%s is %s', (text, same) => {
    expect(canonical(text)).toBe(same)
  })

  it('knows the Mac’s own key', () => {
    expect(canonicalAccelerator('CommandOrControl+K', true)).toBe('Super+K')
    expect(canonicalAccelerator('Control+K', true)).toBe('Control+K')
  })
})

describe('keys that are held', () => {
  const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

  it.each([
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, null],
    [{ key: 'Dead', code: 'BracketLeft', ctrlKey: true }, null],
    [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'CommandOrControl+K'],
    // The same place on a French keyboard.
    [{ key: 'a', code: 'KeyQ', ctrlKey: true }, 'CommandOrControl+A'],
    [{ key: 'ф', code: 'KeyA', ctrlKey: true }, 'CommandOrControl+A'],
    [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, 'CommandOrControl+Shift+1'],
    [{ key: '1', code: 'Numpad1', altKey: true }, 'Alt+num1'],
    [{ key: ' ', code: 'Space', ctrlKey: true, shiftKey: true }, 'CommandOrControl+Shift+Space'],
    [{ key: ',', code: 'Comma', ctrlKey: true }, 'CommandOrControl+,'],
    [{ key: 'F9', code: 'F9' }, 'F9'],
    [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+Up'],
    [{ key: 'i', code: 'KeyI', metaKey: true }, 'Super+I'],
  ])('%j are %s', (pressed, accelerator) => {
    expect(acceleratorOf({ ...none, ...pressed }, false)).toBe(accelerator)
  })

  it('on a Mac are named by its own key', () => {
    expect(acceleratorOf({ ...none, key: 'k', code: 'KeyK', metaKey: true }, true)).toBe('CommandOrControl+K')
    expect(acceleratorOf({ ...none, key: 'k', code: 'KeyK', ctrlKey: true }, true)).toBe('Control+K')
  })
})
