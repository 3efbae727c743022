import { describe, expect, it } from 'vitest'
import { normaliseAccelerator } from './accelerator.ts'

describe('what is no accelerator', () => {
  it.each([
    ['nothing', ''],
    ['only modifiers', 'Ctrl+Alt'],
    ['only a plus', '+'],
    ['a word', 'Ctrl+Banana'],
    ['two letters', 'Ctrl+ab'],
    ['a letter of another script', 'Ctrl+Ю'],
    ['a function key no keyboard has', 'F25'],
    ['a function key that is none', 'F0'],
    ['a name every object has', 'Ctrl+constructor'],
  ])('%s', (_name, accelerator) => {
    expect(() => normaliseAccelerator(accelerator)).toThrow(
      new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`),
    )
  })
})

describe('the same combination has one spelling', () => {
  it.each([
    ['order', 'Alt+Shift+Ctrl+I', 'Ctrl+Shift+Alt+I'],
    ['case', 'CTRL+i', 'Ctrl+I'],
    ['blanks', ' Ctrl + I ', 'Ctrl+I'],
    ['control', 'Control+I', 'Ctrl+I'],
    ['option', 'Option+I', 'Alt+I'],
    ['meta', 'Meta+I', 'Super+I'],
    ['escape', 'Escape', 'Esc'],
    ['return', 'Return', 'Enter'],
    ['a character that needs shift', 'Ctrl+!', 'Ctrl+Shift+1'],
    ['plus by name', 'Ctrl+Plus', 'Ctrl+Shift+='],
    ['a modifier twice', 'Ctrl+Control+I', 'Ctrl+I'],
    ['of two keys the last', 'Ctrl+A+I', 'Ctrl+I'],
    ['either of two modifiers', 'CommandOrControl+I', process.platform === 'darwin' ? 'Cmd+I' : 'Ctrl+I'],
  ])('%s', (_name, one, other) => {
    expect(normaliseAccelerator(one)).toBe(normaliseAccelerator(other))
  })

  it('and others have others', () => {
    const all = [
      'I',
      'Ctrl+I',
      'Ctrl+Shift+I',
      'Ctrl+Num1',
      'Ctrl+1',
      'F1',
      'F11',
      'AltGr+I',
      'Alt+I',
      'Space',
    ]
    expect(new Set(all.map(normaliseAccelerator)).size).toBe(all.length)
  })
})
