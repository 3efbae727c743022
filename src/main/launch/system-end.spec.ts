import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { quitWithSystem } from './system-end.ts'

class FakeApp extends EventEmitter {
  quits = 0
  quit(): void {
    this.quits += 1
  }
}

function setUp() {
  const [app, power] = [new FakeApp(), new EventEmitter()]
  quitWithSystem({ app, power })
  const openWindow = (): EventEmitter => {
    const window = new EventEmitter()
    app.emit('browser-window-created', {}, window)
    return window
  }
  return { app, power, openWindow }
}

it('nothing quits while the system goes on', () => {
  const { app, power, openWindow } = setUp()
  openWindow().emit('query-session-end')
  power.emit('suspend')
  expect(app.quits).toBe(0)
})

it('a shutdown is held up for as long as the program needs to end', () => {
  const { app, power } = setUp()
  let isHeldUp = false
  power.emit('shutdown', { preventDefault: () => (isHeldUp = true) })
  expect([isHeldUp, app.quits]).toEqual([true, 1])
})

it('a shutdown that cannot be held up ends the program all the same', () => {
  const { app, power } = setUp()
  power.emit('shutdown')
  expect(app.quits).toBe(1)
})

it('the end of the session on Windows reaches the program by any window', () => {
  const { app, openWindow } = setUp()
  openWindow()
  openWindow().emit('session-end')
  expect(app.quits).toBe(1)
})
