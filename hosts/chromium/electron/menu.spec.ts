import { describe, expect, it } from 'vitest'
import { clickMenuPath } from '../control/tray-click.ts'
import { Menu } from './menu.ts'

function sample(clicked: string[] = []): Menu {
  const note = (item: { label: string; checked: boolean }): void => {
    clicked.push(`${item.label} ${String(item.checked)}`)
  }
  return Menu.buildFromTemplate([
    { label: 'Open', click: note },
    { label: 'Box', type: 'checkbox', checked: true, click: note },
    { type: 'separator' },
    { label: 'Off', enabled: false, sublabel: 'not signed in' },
    { label: 'Hidden', visible: false },
    {
      label: 'More',
      submenu: [
        { label: 'One', type: 'radio', click: note },
        { label: 'Two', type: 'radio', click: note, id: 'two' },
        { type: 'separator' },
        { label: 'Other', type: 'radio', checked: true },
      ],
    },
  ])
}

describe('clicks that are refused', () => {
  it.each([
    ['no such label', ['Nope'], 404, 'Nope'],
    ['no such label below', ['More', 'Nope'], 404, 'Nope'],
    ['below an item that is no submenu', ['Open', 'x'], 404, 'x'],
    ['hidden', ['Hidden'], 404, 'Hidden'],
    ['disabled', ['Off'], 409, 'Off'],
    ['a submenu itself', ['More'], 409, 'More'],
  ])('%s', (_name, path, status, label) => {
    expect(clickMenuPath(sample(), path)).toMatchObject({ status, body: { label } })
  })

  it('gives the reason a disabled item shows', () => {
    expect(clickMenuPath(sample(), ['Off']).body).toMatchObject({ reason: 'not signed in' })
  })

  it('has nothing to click without a menu', () => {
    expect(clickMenuPath(null, ['Open']).status).toBe(404)
  })

  it('refuses a template entry without label, role or type', () => {
    expect(() => Menu.buildFromTemplate([{ enabled: true }])).toThrow('Invalid template')
  })
})

it('ticks a box before its listener runs', () => {
  const clicked: string[] = []
  const menu = sample(clicked)
  clickMenuPath(menu, ['Box'])
  clickMenuPath(menu, ['Box'])
  expect(clicked).toStrictEqual(['Box false', 'Box true'])
})

it('moves the mark within a radio group, and only there', () => {
  const menu = sample()
  const marks = (): unknown => menu._view()[5]?.submenu?.map(({ checked }) => checked)
  expect(marks()).toStrictEqual([true, false, undefined, true])
  expect(clickMenuPath(menu, ['More', 'Two']).status).toBe(200)
  expect(marks()).toStrictEqual([false, true, undefined, true])
  expect(menu.getMenuItemById('two')?.checked).toBe(true)
})
