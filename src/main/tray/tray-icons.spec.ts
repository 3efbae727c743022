import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tray as texts } from '../../shared/i18n/en/tray.ts'
import { badgesOf, trayIconFile, trayIconNames, trayIconPath } from './tray-icons.ts'
import type { TrayStatus } from './tray-status.ts'

const resources = join(import.meta.dirname, '..', '..', '..', 'resources')
const statuses = Object.keys(texts.tooltip) as TrayStatus[]
const everyIcon = trayIconNames.flatMap((name) => badgesOf(name).map((badge) => [name, badge] as const))

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** The PNGs that an icon of Windows holds. */
function picturesOf(ico: Buffer): readonly Buffer[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const [length, offset] = [ico.readUInt32LE(14 + 16 * index), ico.readUInt32LE(18 + 16 * index)]
    return ico.subarray(offset, offset + length)
  })
}

const relative = (status: TrayStatus, waiting: number, platform: NodeJS.Platform): string =>
  trayIconPath('r', status, waiting, platform).replaceAll('\\', '/')

describe('the icon that is shown', () => {
  it.each<[TrayStatus, number, NodeJS.Platform, string]>([
    ['interrupted', 3, 'linux', 'r/tray/linux/interrupted.png'],
    ['ended', 3, 'win32', 'r/tray/windows/ended.ico'],
    ['signed-out', 3, 'darwin', 'r/tray/macos/signed-outTemplate.png'],
    ['idle', -1, 'linux', 'r/tray/linux/idle.png'],
    ['idle', 0, 'linux', 'r/tray/linux/idle.png'],
    ['idle', 1, 'linux', 'r/tray/linux/idle-1.png'],
    ['wrap-up', 9, 'darwin', 'r/tray/macos/wrap-up-9Template.png'],
    ['talking', 10, 'win32', 'r/tray/windows/talking-9plus.ico'],
    ['ringing', 250, 'freebsd', 'r/tray/linux/ringing-9plus.png'],
  ])('of %s with %i waiting on %s', (status, waiting, platform, path) => {
    expect(relative(status, waiting, platform)).toBe(path)
  })

  it('is the same only for states that call for the same reaction', () => {
    const byIcon = Map.groupBy(statuses, (status) => relative(status, 0, 'linux'))
    expect([...byIcon.values()].filter((same) => same.length > 1).map((same) => same.toSorted())).toEqual(
      expect.arrayContaining([
        ['arriving', 'ringing'],
        ['rest', 'rest-requested'],
        ['interrupted', 'recovering'],
        ['ended', 'held-elsewhere', 'taken-over'],
      ]),
    )
    expect(byIcon.size).toBe(trayIconNames.length)
  })
})

describe('its files', () => {
  it.each([
    ['linux', 24],
    ['darwin', 16],
  ] as const)('on %s are there in both densities', async (platform, side) => {
    for (const [name, badge] of everyIcon) {
      const path = trayIconFile(resources, name, badge, platform)
      expect(sizeOf(await readFile(path)), path).toEqual([side, side])
      const dense = path.replace('.png', '@2x.png')
      expect(sizeOf(await readFile(dense)), dense).toEqual([side * 2, side * 2])
    }
  })

  it('on Windows hold a size for every scale', async () => {
    for (const [name, badge] of everyIcon) {
      const path = trayIconFile(resources, name, badge, 'win32')
      const sides = picturesOf(await readFile(path)).map(sizeOf)
      expect(sides, path).toEqual([16, 20, 24, 32].map((side) => [side, side]))
    }
  })

  it.each(['linux', 'darwin', 'win32'] as const)('on %s differ, each from all others', async (platform) => {
    const hashes = await Promise.all(
      everyIcon.map(async ([name, badge]) =>
        createHash('sha256')
          .update(await readFile(trayIconFile(resources, name, badge, platform)))
          .digest('hex'),
      ),
    )
    expect(new Set(hashes).size).toBe(everyIcon.length)
  })
})
