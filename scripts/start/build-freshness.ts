import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the built app consists of; the oldest of them tells how old the build is. */
const outputs = [
  'out/main/index.js',
  'out/main/demo-gateway.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
] as const

/** What goes into it. */
const inputs = ['src', 'simulator', 'package.json', 'electron.vite.config.ts'] as const

/** True when every part of the build is there and none of its sources is newer. */
export async function isBuildFresh(root: string): Promise<boolean> {
  const built = await Promise.all(outputs.map((path) => modifiedAt(join(root, path))))
  const oldest = Math.min(...built.map((time) => time ?? Number.NEGATIVE_INFINITY))
  if (oldest === Number.NEGATIVE_INFINITY) return false
  for (const path of inputs) {
    if ((await newest(join(root, path))) > oldest) return false
  }
  return true
}

/** The latest change below a folder, or of a file; specs are no part of the app. */
async function newest(path: string): Promise<number> {
  const own = (await modifiedAt(path)) ?? Number.NEGATIVE_INFINITY
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOTDIR' || error.code === 'ENOENT'))
      return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
  const times = await Promise.all(files.map((entry) => modifiedAt(join(entry.parentPath, entry.name))))
  return times.reduce<number>(
    (latest, time) => Math.max(latest, time ?? latest),
    entries.length === 0 ? own : 0,
  )
}

async function modifiedAt(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? null
}
