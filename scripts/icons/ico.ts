const headerBytes = 6
const entryBytes = 16

/** A PNG and the length of its sides in pixels, 256 at most. */
export interface IcoPicture {
  readonly size: number
  readonly png: Buffer
}

/** An icon of Windows with a picture for each size, kept as PNG: header, one entry for each picture, the pictures. */
export function toIco(pictures: readonly IcoPicture[]): Buffer {
  const header = Buffer.alloc(headerBytes + entryBytes * pictures.length)
  header.writeUInt16LE(1, 2) // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headerBytes + entryBytes * index
    // One byte for each side; 0 stands for 256.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4) // colour planes
    header.writeUInt16LE(32, at + 6) // bits of a pixel
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}
