import { randomUUID } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { err, ok, type Result } from '../../shared/result.ts'
import { errorCode } from './error-code.ts'

/**
 * Writes a file that only this user may read (0600). It is there with all of its content or not at all; what had its name
 * before stays until then. Fails with the system's code, such as `ENOSPC`.
 */
export async function writeWholeFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<Result<null, string>> {
  const partial = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    await writeNew(partial, write)
    await rename(partial, path)
    return ok(null)
  } catch (error) {
    await rm(partial, { force: true })
    return err(errorCode(error))
  }
}

/** Never into a file that is there already: it may be a link to another one. */
async function writeNew(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await write(file)
    await file.datasync()
  } finally {
    await file.close()
  }
}
