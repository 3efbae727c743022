import type { PreferencesService } from '../preferences/preferences.ts'

/** That a closed window goes on in the tray has to be told to everyone, but only once: it is remembered for ever. */
export function explainOnce(
  preferences: Pick<PreferencesService, 'get' | 'change'>,
  tell: () => void,
): () => void {
  return () => {
    if (preferences.get('isTrayExplained')) return
    tell()
    // A failure is logged there, and the worst of it is to be told once more.
    void preferences.change({ isTrayExplained: true })
  }
}
