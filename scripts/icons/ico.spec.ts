import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toIco } from './ico.ts'

it('lists each picture with its sides, its length and where it begins', () => {
  const ico = toIco([
    { size: 16, png: Buffer.from('small') },
    { size: 256, png: Buffer.from('the large one') },
  ])
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0])
  expect([...ico.subarray(6, 22)]).toEqual([16, 16, 0, 0, 1, 0, 32, 0, 5, 0, 0, 0, 38, 0, 0, 0])
  // One byte for a side of 256: it is written 0.
  expect([...ico.subarray(22, 38)]).toEqual([0, 0, 0, 0, 1, 0, 32, 0, 13, 0, 0, 0, 43, 0, 0, 0])
  expect(ico.subarray(38).toString()).toBe('smallthe large one')
})

it('the icon of the program holds the sizes that Windows shows', async () => {
  const ico = await readFile(join(import.meta.dirname, '..', '..', 'resources', 'icon.ico'))
  const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index))
  expect(sides).toEqual([16, 20, 24, 32, 40, 48, 64, 0])
})
