import { systemClock, type Cancel } from '../../src/main/time/clock.ts'
import { watchParent } from './parent-watch.ts'

/** Read as early as can be: npm may end while a script still builds or starts. */
const parentAtStart = process.ppid

/**
 * Calls `gone` once when the npm that started this script has ended. Only under npm: whoever runs the file by hand may
 * well close the shell and keep what runs. Returns how to stop watching, which keeps the process alive until then.
 */
export function onNpmEnd(gone: () => void): Cancel {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  return watchParent(() => process.ppid, systemClock, gone, parentAtStart)
}
