import type { LaunchOptions } from './launch-options.ts'

/** The part of Electron's `app.commandLine` that is needed. */
export interface ChromiumCommandLine {
  appendSwitch(name: string, value?: string): void
  removeSwitch(name: string): void
}

/** Doors through which another program could steer the page. */
const debuggingDoors = ['remote-debugging-port', 'remote-debugging-pipe'] as const

/**
 * Passes options on to Electron's own Chromium, before it starts. A packaged program has no debugging door (SEC-31):
 * Chromium has read the command line by itself, so what was asked for is taken away again.
 *
 * @returns one line for the terminal when an option is not obeyed, else null
 */
export function applyChromiumSwitches(
  { remoteDebuggingPort, language }: Pick<LaunchOptions, 'remoteDebuggingPort' | 'language'>,
  isPackaged: boolean,
  commandLine: ChromiumCommandLine,
): string | null {
  // Chromium understands only the form with "=", so that what came apart by a space is said again.
  if (language !== null) commandLine.appendSwitch('lang', language)
  if (!isPackaged) {
    if (remoteDebuggingPort !== null) {
      commandLine.appendSwitch('remote-debugging-port', String(remoteDebuggingPort))
    }
    return null
  }
  for (const door of debuggingDoors) commandLine.removeSwitch(door)
  return remoteDebuggingPort === null ? null : '--remote-debugging-port is ignored in an installed program.'
}
