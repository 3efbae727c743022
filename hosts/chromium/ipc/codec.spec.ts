import { types } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from './codec.ts'

function roundTrip(value: unknown): unknown {
  return decode(encode(value, types.isProxy))
}

describe('values without a structured clone', () => {
  it.each([
    ['a function', () => 1],
    ['a function inside', { list: [() => 1] }],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve(1)],
    ['a weak map', new WeakMap()],
    ['a weak set inside a map', new Map([['k', new WeakSet()]])],
    ['a proxy', new Proxy({}, {})],
    ['a proxy within plain data', { list: [new Proxy({ a: 1 }, {})] }],
  ])('refuses %s', (_name, value) => {
    expect(() => encode(value, types.isProxy)).toThrow('An object could not be cloned.')
  })
})

describe('text that encode cannot have made', () => {
  it.each([
    ['an unknown prefix', 'X[]'],
    ['no table', 'T{}'],
    ['a row that is missing', 'T[7,[]]'],
    ['an unknown tag', 'T[0,[["nonsense"]]]'],
    ['a view that is no view', 'T[0,[["view","Function",[1],0,0]]]'],
    ['an error that is no error', 'T[0,[["error","Function","x","",[]]]]'],
    ['no JSON', 'J{'],
  ])('refuses %s', (_name, text) => {
    expect(() => decode(text)).toThrow()
  })
})

describe('values JSON cannot carry', () => {
  it.each([
    ['undefined', undefined],
    ['a hole', Object.assign(new Array(3), { 0: 1, 2: 3 })],
    ['not a number', NaN],
    ['minus zero', -0],
    ['infinities', [Infinity, -Infinity]],
    ['a big integer', 12345678901234567890n],
    ['a date', new Date(86_400_000)],
    ['an invalid date', new Date(NaN)],
    ['a regular expression', /a+b/giu],
    ['a map', new Map<unknown, unknown>([[{ k: 1 }, new Set([1, 'two'])]])],
    ['bytes', new Uint8Array([0, 127, 255])],
    ['a view into a buffer', new Uint16Array(new Uint8Array([1, 2, 3, 4, 5, 6]).buffer, 2, 1)],
    ['an own __proto__ key', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['lone surrogates', '\ud800'],
    ['boxed primitives', [Object(1), Object('s'), Object(true)]],
  ])('keeps %s', (_name, value) => {
    expect(roundTrip(value)).toStrictEqual(structuredClone(value))
  })

  it('keeps the class, message and cause of an error, and only known classes', () => {
    class Custom extends Error {
      override name = 'Custom'
    }
    const back = roundTrip(new RangeError('far', { cause: new Custom('deep') })) as RangeError
    expect(back).toBeInstanceOf(RangeError)
    expect(back.message).toBe('far')
    expect((back.cause as Error).constructor).toBe(Error)
    expect((back.cause as Error).message).toBe('deep')
  })

  it('keeps cycles and shared references', () => {
    const shared = { n: 1 }
    const value: Record<string, unknown> = { a: shared, b: shared }
    value.self = value
    const back = roundTrip(value) as typeof value
    expect(back.self).toBe(back)
    expect(back.a).toBe(back.b)
  })

  it('drops prototypes, as structured clone does', () => {
    class Point {
      x = 1
      get double(): number {
        return this.x * 2
      }
    }
    expect(roundTrip(new Point())).toStrictEqual({ x: 1 })
  })
})

it('agrees with structuredClone on arbitrary data', () => {
  const data = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  })
  fc.assert(
    fc.property(data, (value) => {
      expect(roundTrip(value)).toStrictEqual(structuredClone(value))
    }),
  )
})
