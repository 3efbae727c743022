import { accessSync, constants, mkdirSync } from 'node:fs'
import { err, ok, type Result } from '../../shared/result.ts'

/**
 * Makes the folder of this profile when it is missing. The error is one line for a terminal. Synchronous, because it must
 * be there before the single-instance lock is taken in it, and that before Electron is ready.
 */
export function prepareUserData(folder: string): Result<string, string> {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK)
    return ok(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return err(`--user-data-dir: the folder cannot be used (${reason})`)
  }
}
