import { createHash } from 'node:crypto'
import {
  ofBitmap,
  ofBuffer,
  ofDataUrl,
  ofPath,
  swapRedAndBlue,
  type ImageSource,
  type Representation,
} from './image-representation.ts'
import { cropBitmap, decodePng, encodePng, pngSize, resizeBitmap, type Bitmap } from './png.ts'

interface Size {
  width: number
  height: number
}
interface Scaled {
  readonly scaleFactor?: number | undefined
}

/** What the control port shows of an image: enough to tell one icon from another. */
export interface ImageView extends Readonly<Size> {
  /** First half of the SHA-256 of its bytes: the same picture has the same one. */
  readonly hash: string
  /** The file it was read from, when it was. */
  readonly path?: string
}

/**
 * Electron's `NativeImage`: pictures for one or more densities, and what can be read from them. The nearest picture answers
 * for a density that is missing; nothing is drawn anew for it. JPEG cannot be turned into pixels here.
 */
export class NativeImage {
  readonly #pictures: Representation[]
  readonly #path: string | undefined
  #template = false

  constructor(pictures: readonly (Representation | undefined)[], path?: string) {
    this.#pictures = pictures.filter((picture) => picture !== undefined)
    this.#path = path
  }

  isEmpty(): boolean {
    return this.#pictures.length === 0
  }

  /** In points, not in the picture's own pixels. */
  getSize(scaleFactor = 1): Size {
    const picture = this.#nearest(scaleFactor)
    if (picture === undefined) return { width: 0, height: 0 }
    return {
      width: Math.floor(picture.width / picture.scaleFactor),
      height: Math.floor(picture.height / picture.scaleFactor),
    }
  }

  getAspectRatio(scaleFactor = 1): number {
    const { width, height } = this.getSize(scaleFactor)
    return height === 0 ? 1 : width / height
  }

  toPNG(options: Scaled = {}): Buffer {
    const picture = this.#nearest(options.scaleFactor)
    if (picture === undefined) return Buffer.alloc(0)
    return pngSize(picture.data) === undefined
      ? encodePng(decodePng(picture.data))
      : Buffer.from(picture.data)
  }

  toDataURL(options: Scaled = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`
  }

  /** Pixels in Electron's order: blue, green, red, alpha. */
  toBitmap(options: Scaled = {}): Buffer {
    const picture = this.#nearest(options.scaleFactor)
    return picture === undefined ? Buffer.alloc(0) : swapRedAndBlue(decodePng(picture.data).pixels)
  }

  resize(options: { width?: number; height?: number }): NativeImage {
    return this.#changed((bitmap) => {
      const ratio = bitmap.width / bitmap.height
      const width = options.width ?? Math.round((options.height ?? bitmap.height) * ratio)
      return resizeBitmap(bitmap, width, options.height ?? Math.round(width / ratio))
    })
  }

  /** Throws nothing: what lies outside the image is cut off, and nothing left is an empty image. */
  crop(rect: { x: number; y: number; width: number; height: number }): NativeImage {
    return this.#changed((bitmap) => cropBitmap(bitmap, rect))
  }

  isTemplateImage(): boolean {
    return this.#template
  }

  setTemplateImage(option: boolean): void {
    this.#template = option
  }

  get isMacTemplateImage(): boolean {
    return this.#template
  }

  set isMacTemplateImage(option: boolean) {
    this.#template = option
  }

  /** Also on an empty image. What is no picture adds nothing, as in Electron. */
  addRepresentation(options: ImageSource & { readonly buffer?: Buffer; readonly dataURL?: string }): void {
    const picture =
      options.buffer === undefined
        ? ofDataUrl(options.dataURL ?? '', options.scaleFactor ?? 1)
        : ofBuffer(options.buffer, options)
    if (picture !== undefined) this.#pictures.push(picture)
  }

  getScaleFactors(): number[] {
    return this.#pictures.map(({ scaleFactor }) => scaleFactor)
  }

  /** For the control port only. */
  _view(): ImageView {
    const hash = createHash('sha256')
    for (const { data } of this.#pictures) hash.update(data)
    return {
      ...this.getSize(),
      hash: hash.digest('hex').slice(0, 32),
      ...(this.#path === undefined ? {} : { path: this.#path }),
    }
  }

  #nearest(scaleFactor = 1): Representation | undefined {
    const away = (picture: Representation): number => Math.abs(picture.scaleFactor - scaleFactor)
    return this.#pictures.toSorted((a, b) => away(a) - away(b))[0]
  }

  #changed(change: (bitmap: Bitmap) => Bitmap): NativeImage {
    const picture = this.#nearest()
    if (picture === undefined) return createEmpty()
    const bitmap = change(decodePng(picture.data))
    return bitmap.pixels.length === 0 ? createEmpty() : new NativeImage([ofBitmap(bitmap)])
  }
}

export function createEmpty(): NativeImage {
  return new NativeImage([])
}

/** PNG or JPEG bytes; or raw pixels (BGRA) when a size is given. What is none of these is an empty image. */
export function createFromBuffer(buffer: Buffer, options: ImageSource = {}): NativeImage {
  return new NativeImage([ofBuffer(buffer, options)])
}

/** Raw pixels: blue, green, red, alpha. Throws when there are too few of them. */
export function createFromBitmap(
  buffer: Buffer,
  options: { width: number; height: number; scaleFactor?: number },
): NativeImage {
  const { width, height, scaleFactor } = options
  if (buffer.length < width * height * 4) throw new Error('invalid buffer size')
  const pixels = swapRedAndBlue(buffer.subarray(0, width * height * 4))
  return new NativeImage([ofBitmap({ width, height, pixels }, scaleFactor)])
}

export function createFromDataURL(dataURL: string): NativeImage {
  return new NativeImage([ofDataUrl(dataURL, 1)])
}

/** The image in a file; an empty image when there is none that can be read, as in Electron. */
export function createFromPath(path: string): NativeImage {
  return new NativeImage(ofPath(path), path)
}
