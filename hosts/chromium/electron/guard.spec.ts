import { EventEmitter } from 'node:events'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { absent, guard, guardClass } from './guard.ts'

const refusal = (path: string): string =>
  `Chromium host: electron.${path} is not implemented (see hosts/chromium/README.md, "How to add an API")`

describe('what is not there', () => {
  it('names the property of an object, an instance and a class', () => {
    const Thing = guardClass('Thing', class extends EventEmitter {})
    expect(() => Reflect.get(guard('app', { known: 1 }), 'foo') as unknown).toThrow(refusal('app.foo'))
    expect(() => Reflect.get(new Thing(), 'foo') as unknown).toThrow(refusal('Thing.foo'))
    expect(() => Reflect.get(Thing, 'foo') as unknown).toThrow(refusal('Thing.foo'))
  })
  it('refuses every use of an absent module', () => {
    const module = absent('autoUpdater') as { (): void; new (): object }
    expect(() => Reflect.get(module, 'checkForUpdates') as unknown).toThrow(
      refusal('autoUpdater.checkForUpdates'),
    )
    expect(() => module()).toThrow(refusal('autoUpdater'))
    expect(() => new module()).toThrow(refusal('autoUpdater'))
  })
})

describe('what must go on working', () => {
  const object = guard('app', { known: 1, nothing: undefined })

  it.each([
    ['a known property', () => object.known],
    ['a property that is undefined', () => object.nothing],
    ['a test with in', () => 'foo' in object],
    ['inspection', () => inspect(object)],
    ['JSON', () => JSON.stringify(object)],
    ['text', () => Object.prototype.toString.call(object)],
    ['a test for promises', () => Reflect.get(object, 'then') as unknown],
    ['a symbol', () => Reflect.get(object, Symbol.iterator) as unknown],
  ])('%s', (_name, use) => {
    expect(use).not.toThrow()
  })

  it('awaiting, events and assignments', async () => {
    class Emitter extends EventEmitter {}
    const emitter = new (guardClass('Emitter', Emitter))()
    const heard: unknown[] = []
    emitter.on('x', (value) => heard.push(value))
    emitter.emit('x', await Promise.resolve(object.known))
    Object.assign(emitter, { added: 2 })
    expect(emitter).toBeInstanceOf(EventEmitter)
    expect(heard).toStrictEqual([1])
    expect(Reflect.get(emitter, 'added')).toBe(2)
  })
})
