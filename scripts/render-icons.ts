import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from '../hosts/chromium/browser/find-browser.ts'

/*
 * Draws the tray and app icons and writes them to `resources/`. Run by hand after a change of the drawings:
 * `node scripts/render-icons.ts`. The PNG files are part of the repository, since neither build nor start needs this.
 */

/** Each state has a colour and a sign of its own, so that it can be told apart without colour. On a field of 24 × 24. */
const disc = (colour: string, sign: string): string =>
  `<circle cx="12" cy="12" r="11" fill="${colour}"/><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${sign}</g>`
const ring = (sign: string): string =>
  `<circle cx="12" cy="12" r="9.5" fill="#fff" fill-opacity=".85" stroke="#64748b" stroke-width="3"/><g fill="none" stroke="#64748b" stroke-width="3" stroke-linecap="round">${sign}</g>`

const drawings: Readonly<Record<string, string>> = {
  idle: disc('#15803d', '<path d="M6.5 12.5l3.8 4 7-8.5"/>'),
  busy: disc('#b91c1c', '<path d="M6.5 12h11"/>'),
  rest: disc('#b45309', '<path d="M9 7.5v9M15 7.5v9"/>'),
  'wrap-up': disc('#1d4ed8', '<path d="M7 12h.01M12 12h.01M17 12h.01" stroke-width="3.6"/>'),
  talking: disc('#0f766e', '<path d="M6.5 10.5v3M12 6.5v11M17.5 9.5v5"/>'),
  unknown: ring('<path d="M12 12h.01" stroke-width="4"/>'),
  'signed-out': ring('<path d="M6 18L18 6"/>'),
  interrupted:
    '<path d="M12 2L23 22H1z" fill="#f59e0b" stroke="#92400e" stroke-width="1.5" stroke-linejoin="round"/><path d="M12 9v6M12 18.5h.01" stroke="#451a03" stroke-width="2.6" stroke-linecap="round"/>',
}

/** A desk line with a headset above it. */
const appIcon = `<rect x="1" y="1" width="22" height="22" rx="5" fill="#0f3d5c"/>
<path d="M6.2 12.5v-1.2a5.8 5.8 0 0 1 11.6 0v1.2" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/>
<rect x="4.9" y="11.2" width="3" height="4.6" rx="1.3" fill="#fff"/><rect x="16.1" y="11.2" width="3" height="4.6" rx="1.3" fill="#fff"/>
<path d="M5 19h14" stroke="#4ade80" stroke-width="1.8" stroke-linecap="round"/>`

const resources = join(import.meta.dirname, '..', 'resources')
const svg = (drawing: string, size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${drawing}</svg>`

const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
const page = await browser.newPage()

async function draw(drawing: string, size: number, file: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<body style="margin:0;line-height:0">${svg(drawing, size)}</body>`)
  await writeFile(file, await page.screenshot({ omitBackground: true }))
}

for (const size of [16, 24]) {
  const folder = join(resources, 'tray', String(size))
  await mkdir(folder, { recursive: true })
  for (const [name, drawing] of Object.entries(drawings)) {
    await draw(drawing, size, join(folder, `${name}.png`))
    await draw(drawing, size * 2, join(folder, `${name}@2x.png`))
  }
}
await draw(appIcon, 512, join(resources, 'icon.png'))
await writeFile(join(resources, 'icon.svg'), svg(appIcon, 512))
await browser.close()
