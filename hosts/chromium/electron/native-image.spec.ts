import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  it.each([
    ['a part', { x: 1, y: 0, width: 1, height: 1 }, pixels.subarray(4)],
    ['more than there is', { x: -5, y: -5, width: 50, height: 50 }, pixels],
    ['nothing of it', { x: 2, y: 0, width: 5, height: 5 }, Buffer.alloc(0)],
  ])('are cut out: %s', (_name, rect, expected) => {
    expect(image.crop(rect).toBitmap()).toStrictEqual(expected)
  })
})

describe('pictures for denser screens', () => {
  const square = (side: number, blue: number): Buffer =>
    createFromBitmap(
      Buffer.from(
        Array(side * side)
          .fill([blue, 0, 0, 255])
          .flat() as number[],
      ),
      {
        width: side,
        height: side,
      },
    ).toPNG()

  it('what is no picture adds nothing', () => {
    const image = createEmpty()
    image.addRepresentation({ scaleFactor: 2, buffer: Buffer.from('text') })
    image.addRepresentation({ scaleFactor: 2, dataURL: 'data:text/plain;base64,aGk=' })
    image.addRepresentation({ scaleFactor: 2 })
    expect([image.isEmpty(), image.getScaleFactors()]).toStrictEqual([true, []])
  })

  it('are composed; the nearest one answers', () => {
    const image = createEmpty()
    image.addRepresentation({ scaleFactor: 1, buffer: square(2, 10) })
    image.addRepresentation({ scaleFactor: 2, dataURL: createFromBuffer(square(4, 20)).toDataURL() })
    image.addRepresentation({ scaleFactor: 3, buffer: Buffer.alloc(36 * 4, 30), width: 6, height: 6 })
    expect(image.isEmpty()).toBe(false)
    expect(image.getScaleFactors()).toStrictEqual([1, 2, 3])
    expect([1, 2, 2.4, 9].map((scaleFactor) => image.toBitmap({ scaleFactor })[0])).toStrictEqual([
      10, 20, 20, 30,
    ])
    expect([1, 2, 3].map((scale) => image.getSize(scale))).toStrictEqual(
      Array(3).fill({ width: 2, height: 2 }),
    )
    expect(createFromBuffer(image.toPNG({ scaleFactor: 2 })).getSize()).toStrictEqual({ width: 4, height: 4 })
  })

  it('are told from each other by their hash, and by their file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'image-spec-'))
    const path = join(folder, 'icon.png')
    writeFileSync(path, square(2, 10))
    const plain = createFromPath(path)
    writeFileSync(join(folder, 'icon@2x.png'), square(4, 20))
    const both = createFromPath(path)
    rmSync(folder, { recursive: true })
    expect(plain._view()).toStrictEqual({ ...createFromBuffer(square(2, 10))._view(), path })
    expect(plain._view().hash).not.toBe(createFromBuffer(square(2, 11))._view().hash)
    expect(both.getScaleFactors()).toStrictEqual([1, 2])
    expect(both._view()).toMatchObject({ width: 2, height: 2 })
    expect(both._view().hash).not.toBe(plain._view().hash)
  })

  it('know their own density', () => {
    expect(createFromBuffer(square(4, 20), { scaleFactor: 2 }).getSize()).toStrictEqual({
      width: 2,
      height: 2,
    })
  })
})
