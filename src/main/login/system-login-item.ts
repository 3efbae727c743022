import type { App, LoginItemSettings } from 'electron'
import { loginArguments, type LoginItem } from './login-item.ts'

type LoginApp = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>

/** The login items of Windows and macOS. The latter starts programs without arguments: the preference hides the window. */
export function systemLoginItem(app: LoginApp): LoginItem {
  const args = [...loginArguments]
  return {
    isOn: async () => {
      const settings: Partial<LoginItemSettings> = app.getLoginItemSettings({ args })
      // Windows lets a person switch an entry off without taking it away; only there entries are listed.
      const isSwitchedOff = settings.launchItems?.some(({ enabled }) => !enabled) ?? false
      return settings.openAtLogin === true && !isSwitchedOff
    },
    set: async (isOn) => app.setLoginItemSettings({ openAtLogin: isOn, enabled: isOn, args }),
  }
}
