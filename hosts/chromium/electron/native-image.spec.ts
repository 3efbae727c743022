import { describe, expect, it } from 'vitest'
import {
  createEmpty,
  createFromBitmap,
  createFromBuffer,
  createFromDataURL,
  createFromPath,
} from './native-image.ts'

describe('what is no image', () => {
  it.each([
    ['nothing', () => createEmpty()],
    ['a missing file', () => createFromPath('/does/not/exist.png')],
    ['text', () => createFromBuffer(Buffer.from('hello'))],
    ['another kind of data URL', () => createFromDataURL('data:text/plain;base64,aGk=')],
  ])('%s is an empty image', (_name, make) => {
    expect(make().isEmpty()).toBe(true)
    expect(make().getSize()).toStrictEqual({ width: 0, height: 0 })
  })

  it('refuses too few pixels', () => {
    expect(() => createFromBitmap(Buffer.alloc(3), { width: 1, height: 1 })).toThrow('invalid buffer size')
  })
})

describe('pixels', () => {
  // Two by one: opaque blue, half-transparent green; in blue, green, red, alpha.
  const pixels = Buffer.from([255, 0, 0, 255, 0, 255, 0, 128])
  const image = createFromBitmap(pixels, { width: 2, height: 1 })

  it('survive PNG and data URL', () => {
    expect(createFromBuffer(image.toPNG()).toBitmap()).toStrictEqual(pixels)
    expect(createFromDataURL(image.toDataURL()).toBitmap()).toStrictEqual(pixels)
  })

  it('are repeated when the image grows, with its shape kept', () => {
    const larger = image.resize({ width: 4 })
    expect(larger.getSize()).toStrictEqual({ width: 4, height: 2 })
    expect(larger.toBitmap().subarray(0, 8)).toStrictEqual(Buffer.from([255, 0, 0, 255, 255, 0, 0, 255]))
  })
})
