import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** One package that the product contains. */
export interface LicensedPackage {
  readonly name: string
  readonly version: string
  /** As the package names it, such as `MIT`; empty when it does not. */
  readonly licence: string
  /** Place of its text in `texts`; null when the package came without one. */
  readonly text: number | null
}

export interface Licences {
  readonly packages: readonly LicensedPackage[]
  /** Each text once, though many packages share one. */
  readonly texts: readonly string[]
}

/** What the window is built from: development dependencies whose code ends up in the product all the same. */
export const bundledPackages: readonly string[] = [
  '@lucide/vue',
  '@tanstack/vue-virtual',
  'chart.js',
  'pinia',
  'reka-ui',
  'tailwindcss',
  'vue',
  'vue-i18n',
]

const manifestSchema = v.object({ dependencies: v.optional(v.record(v.string(), v.string()), {}) })
const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string(), ''),
      license: v.optional(v.string(), ''),
      dependencies: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
})
type Lock = v.InferOutput<typeof lockSchema>

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

/** Where a package that asks for another one finds it: in its own folder, or in that of a package around it. */
function resolve(packages: Lock['packages'], from: string, name: string): string | null {
  const parts = from.split('/node_modules/')
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const path = `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`
    if (packages[path] !== undefined) return path
  }
  return packages[`node_modules/${name}`] === undefined ? null : `node_modules/${name}`
}

/** Folders of these packages and of all they depend on, by the lock file. Packages for other systems are not installed. */
export function closureOf(packages: Lock['packages'], roots: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const open = roots.map((name) => `node_modules/${name}`).filter((path) => packages[path] !== undefined)
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      const next = resolve(packages, path, name)
      if (next !== null) open.push(next)
    }
  }
  return [...found].sort()
}

/** The text of a package's licence; null when it has none beside it. */
async function readText(folder: string): Promise<string | null> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch {
    // A package for another system is in the lock file and not on the disk.
    return null
  }
  const files = names.filter((name) => /^(?:licen[cs]e|copying|notice)(?:[-.]|$)/i.test(name)).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const text = texts.map((one) => one.trim()).join('\n\n')
  return text === '' ? null : text
}

/** Everything the product contains with its licences, read from the installed packages. */
export async function collectLicences(root: string): Promise<Licences> {
  const manifest = v.parse(manifestSchema, await readJson(join(root, 'package.json')))
  const lock = v.parse(lockSchema, await readJson(join(root, 'package-lock.json')))
  const paths = closureOf(lock.packages, [...Object.keys(manifest.dependencies), ...bundledPackages])
  const places = new Map<string, number>()
  const found: LicensedPackage[] = []
  for (const path of paths) {
    const text = await readText(join(root, path))
    if (text !== null && !places.has(text)) places.set(text, places.size)
    const { version, license } = lock.packages[path] ?? { version: '', license: '' }
    found.push({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      text: text === null ? null : (places.get(text) ?? null),
    })
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { packages: found, texts: [...places.keys()] }
}
