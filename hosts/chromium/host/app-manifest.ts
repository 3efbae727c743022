import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'

const manifestSchema = v.object({
  name: v.optional(v.string()),
  productName: v.optional(v.string()),
  version: v.optional(v.string(), '0.0.0'),
  main: v.optional(v.string(), 'index.js'),
})

/** What the host needs to know of the app. */
export interface AppManifest {
  /** Folder of the app, as `app.getAppPath()` gives it. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** `file:` URL of the entry module. */
  readonly entry: string
}

/**
 * Reads the app's `package.json`, or takes a single entry file. Throws when there is no app: the caller prints it and
 * ends.
 */
export function readManifest(appPath: string): AppManifest {
  const stats = statSync(appPath, { throwIfNoEntry: false })
  if (stats === undefined) throw new Error(`There is no app at ${appPath}`)
  if (stats.isFile()) {
    return { path: dirname(appPath), name: 'Electron', version: '0.0.0', entry: pathToFileURL(appPath).href }
  }
  const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')))
  return {
    path: appPath,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version,
    entry: pathToFileURL(resolve(appPath, manifest.main)).href,
  }
}
