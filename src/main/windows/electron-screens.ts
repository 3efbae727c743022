import type { Screen as ElectronScreen } from 'electron'
import type { Screens } from './window-placer.ts'

const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const

/** Electron's screens; to be used once Electron is ready. */
export function electronScreens(screen: ElectronScreen): Screens {
  return {
    connected: () => {
      const primary = screen.getPrimaryDisplay()
      const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
      return [primary, ...others]
    },
    subscribe: (listener) => {
      const told = (): void => listener()
      // The overloads of Electron's type know no union of names.
      const emitter: NodeJS.EventEmitter = screen
      for (const event of events) emitter.on(event, told)
      return () => {
        for (const event of events) emitter.off(event, told)
      }
    },
  }
}
