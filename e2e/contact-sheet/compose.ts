import type { Browser } from '@playwright/test'
import type { Row } from './rows.ts'

/** How much smaller than in the window. Words can still be read, and a sheet stays below one and a half megabytes. */
const scale = 0.6
const webpQuality = 0.82

interface DrawnRow {
  readonly title: string
  readonly pictures: readonly string[]
}

/** Runs in the page: draws everything on one canvas and returns it as base64. */
async function draw(input: {
  readonly rows: readonly DrawnRow[]
  readonly scale: number
  readonly quality: number
}): Promise<string> {
  const gap = 16
  const titleHeight = 22
  const decode = async (base64: string): Promise<ImageBitmap> => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  }
  const rows = await Promise.all(
    input.rows.map(async ({ title, pictures }) => ({
      title,
      bitmaps: await Promise.all(pictures.map(decode)),
    })),
  )
  const small = (length: number): number => Math.round(length * input.scale)
  const widthOf = (bitmaps: readonly ImageBitmap[]): number =>
    bitmaps.reduce((sum, bitmap) => sum + small(bitmap.width) + gap, gap)
  const heightOf = (bitmaps: readonly ImageBitmap[]): number =>
    titleHeight + gap + Math.max(...bitmaps.map((bitmap) => small(bitmap.height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(...rows.map(({ bitmaps }) => widthOf(bitmaps)))
  canvas.height = rows.reduce((sum, { bitmaps }) => sum + heightOf(bitmaps), gap)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser draws no canvas')
  context.fillStyle = '#8d9296'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.font = '600 14px sans-serif'
  context.imageSmoothingQuality = 'high'
  let top = gap
  for (const { title, bitmaps } of rows) {
    context.fillStyle = '#000'
    context.fillText(title, gap, top + 12)
    let left = gap
    for (const bitmap of bitmaps) {
      context.drawImage(bitmap, left, top + titleHeight, small(bitmap.width), small(bitmap.height))
      left += small(bitmap.width) + gap
    }
    top += heightOf(bitmaps)
  }
  const [, base64 = ''] = canvas.toDataURL('image/webp', input.quality).split(',')
  return base64
}

/** Puts the rows below each other on one sheet, drawn by the browser itself. Returns a WebP file. */
export async function composeSheet(browser: Browser, rows: readonly Row[]): Promise<Buffer> {
  const page = await browser.newPage()
  const drawn = rows.map(({ title, pictures }) => ({
    title,
    pictures: pictures.map((picture) => picture.toString('base64')),
  }))
  const base64 = await page.evaluate(draw, { rows: drawn, scale, quality: webpQuality })
  await page.close()
  return Buffer.from(base64, 'base64')
}
