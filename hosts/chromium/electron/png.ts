import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels in rows from the top: red, green, blue, alpha. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
/** Samples per pixel for each PNG colour type. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Size of a PNG; `undefined` when the bytes are none. */
export function pngSize(data: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (data.length < 24 || !data.subarray(0, 8).equals(signature)) return undefined
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG of the pixels, 8 bits per channel with alpha. */
export function encodePng({ width, height, pixels }: Bitmap): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) {
    pixels.copy(rows, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4)
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(data: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at + 12 <= data.length;) {
    const length = data.readUInt32BE(at)
    const type = data.toString('latin1', at + 4, at + 8)
    const body = data.subarray(at + 8, at + 8 + length)
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), body]))
    at += length + 12
  }
  return chunks
}

/** PNG specification, 9.4: the predictor with the smallest distance. */
function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [dLeft, dUp, dCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (dLeft <= dUp && dLeft <= dCorner) return left
  return dUp <= dCorner ? up : corner
}

function unfilter(raw: Buffer, height: number, stride: number, step: number): Buffer {
  const out = Buffer.alloc(height * stride)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= step ? (out[at - step] ?? 0) : 0
      const up = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      out[at] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return out
}

/** Pixels of a PNG with 8 bits per channel, not interlaced: what icons are. Throws for others. */
export function decodePng(data: Buffer): Bitmap {
  const size = pngSize(data)
  const chunks = chunksOf(data)
  const header = chunks.get('IHDR')
  if (size === undefined || header === undefined) throw new Error('Not a PNG image')
  const { width, height } = size
  const colour = header[9] ?? 0
  const channels = channelsOf[colour]
  if (header[8] !== 8 || header[12] !== 0 || channels === undefined) {
    throw new Error('Chromium host: only 8-bit PNG images that are not interlaced can be turned into pixels')
  }
  const samples = unfilter(
    inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)),
    height,
    width * channels,
    channels,
  )
  const palette = chunks.get('PLTE')
  const alphas = chunks.get('tRNS')
  const pixels = Buffer.alloc(width * height * 4)
  for (let index = 0; index < width * height; index++) {
    const sample = (offset: number): number => samples[index * channels + offset] ?? 0
    const entry = sample(0)
    const rgba =
      colour === 3
        ? [0, 1, 2].map((offset) => palette?.[entry * 3 + offset] ?? 0).concat(alphas?.[entry] ?? 255)
        : colour === 0 || colour === 4
          ? [entry, entry, entry, colour === 4 ? sample(1) : 255]
          : [entry, sample(1), sample(2), colour === 6 ? sample(3) : 255]
    pixels.set(rgba, index * 4)
  }
  return { width, height, pixels }
}

/** Nearest-neighbour scaling: exact for the whole factors icons are scaled by. */
export function resizeBitmap(source: Bitmap, width: number, height: number): Bitmap {
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) {
    const fromY = Math.floor((y * source.height) / height)
    for (let x = 0; x < width; x++) {
      const from = (fromY * source.width + Math.floor((x * source.width) / width)) * 4
      source.pixels.copy(pixels, (y * width + x) * 4, from, from + 4)
    }
  }
  return { width, height, pixels }
}

/** The part of the pixels that lies in a rectangle; no pixels when none does. */
export function cropBitmap(
  source: Bitmap,
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Bitmap {
  const left = Math.max(rect.x, 0)
  const top = Math.max(rect.y, 0)
  const width = Math.max(Math.min(rect.x + rect.width, source.width) - left, 0)
  const height = Math.max(Math.min(rect.y + rect.height, source.height) - top, 0)
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * source.width + left) * 4
    source.pixels.copy(pixels, y * width * 4, from, from + width * 4)
  }
  return { width, height, pixels }
}
