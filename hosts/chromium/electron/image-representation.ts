import { existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { encodePng, pngSize, type Bitmap } from './png.ts'

/** One picture of an image: PNG or JPEG bytes, and for how dense a screen it was drawn. */
export interface Representation {
  readonly scaleFactor: number
  readonly data: Buffer
  /** In its own pixels. */
  readonly width: number
  readonly height: number
}

/** Where the bytes of a representation come from, as Electron takes them. */
export interface ImageSource {
  readonly scaleFactor?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** Names of the files beside `icon.png` that Electron reads with it: `icon@2x.png` and so on. */
const densities = [1.25, 1.33, 1.4, 1.5, 1.8, 2, 2.5, 3, 4, 5]

/** Width and height of a JPEG, from its first frame header; `undefined` when there is none. */
function jpegSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
  }
  return undefined
}

export function swapRedAndBlue(pixels: Buffer): Buffer {
  const swapped = Buffer.from(pixels)
  for (let at = 0; at + 3 < swapped.length; at += 4) {
    swapped[at] = pixels[at + 2] ?? 0
    swapped[at + 2] = pixels[at] ?? 0
  }
  return swapped
}

/** Pixels as a picture of their own. */
export function ofBitmap(bitmap: Bitmap, scaleFactor = 1): Representation {
  return { scaleFactor, data: encodePng(bitmap), width: bitmap.width, height: bitmap.height }
}

/** PNG or JPEG bytes; or raw pixels (blue, green, red, alpha) when a size is given; else `undefined`. */
export function ofBuffer(buffer: Buffer, source: ImageSource): Representation | undefined {
  const { scaleFactor = 1, width = 0, height = 0 } = source
  const size = pngSize(buffer) ?? jpegSize(buffer)
  if (size !== undefined) return { scaleFactor, data: Buffer.from(buffer), ...size }
  const length = width * height * 4
  if (length === 0 || buffer.length < length) return undefined
  return ofBitmap({ width, height, pixels: swapRedAndBlue(buffer.subarray(0, length)) }, scaleFactor)
}

export function ofDataUrl(dataURL: string, scaleFactor: number): Representation | undefined {
  const base64 = /^data:image\/(?:png|jpe?g);base64,(.*)$/s.exec(dataURL)?.[1]
  return base64 === undefined ? undefined : ofBuffer(Buffer.from(base64, 'base64'), { scaleFactor })
}

function ofFile(path: string, scaleFactor: number): Representation[] {
  if (!existsSync(path)) return []
  try {
    const found = ofBuffer(readFileSync(path), { scaleFactor })
    return found === undefined ? [] : [found]
  } catch {
    // A folder, or a file that may not be read: no image, as in Electron.
    return []
  }
}

/** The image in a file, and in those beside it that were drawn for denser screens. */
export function ofPath(path: string): Representation[] {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  return [
    ...ofFile(path, 1),
    ...densities.flatMap((density) => ofFile(`${stem}@${String(density)}x${extension}`, density)),
  ]
}
