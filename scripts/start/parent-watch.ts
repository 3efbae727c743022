import type { Cancel, Clock } from '../../src/main/time/clock.ts'

const everyMs = 200

/**
 * Calls `gone` once when the parent process has ended. npm runs scripts through a shell and passes signals on to that
 * shell only: it dies and says nothing to what it has started. On Windows a parent's end does not show, and nothing happens.
 */
export function watchParent(
  parentId: () => number,
  clock: Clock,
  gone: () => void,
  /** Known earlier by a script that does something else first: the parent may have ended meanwhile. */
  first = parentId(),
): Cancel {
  const look = (): void => {
    if (parentId() === first) cancel = clock.after(everyMs, look)
    else gone()
  }
  let cancel = clock.after(everyMs, look)
  return () => cancel()
}
