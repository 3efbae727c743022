import { readdirSync, readFileSync } from 'node:fs'

/** Ids of the processes whose command line holds `text`; reads `/proc`, so Linux only. */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(text))
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
  } catch {
    // Ended between the listing and the reading.
    return ''
  }
}
