import type { Preferences } from '../../shared/preferences/preference-schemas.ts'
import type { PreferencesService } from '../preferences/preferences.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/** High contrast has a light and a dark form, which the system chooses. */
const sources: Readonly<Record<Preferences['theme'], ThemeSource>> = {
  system: 'system',
  light: 'light',
  dark: 'dark',
  contrast: 'system',
}

/** Lets title bars, menus and dialogs of the system have the colours of the page. Returns its own undo. */
export function followTheme(
  preferences: Pick<PreferencesService, 'get' | 'subscribe'>,
  nativeTheme: { themeSource: ThemeSource },
): () => void {
  const follow = (): void => {
    const source = sources[preferences.get('theme')]
    if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
  }
  follow()
  return preferences.subscribe(follow)
}
