import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import unpack from 'woff2-encoder/decompress'
import type { BrowserCommand } from './find-browser.ts'

/** Where the built font folders are kept: beside what npm installed, and gone with it. */
const cacheFolder = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'fonts')

const fontChoices = ['own', 'with-system'] as const
/** `own`: the project's fonts and no others. `with-system`: the machine's first, ours where they have no letter. */
export type FontChoice = (typeof fontChoices)[number]

interface FontPackage {
  readonly name: string
  /** One file, by which the folder is found. */
  readonly file: string
  readonly wanted: RegExp
}

/**
 * Latin letters from Noto Sans; Chinese, and signs such as arrows, from the numbered slices of Noto Sans SC. Both are
 * variable fonts, so that one file serves every weight.
 */
const packages: readonly FontPackage[] = [
  {
    name: '@fontsource-variable/noto-sans',
    file: 'noto-sans-latin-wght-normal.woff2',
    wanted: /^noto-sans-latin(-ext)?-wght-normal\.woff2$/,
  },
  {
    name: '@fontsource-variable/noto-sans-sc',
    file: 'noto-sans-sc-latin-wght-normal.woff2',
    wanted: /^noto-sans-sc-\d+-wght-normal\.woff2$/,
  },
]

const filesOf = ({ name, file }: FontPackage): string =>
  dirname(fileURLToPath(import.meta.resolve(`${name}/files/${file}`)))

async function versionOf(font: FontPackage): Promise<string> {
  const text = await readFile(join(filesOf(font), '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}

const systemConfig = '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
/** Nothing of the machine decides how a letter is drawn. */
const plainDrawing = `  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>`

/** The configuration file of fontconfig, which decides what fonts Chromium sees on Linux. Pure. */
export function fontConfig(folder: string, choice: FontChoice): string {
  const path = (name: string): string => join(folder, name).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${choice === 'with-system' ? systemConfig : plainDrawing}
  <dir>${path('files')}</dir>
  <cachedir>${path('cache')}</cachedir>
</fontconfig>
`
}

/** Builds in `folder` what is to stand in `target` later, with the paths of the latter. */
async function build(folder: string, target: string): Promise<void> {
  await mkdir(join(folder, 'files'))
  for (const font of packages) {
    const source = filesOf(font)
    for (const name of (await readdir(source)).filter((name) => font.wanted.test(name))) {
      const unpacked = await unpack(await readFile(join(source, name)))
      await writeFile(join(folder, 'files', name.replace('.woff2', '.ttf')), unpacked)
    }
  }
  for (const choice of fontChoices) {
    await writeFile(join(folder, `${choice}.conf`), fontConfig(target, choice))
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Another process may build at the same time: whoever is first puts his folder in place, the other drops his own. */
async function buildOnce(folder: string): Promise<void> {
  if (await isThere(folder)) return
  await mkdir(dirname(folder), { recursive: true })
  const own = await mkdtemp(`${folder}-`)
  try {
    await build(own, folder)
    await rename(own, folder)
  } catch (error) {
    await rm(own, { recursive: true, force: true })
    if (!(await isThere(folder))) throw error
  }
}

/**
 * Makes the project's fonts ready for Chromium on Linux and returns the path of a fontconfig file, for the environment
 * variable `FONTCONFIG_FILE`. `own`: these fonts and no others, so that text looks the same on every machine.
 * `with-system`: the machine's fonts first, ours where they have no letter. The first call takes about a second, later
 * ones nothing. Rejects when the font packages are not installed.
 */
export async function prepareFonts(choice: FontChoice): Promise<string> {
  const versions = await Promise.all(packages.map(versionOf))
  const folder = join(cacheFolder, versions.join('-'))
  await buildOnce(folder)
  return join(folder, `${choice}.conf`)
}

/**
 * The environment to start a browser in. The bundled one runs where nobody ever installed a font, so it gets ours beside
 * those of the machine; an installed browser, and a choice made outside, are left alone.
 */
export async function browserEnvironment(
  command: BrowserCommand,
  env: NodeJS.ProcessEnv = process.env,
): Promise<NodeJS.ProcessEnv> {
  if (command.source !== 'bundled' || env.FONTCONFIG_FILE !== undefined) return env
  return { ...env, FONTCONFIG_FILE: await prepareFonts('with-system') }
}
