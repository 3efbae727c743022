import { EventEmitter } from 'node:events'

/**
 * Makes the methods of a destroyed object throw, as Electron's do: using a window that is gone is a bug the app must
 * learn of here and not in production. Listeners, names in `kept` and the host's own (leading underscore) go on working.
 */
export function retire(object: EventEmitter, kept: readonly string[]): void {
  const gone = (): never => {
    throw new TypeError('Object has been destroyed')
  }
  let prototype: unknown = Object.getPrototypeOf(object)
  while (prototype instanceof EventEmitter && prototype !== EventEmitter.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const isOwn = typeof value === 'function' && name !== 'constructor' && !name.startsWith('_')
      if (isOwn && !kept.includes(name))
        Object.defineProperty(object, name, { value: gone, configurable: true })
    }
    prototype = Object.getPrototypeOf(prototype)
  }
}
