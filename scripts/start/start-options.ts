import { readOptions } from '../../src/main/launch/arguments.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'

/** `auto` takes Electron where it can be had, else Chromium. */
export type HostChoice = 'auto' | 'electron' | 'chromium'

const hostOption = new Set(['host'])
const headlessOption = new Set(['headless'])
const nothing = new Set<string>()

/** The `--host` of a command line; the error is one line for a terminal. */
export function readHostChoice(argv: readonly string[]): Result<HostChoice, string> {
  const { values, incomplete } = readOptions(argv, hostOption, nothing)
  const host = values.get('host')
  if (incomplete.length > 0) return err('--host: a value is needed')
  if (host === undefined) return ok('auto')
  return host === 'electron' || host === 'chromium'
    ? ok(host)
    : err('--host: the hosts are electron and chromium')
}

/** Adds `--headless` where no window could be shown: a Linux without X11 and Wayland. */
export function withHeadless(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  const isSet = (name: string): boolean => (env[name] ?? '') !== ''
  const hasDisplay = platform !== 'linux' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY')
  const isAsked = readOptions(argv, nothing, headlessOption).values.has('headless')
  return hasDisplay || isAsked ? argv : [...argv, '--headless']
}
