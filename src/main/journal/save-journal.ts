import { randomUUID } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { exportText } from './export-text.ts'
import { errorCode } from './segments.ts'

/** Entries per write: more in one piece would be felt in the event loop, and fewer cost a write each. */
const batchSize = 200

/**
 * Writes `header` and the entries as text into a file that only this user may read (0600). The file is there with all of it
 * or not at all; what had its name before stays until then. Fails with the system's code, such as `ENOSPC`.
 */
export async function saveJournal(
  path: string,
  header: string,
  entries: AsyncIterable<JournalEntry>,
): Promise<Result<null, string>> {
  const partial = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    await writeNew(partial, (file) => writeAll(file, header, entries))
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

async function writeAll(
  file: FileHandle,
  header: string,
  entries: AsyncIterable<JournalEntry>,
): Promise<void> {
  await file.writeFile(header)
  let batch: JournalEntry[] = []
  for await (const entry of entries) {
    batch.push(entry)
    if (batch.length < batchSize) continue
    await file.writeFile(exportText(batch))
    batch = []
  }
  await file.writeFile(exportText(batch))
}
