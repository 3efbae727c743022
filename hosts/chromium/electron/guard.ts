/** Names the language, Node's `inspect` or a test runner asks every object for; asking them is no use of an API. */
const silent = new Set([
  'then',
  'catch',
  'toJSON',
  'constructor',
  '__esModule',
  'default',
  'domain',
  'inspect',
  'nodeType',
  'href',
  'protocol',
])
const silentPrefix = /^(_|\$\$|@@|asymmetricMatch)/

function notImplemented(path: string): Error {
  return new Error(
    `Chromium host: electron.${path} is not implemented (see hosts/chromium/README.md, "How to add an API")`,
  )
}

function refusing(parent: object, path: string): object {
  return new Proxy(parent, {
    // The parent is the next link of the chain, not replaced by this one: `instanceof` must still find it.
    getPrototypeOf: () => parent,
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || silent.has(key) || silentPrefix.test(key)) {
        return Reflect.get(target, key, receiver)
      }
      throw notImplemented(path === '' ? key : `${path}.${key}`)
    },
  })
}

/**
 * Makes reading an unknown property of `object` throw an error that names it. The check sits at the end of the prototype
 * chain: known properties cost nothing, `in` and assignments work as ever.
 */
export function guard<T extends object>(path: string, object: T): T {
  const parent = Object.getPrototypeOf(object) as object | null
  Object.setPrototypeOf(object, refusing(parent ?? Object.prototype, path))
  return object
}

/** {@link guard} for a class: its instances (named `path`) and its statics. */
export function guardClass<T extends abstract new (...args: never[]) => object>(path: string, type: T): T {
  guard(path, type.prototype as object)
  return guard(path, type)
}

/** Stands for a whole module or class the host lacks: it may be imported, but not used. */
export function absent(name: string): object {
  // A function, not an arrow: `new` must reach the trap.
  function refuse(): never {
    throw notImplemented(name)
  }
  return new Proxy(refuse, {
    apply: refuse,
    construct: refuse,
    get(target, key): unknown {
      if (typeof key === 'symbol' || silent.has(key)) return Reflect.get(target, key)
      throw notImplemented(`${name}.${key}`)
    },
  })
}
