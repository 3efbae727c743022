import { beforeEach, describe, expect, it } from 'vitest'
import { GlobalShortcut } from './global-shortcut.ts'

let shortcuts: GlobalShortcut
let pressed: string[]
const note = (name: string) => (): void => void pressed.push(name)

beforeEach(() => {
  shortcuts = new GlobalShortcut(() => true)
  pressed = []
})

describe('refusals', () => {
  it.each([
    ['register', (early: GlobalShortcut) => early.register('Ctrl+I', note('early'))],
    ['registerAll', (early: GlobalShortcut) => early.registerAll(['Ctrl+I'], note('early'))],
    ['unregister', (early: GlobalShortcut) => early.unregister('Ctrl+I')],
    ['unregisterAll', (early: GlobalShortcut) => early.unregisterAll()],
    ['setSuspended', (early: GlobalShortcut) => early.setSuspended(true)],
  ])('%s before the app is ready', (_name, use) => {
    expect(() => use(new GlobalShortcut(() => false))).toThrow('before the app is ready')
  })

  it.each([
    ['register', () => shortcuts.register('Ctrl+Banana', note('bad'))],
    ['registerAll, before any of them', () => shortcuts.registerAll(['Ctrl+I', 'Ctrl+Banana'], note('bad'))],
    ['unregister', () => shortcuts.unregister('Ctrl+Banana')],
    ['isRegistered', () => shortcuts.isRegistered('Ctrl+Banana')],
  ])('%s of what is no accelerator', (_name, use) => {
    expect(use).toThrow('conversion failure from Ctrl+Banana')
    expect(shortcuts._list()).toStrictEqual([])
  })

  it('what the app has already', () => {
    expect(shortcuts.register('Ctrl+I', note('first'))).toBe(true)
    expect(shortcuts.register('control+i', note('second'))).toBe(false)
    shortcuts._press('Ctrl+I')
    expect(pressed).toStrictEqual(['first'])
  })

  it('what another program has, until it gives it back', () => {
    expect(shortcuts._occupy('Ctrl+I')).toBe(true)
    expect(shortcuts._occupy('Ctrl+I')).toBe(false)
    expect(shortcuts.register('Ctrl+I', note('mine'))).toBe(false)
    expect(shortcuts.isRegistered('Ctrl+I')).toBe(false)
    expect(shortcuts._press('Ctrl+I')).toBe(false)
    expect(shortcuts._release('Ctrl+I')).toBe(true)
    expect(shortcuts._release('Ctrl+I')).toBe(false)
    expect(shortcuts.register('Ctrl+I', note('mine'))).toBe(true)
    expect(shortcuts._occupy('Ctrl+I')).toBe(false)
  })

  it('all of them, when one is taken', () => {
    shortcuts._occupy('Ctrl+J')
    shortcuts.registerAll(['Ctrl+I', 'Ctrl+J', 'Ctrl+K'], note('many'))
    expect(shortcuts._list()).toStrictEqual([{ accelerator: 'Ctrl+J', holder: 'another program' }])
  })

  it('everything while suspended; what was registered works again afterwards', () => {
    shortcuts.register('Ctrl+I', note('kept'))
    shortcuts.setSuspended(true)
    expect([shortcuts.isSuspended(), shortcuts.register('Ctrl+J', note('new'))]).toStrictEqual([true, false])
    expect(shortcuts._press('Ctrl+I')).toBe(false)
    shortcuts.setSuspended(false)
    expect(shortcuts._press('Ctrl+I')).toBe(true)
    expect(pressed).toStrictEqual(['kept'])
  })
})

it('presses what is registered until it is not', () => {
  shortcuts.registerAll(['Ctrl+I', 'Ctrl+J'], note('both'))
  shortcuts.register('F9', note('nine'))
  expect(shortcuts._list()).toStrictEqual(
    ['Ctrl+I', 'Ctrl+J', 'F9'].map((accelerator) => ({ accelerator, holder: 'app' })),
  )
  shortcuts._press('ctrl+j')
  shortcuts.unregister('Ctrl+I')
  expect([shortcuts._press('Ctrl+I'), shortcuts._press('F9')]).toStrictEqual([false, true])
  shortcuts.unregisterAll()
  expect(shortcuts._press('F9')).toBe(false)
  expect(pressed).toStrictEqual(['both', 'nine'])
})
