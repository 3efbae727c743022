import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { decodePng, encodePng, pngSize, resizeBitmap, type Bitmap } from './png.ts'

interface Size {
  readonly width: number
  readonly height: number
}
interface ImageOptions {
  readonly width?: number
  readonly height?: number
  readonly scaleFactor?: number
}

/** What the control port shows of an image: enough to tell one icon from another. */
export interface ImageView {
  readonly width: number
  readonly height: number
  /** First half of the SHA-256 of its bytes: the same picture has the same one. */
  readonly hash: string
  /** The file it was read from, when it was. */
  readonly path?: string
}

const dataUrlPrefix = /^data:image\/(?:png|jpe?g);base64,/

/** Width and height of a JPEG, from its first frame header; `undefined` when there is none. */
function jpegSize(data: Buffer): Size | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
  }
  return undefined
}

/** Electron's `NativeImage`: PNG or JPEG bytes and what can be read from them. JPEG cannot be turned into pixels here. */
export class NativeImage {
  private readonly data: Buffer
  private readonly size: Size
  private readonly path: string | undefined
  private template = false
  private readonly representations: { readonly scaleFactor: number; readonly image: NativeImage }[] = []

  constructor(data: Buffer, size: Size, path?: string) {
    this.data = data
    this.size = size
    this.path = path
  }

  isEmpty(): boolean {
    return this.data.length === 0
  }

  getSize(): { width: number; height: number } {
    return { ...this.size }
  }

  getAspectRatio(): number {
    return this.size.height === 0 ? 1 : this.size.width / this.size.height
  }

  toPNG(): Buffer {
    return pngSize(this.data) === undefined && !this.isEmpty()
      ? encodePng(this.bitmap())
      : Buffer.from(this.data)
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`
  }

  /** Pixels in Electron's order: blue, green, red, alpha. */
  toBitmap(): Buffer {
    return this.isEmpty() ? Buffer.alloc(0) : swapRedAndBlue(this.bitmap().pixels)
  }

  resize(options: { width?: number; height?: number }): NativeImage {
    if (this.isEmpty()) return createEmpty()
    const width = options.width ?? Math.round((options.height ?? this.size.height) * this.getAspectRatio())
    const height = options.height ?? Math.round(width / this.getAspectRatio())
    return fromBitmap(resizeBitmap(this.bitmap(), width, height))
  }

  isTemplateImage(): boolean {
    return this.template
  }

  setTemplateImage(option: boolean): void {
    this.template = option
  }

  addRepresentation(options: { scaleFactor?: number; buffer?: Buffer; dataURL?: string }): void {
    const image =
      options.dataURL === undefined
        ? createFromBuffer(options.buffer ?? Buffer.alloc(0))
        : createFromDataURL(options.dataURL)
    this.representations.push({ scaleFactor: options.scaleFactor ?? 1, image })
  }

  getScaleFactors(): number[] {
    return [1, ...this.representations.map(({ scaleFactor }) => scaleFactor)]
  }

  /** For the control port only. */
  _view(): ImageView {
    return {
      ...this.size,
      hash: createHash('sha256').update(this.data).digest('hex').slice(0, 32),
      ...(this.path === undefined ? {} : { path: this.path }),
    }
  }

  private bitmap(): Bitmap {
    return decodePng(this.data)
  }
}

function swapRedAndBlue(pixels: Buffer): Buffer {
  const swapped = Buffer.from(pixels)
  for (let at = 0; at + 3 < swapped.length; at += 4) {
    swapped[at] = pixels[at + 2] ?? 0
    swapped[at + 2] = pixels[at] ?? 0
  }
  return swapped
}

function fromBitmap(bitmap: Bitmap): NativeImage {
  return new NativeImage(encodePng(bitmap), { width: bitmap.width, height: bitmap.height })
}

export function createEmpty(): NativeImage {
  return new NativeImage(Buffer.alloc(0), { width: 0, height: 0 })
}

/** PNG or JPEG bytes; or raw pixels (BGRA) when a size is given. What is none of these is an empty image. */
export function createFromBuffer(buffer: Buffer, options: ImageOptions = {}): NativeImage {
  const size = pngSize(buffer) ?? jpegSize(buffer)
  if (size !== undefined) return new NativeImage(Buffer.from(buffer), size)
  const { width = 0, height = 0 } = options
  if (width > 0 && height > 0 && buffer.length >= width * height * 4)
    return createFromBitmap(buffer, { width, height })
  return createEmpty()
}

/** Raw pixels: blue, green, red, alpha. Throws when there are too few of them. */
export function createFromBitmap(buffer: Buffer, options: { width: number; height: number }): NativeImage {
  const { width, height } = options
  if (buffer.length < width * height * 4) throw new Error('invalid buffer size')
  return fromBitmap({ width, height, pixels: swapRedAndBlue(buffer.subarray(0, width * height * 4)) })
}

export function createFromDataURL(dataURL: string): NativeImage {
  if (!dataUrlPrefix.test(dataURL)) return createEmpty()
  return createFromBuffer(Buffer.from(dataURL.replace(dataUrlPrefix, ''), 'base64'))
}

/** The image in a file; an empty image when there is none that can be read, as in Electron. */
export function createFromPath(path: string): NativeImage {
  try {
    const data = readFileSync(path)
    const size = pngSize(data) ?? jpegSize(data)
    return size === undefined ? createEmpty() : new NativeImage(data, size, path)
  } catch {
    return createEmpty()
  }
}
