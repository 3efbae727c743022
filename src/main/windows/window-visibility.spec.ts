import { describe, expect, it } from 'vitest'
import { FakeShownWindow } from './testing/fake-shown-window.ts'
import { QuitIntent } from './quit-intent.ts'
import { WindowVisibility } from './window-visibility.ts'

function setUp(options: { readonly windows?: FakeShownWindow[]; readonly hasTray?: boolean } = {}) {
  const windows = options.windows ?? [new FakeShownWindow()]
  const intent = new QuitIntent()
  const told: string[] = []
  const visibility = new WindowVisibility({
    windows: () => windows,
    openWindow: () => told.push('open'),
    intent,
    hasTray: () => options.hasTray ?? true,
    explainHidden: () => told.push('explain'),
  })
  return { windows, intent, told, visibility, first: windows[0]! }
}

describe('closing really closes', () => {
  it('when the program is to quit', () => {
    const { visibility, intent, first } = setUp()
    intent.declare('user')
    expect(visibility.hideInsteadOfClosing(first)).toBe(false)
    expect(first.isVisible()).toBe(true)
  })

  it('when no tray would bring the window back', () => {
    const { visibility, first } = setUp({ hasTray: false })
    expect(visibility.hideInsteadOfClosing(first)).toBe(false)
  })

  it('while another window is open', () => {
    const { visibility, first } = setUp({ windows: [new FakeShownWindow(), new FakeShownWindow()] })
    expect(visibility.hideInsteadOfClosing(first)).toBe(false)
  })
})

describe('closing hides', () => {
  it('the last window, and explains it once', () => {
    const { visibility, first, told } = setUp()
    expect(visibility.hideInsteadOfClosing(first)).toBe(true)
    first.show()
    expect(visibility.hideInsteadOfClosing(first)).toBe(true)
    expect(first.isVisible()).toBe(false)
    expect(told).toEqual(['explain'])
  })

  it.each([2, 3])('the last of %i that are closed in one turn', (count) => {
    const { visibility, windows, told } = setUp({
      windows: Array.from({ length: count }, () => new FakeShownWindow()),
    })
    const answers = windows.map((window) => visibility.hideInsteadOfClosing(window))
    expect(answers).toEqual([...Array.from({ length: count - 1 }, () => false), true])
    expect(told).toEqual(['explain'])
    visibility.reveal()
    expect(windows.at(-1)?.focusCount).toBe(1)
  })

  it('the last one left when others are gone', () => {
    const gone = new FakeShownWindow()
    gone.isGone = true
    const { visibility, windows } = setUp({ windows: [gone, new FakeShownWindow()] })
    expect(visibility.hideInsteadOfClosing(windows[1]!)).toBe(true)
  })
})

describe('revealing', () => {
  it.each([
    ['hidden', (window: FakeShownWindow) => window.hide()],
    ['minimised', (window: FakeShownWindow) => (window.minimized = true)],
    ['behind others', () => undefined],
  ])('a window that is %s brings it to the front', (_name, act) => {
    const { visibility, first, told } = setUp()
    act(first)
    visibility.reveal()
    expect([first.isVisible(), first.isMinimized(), first.focusCount]).toEqual([true, false, 1])
    expect(told).toEqual([])
  })

  it('opens a window when there is none, or only a dead one', () => {
    const gone = new FakeShownWindow()
    gone.isGone = true
    for (const windows of [[], [gone]]) {
      const { visibility, told } = setUp({ windows })
      visibility.reveal()
      expect(told).toEqual(['open'])
    }
  })
})

describe('quit intent', () => {
  it('keeps the first reason', () => {
    const intent = new QuitIntent()
    expect([intent.isQuitting, intent.reason]).toEqual([false, 'none'])
    intent.declare('update')
    intent.declare('user')
    expect([intent.isQuitting, intent.reason]).toEqual([true, 'update'])
  })
})
