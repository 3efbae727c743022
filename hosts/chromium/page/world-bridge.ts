/**
 * Carries values between the preload's world and the page's world, by the rules of Electron's contextBridge: data is
 * copied, functions and promises become proxies that work in both directions, prototypes are lost.
 *
 * The two worlds share the DOM but no JavaScript object. A MessagePort both worlds hold, never reachable from the page,
 * serves as a private event target: events are dispatched to it synchronously, and Chromium clones an event's `detail`
 * when it is read in another world.
 *
 * Everything used on a call is captured before the page's first script: a page that patches built-ins must not see the
 * port.
 */
export interface WorldBridge {
  /** Listens for values the other world announces with `emit`. */
  onEmit(listener: (value: unknown) => void): void
  /** Hands a value over; throws what the other side's listener threw. */
  emit(value: unknown): void
}

type Encoded =
  | readonly ['raw', unknown]
  | readonly ['array', readonly Encoded[]]
  | readonly ['object', readonly (readonly [string, Encoded])[]]
  | readonly ['function', number]
  | readonly ['promise', number]
  | readonly ['error', string]
type Packet =
  | readonly ['call', callId: number, target: number, args: readonly Encoded[]]
  | readonly ['return', callId: number, value: Encoded]
  | readonly ['throw', callId: number, message: string]
  | readonly ['settle', promiseId: number, fulfilled: boolean, value: Encoded]
  | readonly ['release', target: number]
type AnyFunction = (...args: unknown[]) => unknown

/** Takes a method as it is now, whatever the page makes of it later; called with `apply`. */
function capture<T extends object, K extends keyof T>(owner: T, key: K): T[K] {
  return owner[key]
}

const { apply, getPrototypeOf, ownKeys } = Reflect
const { defineProperty, keys } = Object
const isArray = capture(Array, 'isArray')
const toText = capture(Object.prototype, 'toString')
const objectPrototype = Object.prototype
const Custom = CustomEvent
const dispatch = capture(EventTarget.prototype, 'dispatchEvent')
const then = capture(Promise.prototype, 'then')
const isPromise = (value: object): value is Promise<unknown> => value instanceof Promise
const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail') ?? {}
const detailOf = (event: Event): unknown => apply(capture(readDetail, 'get') ?? (() => null), event, [])
const maxDepth = 1000
const notCloneable = 'An object could not be cloned.'
const unknownException =
  'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.'

/** A loop by index: iterators are the page's to patch. */
function mapList<T, R>(list: readonly T[], map: (item: T) => R): R[] {
  const result: R[] = []
  for (let index = 0; index < list.length; index++) result[index] = map(list[index] as T)
  return result
}

function isPlain(value: object): boolean {
  const prototype = getPrototypeOf(value)
  return prototype === null || prototype === objectPrototype || apply(toText, value, []) === '[object Object]'
}

/** Data only: the engine's own clone is several times faster than copying by hand. */
function isPlainData(value: unknown, seen: Set<object>): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false
  if (typeof value !== 'object' || value === null || seen.has(value)) return true
  seen.add(value)
  if (isArray(value)) {
    return isPlainList(value, seen)
  }
  if (getPrototypeOf(value) !== objectPrototype) return false
  return isPlainList(
    mapList(keys(value), (key) => (value as Record<string, unknown>)[key]),
    seen,
  )
}

function isPlainList(values: readonly unknown[], seen: Set<object>): boolean {
  for (let index = 0, end = values.length; index < end; index++) {
    if (!isPlainData(values[index], seen)) return false
  }
  return true
}

/** Joins this world (`own`) with the other (`other`) over a port both hold. */
export function createWorldBridge(port: MessagePort, own: string, other: string): WorldBridge {
  const functions = new Map<number, AnyFunction>()
  const functionIds = new WeakMap<AnyFunction, number>()
  const proxies = new Map<number, WeakRef<AnyFunction>>()
  const proxyIds = new WeakMap<AnyFunction, number>()
  const settlers = new Map<number, (fulfilled: boolean, value: unknown) => void>()
  const returned = new Map<number, Packet>()
  let lastId = 0
  let listener: (value: unknown) => void = () => undefined
  functions.set(0, (value) => listener(value))

  const transmit = (packet: Packet): void => {
    apply(dispatch, port, [new Custom(other, { detail: packet })])
  }

  // A callback lives as long as its proxy: without this, every call with a callback would leak one.
  const collected = new FinalizationRegistry<number>((id) => {
    if (proxies.get(id)?.deref() !== undefined) return
    proxies.delete(id)
    transmit(['release', id])
  })

  const call = (target: number, args: readonly Encoded[]): unknown => {
    const callId = ++lastId
    transmit(['call', callId, target, args])
    const answer = returned.get(callId)
    returned.delete(callId)
    // No answer: the engine could not clone what was sent or what came back.
    if (answer === undefined) throw new Error(notCloneable)
    if (answer[0] === 'throw') throw new Error(answer[2])
    return answer[0] === 'return' ? decode(answer[2]) : undefined
  }

  const encodeFunction = (value: AnyFunction): Encoded => {
    // A proxy that goes home is the function it stands for, marked by a negative id.
    const home = proxyIds.get(value)
    if (home !== undefined) return ['function', -home]
    const id = functionIds.get(value) ?? ++lastId
    functionIds.set(value, id)
    functions.set(id, value)
    return ['function', id]
  }

  const encodePromise = (value: Promise<unknown>): Encoded => {
    const id = ++lastId
    const settle = (fulfilled: boolean) => (result: unknown) => {
      let encoded: Encoded
      try {
        encoded = encode(result, 0)
      } catch (error) {
        transmit(['settle', id, false, ['error', (error as Error).message]])
        return
      }
      transmit(['settle', id, fulfilled, encoded])
    }
    void apply(then, value, [settle(true), settle(false)])
    return ['promise', id]
  }

  const encode = (value: unknown, depth: number): Encoded => {
    if (depth > maxDepth) throw new Error('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'function') return encodeFunction(value as AnyFunction)
    if (typeof value !== 'object' || value === null)
      return ['raw', typeof value === 'symbol' ? undefined : value]
    if (value instanceof Error) return ['error', value.message]
    if (isPromise(value)) return encodePromise(value)
    if (isPlainData(value, new Set())) return ['raw', value]
    if (isArray(value)) return ['array', mapList(value, (item) => encode(item, depth + 1))]
    if (!isPlain(value)) return ['raw', value]
    const entries = mapList(
      keys(value),
      (key) => [key, encode((value as Record<string, unknown>)[key], depth + 1)] as const,
    )
    return ['object', entries]
  }

  const decodeFunction = (id: number): AnyFunction => {
    if (id < 0) return functions.get(-id) ?? (() => undefined)
    const known = proxies.get(id)?.deref()
    if (known !== undefined) return known
    const proxy: AnyFunction = (...args) => {
      return call(
        id,
        mapList(args, (arg) => encode(arg, 0)),
      )
    }
    proxies.set(id, new WeakRef(proxy))
    collected.register(proxy, id)
    proxyIds.set(proxy, id)
    return proxy
  }

  const decode = (encoded: Encoded): unknown => {
    switch (encoded[0]) {
      case 'raw':
        return encoded[1]
      case 'error':
        return new Error(encoded[1])
      case 'function':
        return decodeFunction(encoded[1])
      case 'promise':
        return new Promise((resolve, reject) => {
          settlers.set(encoded[1], (fulfilled, value) => (fulfilled ? resolve : reject)(value))
        })
      case 'array':
        return mapList(encoded[1], decode)
      case 'object': {
        const object = {}
        mapList(encoded[1], ([key, item]) =>
          defineProperty(object, key, {
            value: decode(item),
            writable: true,
            enumerable: true,
            configurable: true,
          }),
        )
        return object
      }
      default:
        return encoded satisfies never
    }
  }

  const answerCall = (callId: number, target: number, args: readonly Encoded[]): void => {
    try {
      const decoded = mapList(args, decode)
      const result = apply(functions.get(target) ?? (() => undefined), undefined, decoded)
      transmit(['return', callId, encode(result, 0)])
    } catch (error) {
      const message =
        typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined
      transmit(['throw', callId, typeof message === 'string' ? message : unknownException])
    }
  }

  port.addEventListener(own, (event) => {
    const packet = detailOf(event) as Packet | null
    if (packet === null) return
    switch (packet[0]) {
      case 'call':
        answerCall(packet[1], packet[2], packet[3])
        break
      case 'return':
      case 'throw':
        returned.set(packet[1], packet)
        break
      case 'settle':
        settlers.get(packet[1])?.(packet[2], decode(packet[3]))
        settlers.delete(packet[1])
        break
      case 'release': {
        const released = functions.get(packet[1])
        functions.delete(packet[1])
        if (released !== undefined) functionIds.delete(released)
        break
      }
      default:
        packet satisfies never
    }
  })

  return {
    onEmit: (next) => {
      listener = next
    },
    emit: (value) => void call(0, [encode(value, 0)]),
  }
}

/** Freezes an API and everything reachable from it, as Electron does with what it exposes. */
export function deepFreeze(value: unknown): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || Object.isFrozen(value))
    return
  Object.freeze(value)
  for (const key of ownKeys(value)) deepFreeze((value as Record<PropertyKey, unknown>)[key])
}
