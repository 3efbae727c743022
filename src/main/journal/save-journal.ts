import type { FileHandle } from 'node:fs/promises'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { Result } from '../../shared/result.ts'
import { writeWholeFile } from '../files/write-file.ts'
import { exportText } from './export-text.ts'

/** Entries per write: more in one piece would be felt in the event loop, and fewer cost a write each. */
const batchSize = 200

/** Writes `header` and the entries as text, all or nothing (`writeWholeFile`). Fails with the system's code. */
export function saveJournal(
  path: string,
  header: string,
  entries: AsyncIterable<JournalEntry>,
): Promise<Result<null, string>> {
  return writeWholeFile(path, (file) => writeAll(file, header, entries))
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
