import { inject, onScopeDispose, provide, type InjectionKey } from 'vue'
import { createAnnouncer, type Announcer } from './announcer.ts'

/** The announcer of this window. `provideAnnouncer` makes one; specs of single components may provide their own. */
export const announcerKey: InjectionKey<Announcer> = Symbol('announcer')

/** Makes the window's announcer, for the root component; `AnnouncerRegions` must be in its template. */
export function provideAnnouncer(): Announcer {
  const announcer = createAnnouncer()
  provide(announcerKey, announcer)
  onScopeDispose(announcer.dispose)
  return announcer
}

/** @throws without an announcer around it: what is to be said must not vanish unnoticed */
export function useAnnouncer(): Announcer {
  const announcer = inject(announcerKey)
  if (announcer === undefined) throw new Error('No announcer was provided to this app.')
  return announcer
}
