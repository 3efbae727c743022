import { join } from 'node:path'
import { electronProgram } from '../../scripts/start/electron-program.ts'
import { projectRoot } from './child-process.ts'

export type HostName = 'chromium' | 'electron'

function chosenHost(name = 'chromium'): HostName {
  if (name === 'chromium' || name === 'electron') return name
  throw new Error(`DESKSIDE_E2E_HOST is chromium or electron, not ${name}`)
}

/** The host the specs run on, from `DESKSIDE_E2E_HOST`. */
export const host = chosenHost(process.env.DESKSIDE_E2E_HOST)

/** Tray, notifications and power events are reached from outside on the Chromium host only. */
export const hasControlPort = host === 'chromium'
export const needsControlPort = `the ${host} host has no control port, so nothing outside can click the tray`

/** Program and first arguments that run the built app; the app's own options follow. */
export async function appCommand(): Promise<readonly [string, ...string[]]> {
  if (host === 'chromium') return [process.execPath, join('hosts', 'chromium', 'run.ts'), '.']
  const program = await electronProgram(projectRoot, process.env)
  if (program === null) throw new Error('Electron is not installed: npm start -- --host electron fetches it')
  return [program, '.']
}
