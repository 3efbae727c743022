import { nextTick, watch, type Ref } from 'vue'
import { provideAnnouncer } from '../ui/announcer/use-announcer.ts'
import { useOtherVoices } from '../ui/announcer/use-other-voices.ts'

/** Gives the window its one voice (`ui/announcer`). That texts come in another language is no news to be read. */
export function useWindowVoice(locale: Readonly<Ref<string>>): void {
  const announcer = provideAnnouncer()
  useOtherVoices(announcer)
  // Before the texts follow: the components with the texts come after the window.
  watch(locale, () => announcer.adoptUntil(nextTick()))
}
