import type { App } from '../electron/app.ts'
import type { Clipboard } from '../electron/clipboard.ts'
import type { DialogDesk } from '../electron/dialog-desk.ts'
import type { GlobalShortcut } from '../electron/global-shortcut.ts'
import type { NativeTheme } from '../electron/native-theme.ts'
import type { NotificationRecord } from '../electron/notification.ts'
import type { PowerMonitor } from '../electron/power-monitor.ts'
import type { Screen } from '../electron/screen.ts'
import type { ShellCall } from '../electron/shell.ts'
import type { Tray } from '../electron/tray.ts'
import type { WindowRegistry } from '../electron/window-registry.ts'
import type { ShiftableClock } from '../host/shiftable-clock.ts'

/** What the control port can see and touch. */
export interface Registries {
  readonly app: App
  readonly clipboard: Clipboard
  readonly trays: ReadonlySet<Tray>
  readonly notifications: readonly NotificationRecord[]
  readonly opened: readonly ShellCall[]
  readonly windows: WindowRegistry
  readonly screen: Screen
  readonly dialogs: DialogDesk
  readonly shortcuts: GlobalShortcut
  readonly power: PowerMonitor
  readonly theme: NativeTheme
  readonly clock: ShiftableClock
}
