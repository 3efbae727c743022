import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildPageScripts, type PageScripts } from '../browser/page-script.ts'
import { bindingName, receiverName } from './page-session.ts'

/** The scripts of a page, and what was wrong with its preload. */
export interface PreparedPreload {
  readonly scripts: PageScripts
  readonly path: string
  readonly error: Error | undefined
}

interface ProcessInfo {
  readonly versions: Readonly<Record<string, string>>
  readonly resourcesPath: string
}

/** Reads the preload named in `webPreferences`. A preload that cannot be read or parsed leaves the page without one. */
export function readPreload(
  webPreferences: Readonly<Record<string, unknown>>,
  info: ProcessInfo,
): PreparedPreload {
  const named = webPreferences.preload
  const path = typeof named === 'string' ? named : ''
  const extraArgs = webPreferences.additionalArguments
  const config = {
    handshake: `host-${randomUUID()}`,
    bindingName,
    receiverName,
    preloadPath: path,
    process: {
      platform: process.platform,
      arch: process.arch,
      versions: info.versions,
      execPath: process.execPath,
      resourcesPath: info.resourcesPath,
      argv: [process.execPath, '--type=renderer', ...(Array.isArray(extraArgs) ? extraArgs.map(String) : [])],
    },
  }
  if (path === '') return { scripts: buildPageScripts(config, undefined), path, error: undefined }
  try {
    return { scripts: buildPageScripts(config, readFileSync(path, 'utf8')), path, error: undefined }
  } catch (error) {
    return { scripts: buildPageScripts(config, undefined), path, error: error as Error }
  }
}
