import { resolve } from 'node:path'

/** The host's own switches, taken from the command line the app sees too. */
export interface HostOptions {
  /** Absolute folder (or entry file) of the app. */
  readonly appPath: string
  /** What follows the app path, untouched: the app reads it as `process.argv.slice(2)`. */
  readonly appArgs: readonly string[]
  readonly headless: boolean
  readonly remoteDebuggingPort: string | undefined
  /** Port of the control server; 0 picks a free one; `undefined` = none. */
  readonly controlPort: number | undefined
  readonly userDataDir: string | undefined
  readonly locale: string | undefined
}

/** A command line the host cannot follow; the message is for the person who typed it. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
}

/** Value of `--name=value` or `--name value`; `''` when the switch stands alone, `undefined` when it is absent. */
export function switchValue(args: readonly string[], name: string): string | undefined {
  const flag = `--${name}`
  for (const [index, arg] of args.entries()) {
    if (arg.startsWith(`${flag}=`)) return arg.slice(flag.length + 1)
    if (arg !== flag) continue
    const next = args[index + 1]
    return next === undefined || next.startsWith('--') ? '' : next
  }
  return undefined
}

function portOf(args: readonly string[], name: string): string | undefined {
  const value = switchValue(args, name)
  if (value === undefined) return undefined
  const port = Number(value)
  if (value === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new OptionsError(`--${name} needs a port between 0 and 65535, not "${value}"`)
  }
  return String(port)
}

/** True where no window can be shown: a Linux without X11 or Wayland. */
function hasNoDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== ''
  return platform === 'linux' && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY')
}

/** Reads `<appPath> [args…]`. Throws {@link OptionsError}. */
export function parseOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): HostOptions {
  // Switches before the path are the host's or Node's style of `electron --inspect .`; the first plain word is the app.
  const index = argv.findIndex((arg) => !arg.startsWith('-'))
  const path = argv[index]
  if (path === undefined) throw new OptionsError('Usage: run.ts [switches] <app folder> [arguments]')
  const appArgs = [...argv.slice(0, index), ...argv.slice(index + 1)]
  const control = portOf(appArgs, 'host-control-port')
  const userDataDir = switchValue(appArgs, 'user-data-dir')
  if (userDataDir === '') throw new OptionsError('--user-data-dir needs a folder')
  return {
    appPath: resolve(path),
    appArgs,
    headless: switchValue(appArgs, 'headless') !== undefined || hasNoDisplay(env, platform),
    remoteDebuggingPort: portOf(appArgs, 'remote-debugging-port'),
    controlPort: control === undefined ? undefined : Number(control),
    userDataDir: userDataDir === undefined ? undefined : resolve(userDataDir),
    locale: switchValue(appArgs, 'lang') ?? undefined,
  }
}
