import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from '../hosts/chromium/browser/find-browser.ts'
import { badgesOf, trayIconFile, trayIconNames } from '../src/main/tray/tray-icons.ts'
import { appIcon } from './icons/app-icon.ts'
import { toIco, type IcoPicture } from './icons/ico.ts'
import { drawings } from './icons/tray-drawings.ts'
import { colourIcon, templateIcon } from './icons/tray-svg.ts'

/*
 * Draws the tray and app icons and writes them to `resources/`. Run by hand after a change of the drawings:
 * `node scripts/render-icons.ts`. The files are part of the repository, since neither build nor start needs this.
 */

/** Windows takes these for a small icon on screens of 100, 125, 150 and 200 %; another size it has to blur. */
const traySides = [16, 20, 24, 32]
/** The small ones and, for task bar, switcher and desktop, the large ones of the same screens. */
const appSides = [...traySides, 40, 48, 64, 256]

const resources = join(import.meta.dirname, '..', 'resources')
const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
const page = await browser.newPage()

/** The drawing as PNG files of these many pixels a side. */
async function draw(svg: string, ...sizes: readonly number[]): Promise<readonly IcoPicture[]> {
  const pictures: IcoPicture[] = []
  for (const size of sizes) {
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${String(size)}px }</style>${svg}`,
    )
    const clip = { x: 0, y: 0, width: size, height: size }
    pictures.push({ size, png: await page.screenshot({ omitBackground: true, clip }) })
  }
  return pictures
}

/** A picture for ordinary screens, and beside it the one that Electron takes on dense ones. */
async function writePair(svg: string, size: number, path: string): Promise<void> {
  const [plain, dense] = await draw(svg, size, size * 2)
  if (plain !== undefined) await writeFile(path, plain.png)
  if (dense !== undefined) await writeFile(path.replace('.png', '@2x.png'), dense.png)
}

await rm(join(resources, 'tray'), { recursive: true, force: true })
for (const folder of ['linux', 'macos', 'windows'])
  await mkdir(join(resources, 'tray', folder), { recursive: true })
for (const name of trayIconNames) {
  for (const badge of badgesOf(name)) {
    const coloured = colourIcon(drawings[name], badge)
    await writePair(coloured, 24, trayIconFile(resources, name, badge, 'linux'))
    await writePair(templateIcon(drawings[name], badge), 16, trayIconFile(resources, name, badge, 'darwin'))
    await writeFile(trayIconFile(resources, name, badge, 'win32'), toIco(await draw(coloured, ...traySides)))
  }
}

const [large] = await draw(appIcon, 512)
if (large !== undefined) await writeFile(join(resources, 'icon.png'), large.png)
await writeFile(join(resources, 'icon.ico'), toIco(await draw(appIcon, ...appSides)))
await writeFile(join(resources, 'icon.svg'), appIcon.replace(' viewBox', ' width="512" height="512" viewBox'))
await browser.close()
