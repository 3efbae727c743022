/**
 * Structured clone as text, for a pipe that carries only JSON. Used unchanged by Node and by the page, so it names no
 * API of either. Plain JSON data, nearly all real traffic, takes a short way: one scan and the engine's own JSON.
 */
type Row = readonly [tag: string, ...rest: unknown[]]

const plainPrefix = 'J'
const tablePrefix = 'T'
const errorNames = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
]
const viewNames = [
  ...[
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
  ],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView'],
]

/** What Electron throws when an argument or a result has no structured clone. */
export function cloneError(): Error {
  return new Error('An object could not be cloned.')
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** True when JSON keeps the value exactly, shared references and cycles included (there are none). */
function isJsonExact(value: unknown, seen: Set<object>, isProxy: (value: object) => boolean): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || seen.has(value) || isProxy(value)) return false
  seen.add(value)
  if (Array.isArray(value)) {
    // A hole reads as undefined, which is not exact either.
    return (
      Object.keys(value).length === value.length && value.every((item) => isJsonExact(item, seen, isProxy))
    )
  }
  if (!isPlainObject(value) || 'toJSON' in value || Symbol.toStringTag in value) return false
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || !isJsonExact((value as Record<string, unknown>)[key], seen, isProxy))
      return false
  }
  return true
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(text)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

class Encoder {
  readonly rows: Row[] = []
  readonly #refs = new Map<object, number>()
  readonly #isProxy: (value: object) => boolean

  constructor(isProxy: (value: object) => boolean) {
    this.#isProxy = isProxy
  }

  /** A primitive becomes a literal cell, an object the number of its row. */
  cell(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return [value]
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? [value]
          : ['n', Object.is(value, -0) ? '-0' : String(value)]
      case 'undefined':
        return []
      case 'bigint':
        return ['b', value.toString()]
      case 'object':
        return value === null ? [null] : this.#row(value)
      default:
        throw cloneError()
    }
  }

  #row(value: object): number {
    const known = this.#refs.get(value)
    if (known !== undefined) return known
    if (this.#isProxy(value)) throw cloneError()
    const index = this.rows.length
    this.#refs.set(value, index)
    this.rows.push(['pending'])
    this.rows[index] = this.#describe(value)
    return index
  }

  #properties(value: object): unknown[] {
    return Object.keys(value).map((key) => [key, this.cell((value as Record<string, unknown>)[key])])
  }

  #describe(value: object): Row {
    if (Array.isArray(value)) return ['array', value.length, ...this.#properties(value)]
    if (value instanceof Error) return this.#describeError(value)
    const tag = tagOf(value)
    switch (tag) {
      case 'Date':
        return ['date', this.cell((value as Date).getTime())]
      case 'RegExp':
        return ['regexp', (value as RegExp).source, (value as RegExp).flags]
      case 'Map':
        return ['map', ...[...(value as Map<unknown, unknown>)].map(([k, v]) => [this.cell(k), this.cell(v)])]
      case 'Set':
        return ['set', ...[...(value as Set<unknown>)].map((item) => this.cell(item))]
      case 'ArrayBuffer':
        return ['buffer', toBase64(new Uint8Array(value as ArrayBuffer))]
      case 'Boolean':
      case 'Number':
      case 'String':
      case 'BigInt':
        return ['boxed', this.cell(value.valueOf())]
      case 'Promise':
      case 'WeakMap':
      case 'WeakSet':
      case 'WeakRef':
      case 'Symbol':
        throw cloneError()
      default:
    }
    if (ArrayBuffer.isView(value)) {
      const name = viewNames.includes(tag) ? tag : 'Uint8Array'
      const length = 'length' in value ? value.length : value.byteLength
      return ['view', name, this.cell(value.buffer), value.byteOffset, length]
    }
    return ['object', ...this.#properties(value)]
  }

  #describeError(value: Error): Row {
    const name = errorNames.includes(value.name) ? value.name : 'Error'
    const own = (key: string): unknown =>
      Object.hasOwn(value, key) ? [this.cell(Reflect.get(value, key))] : []
    return ['error', name, value.message, value.stack ?? '', own('cause')]
  }
}

class Decoder {
  readonly #rows: readonly Row[]
  readonly #made = new Map<number, unknown>()

  constructor(rows: readonly Row[]) {
    this.#rows = rows
  }

  cell(cell: unknown): unknown {
    if (typeof cell === 'number') return this.#object(cell)
    const [first, second] = cell as readonly unknown[]
    if (second === undefined) return first
    return first === 'n' ? Number(second) : BigInt(second as string)
  }

  #object(index: number): unknown {
    if (this.#made.has(index)) return this.#made.get(index)
    const row = this.#rows[index]
    if (row === undefined) throw new TypeError('Malformed message: a row is missing')
    return this.#make(index, row)
  }

  #keep<T>(index: number, value: T): T {
    this.#made.set(index, value)
    return value
  }

  #fill(target: object, properties: readonly unknown[]): object {
    for (const property of properties) {
      const [key, cell] = property as readonly [string, unknown]
      // Defining, not setting: a key named __proto__ must stay a key.
      Object.defineProperty(target, key, {
        value: this.cell(cell),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return target
  }

  #make(index: number, [tag, ...rest]: Row): unknown {
    switch (tag) {
      case 'object':
        return this.#fill(this.#keep(index, {}), rest)
      case 'array':
        return this.#fill(this.#keep(index, new Array<unknown>(rest[0] as number)), rest.slice(1))
      case 'date':
        return this.#keep(index, new Date(this.cell(rest[0]) as number))
      case 'regexp':
        return this.#keep(index, new RegExp(rest[0] as string, rest[1] as string))
      case 'map': {
        const map = this.#keep(index, new Map<unknown, unknown>())
        for (const [key, item] of rest as [unknown, unknown][]) map.set(this.cell(key), this.cell(item))
        return map
      }
      case 'set': {
        const set = this.#keep(index, new Set<unknown>())
        for (const item of rest) set.add(this.cell(item))
        return set
      }
      case 'buffer':
        return this.#keep(index, fromBase64(rest[0] as string).buffer)
      case 'view':
        return this.#keep(index, this.#view(rest as [string, unknown, number, number]))
      case 'boxed':
        return this.#keep(index, Object(this.cell(rest[0])))
      case 'error':
        return this.#error(index, rest as [string, string, string, unknown[]])
      default:
        throw new TypeError(`Malformed message: unknown tag ${tag}`)
    }
  }

  #view([name, buffer, offset, length]: [string, unknown, number, number]): unknown {
    if (!viewNames.includes(name)) throw new TypeError(`Malformed message: unknown view ${name}`)
    const make = Reflect.get(globalThis, name) as new (b: unknown, o: number, l: number) => unknown
    return new make(this.cell(buffer), offset, length)
  }

  #error(index: number, [name, message, stack, cause]: [string, string, string, unknown[]]): unknown {
    if (!errorNames.includes(name)) throw new TypeError(`Malformed message: unknown error ${name}`)
    const make = Reflect.get(globalThis, name) as new (message: string) => Error
    const error = this.#keep(index, new make(message))
    Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
    if (cause.length > 0) {
      Object.defineProperty(error, 'cause', {
        value: this.cell(cause[0]),
        writable: true,
        configurable: true,
      })
    }
    return error
  }
}

/**
 * Text of a value's structured clone. Throws "An object could not be cloned." for functions, symbols, promises, weak
 * collections and, where `isProxy` can tell, proxies.
 */
export function encode(value: unknown, isProxy: (value: object) => boolean = () => false): string {
  if (isJsonExact(value, new Set(), isProxy)) return plainPrefix + JSON.stringify(value)
  const encoder = new Encoder(isProxy)
  const root = encoder.cell(value)
  return tablePrefix + JSON.stringify([root, encoder.rows])
}

/** The value {@link encode} was given, as a structured clone. Throws on text that `encode` cannot have made. */
export function decode(text: string): unknown {
  const body: unknown = JSON.parse(text.slice(1))
  if (text.startsWith(plainPrefix)) return body
  if (!text.startsWith(tablePrefix) || !Array.isArray(body)) throw new TypeError('Malformed message')
  const [root, rows] = body as [unknown, readonly Row[]]
  return new Decoder(rows).cell(root)
}
