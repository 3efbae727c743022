import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../files/error-code.ts'

const segmentName = /^journal-(\d{8})\.jsonl$/

/** Path of a segment; segments are numbered from 1 on, the newest has the highest number. */
export function segmentPath(folder: string, number: number): string {
  return join(folder, `journal-${String(number).padStart(8, '0')}.jsonl`)
}

/** Numbers of the segments in `folder`, oldest first; none when there is no such folder. Other files are left alone. */
export async function listSegments(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  return names
    .map((name) => Number(segmentName.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
}
