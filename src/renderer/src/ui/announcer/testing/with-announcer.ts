import { createAnnouncer } from '../announcer.ts'
import { announcerKey } from '../use-announcer.ts'

/** For a component that is rendered alone, without the window and its announcer. */
export function withAnnouncer() {
  return { provide: { [announcerKey]: createAnnouncer() } }
}
