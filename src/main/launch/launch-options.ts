import { isAbsolute, resolve } from 'node:path'
import * as v from 'valibot'
import type { Command } from '../../shared/commands/command.ts'
import { explainProblem, parseCommand } from '../../shared/commands/parse-command.ts'
import { languages, type Language } from '../../shared/i18n/languages.ts'
import { addressSchema, caFileSchema } from '../../shared/ipc/inputs.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isLink } from '../links/read-link.ts'
import { readOptions } from './arguments.ts'

/** What the command line asks of this run. Nothing of it is saved. Null = not said. */
export interface LaunchOptions {
  readonly gatewayAddress: string | null
  readonly managementAddress: string | null
  /** Absolute path. */
  readonly caFile: string | null
  /** Absolute path. */
  readonly userDataDir: string | null
  /** Which program should run the app; read by `npm start`, which has chosen one when the app reads it. */
  readonly host: 'electron' | 'chromium' | null
  readonly isHeadless: boolean
  /** Starts in the tray; the system starts it so after sign-in. */
  readonly startsHidden: boolean
  readonly language: Language | null
  readonly remoteDebuggingPort: number | null
  /** A second start opens one more window instead of showing the first. */
  readonly wantsNewWindow: boolean
  /** A command of the table to run, now or after the sign-in. */
  readonly command: Command | null
  /** A link by which the system started the program, as it stands on the command line; not checked. */
  readonly link: string | null
  /** Makes this copy the system's program for links; an installed one is so anyway. */
  readonly registersLinks: boolean
}

const portSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'not-a-port'),
  v.transform(Number),
  v.maxValue(65_535, 'not-a-port'),
)
const pathSchema = v.pipe(caFileSchema, v.nonEmpty('required'))

const optionsSchema = v.object({
  gateway: v.optional(addressSchema),
  management: v.optional(addressSchema),
  ca: v.optional(pathSchema),
  'user-data-dir': v.optional(pathSchema),
  host: v.optional(v.picklist(['electron', 'chromium'], 'not-a-host')),
  'remote-debugging-port': v.optional(portSchema),
  'host-control-port': v.optional(portSchema),
  command: v.optional(v.string()),
  lang: v.optional(v.picklist(languages, 'not-a-language')),
})

const valueOptions: ReadonlySet<string> = new Set(Object.keys(optionsSchema.entries))
const bareOptions: ReadonlySet<string> = new Set(['headless', 'hidden', 'new-window', 'register-links'])

/** Every option, without its dashes. */
export const launchOptionNames: readonly string[] = [...valueOptions, ...bareOptions]

/** What is wrong with an option, in words for a terminal. */
const needed = 'a value is needed'
const explanations: Readonly<Record<string, string>> = {
  required: needed,
  'too-long': 'the value is too long',
  'not-an-address': 'this is not an address such as https://gateway.example:8043',
  'insecure-address': 'plain http is allowed to this computer only; use https',
  'not-a-port': 'this is not a port number (0 to 65535)',
  'not-a-host': 'the hosts are electron and chromium',
  'not-a-language': `the languages are ${languages.join(', ')}`,
}

/**
 * Reads the command line (all of it: program and app path are no options). The error is one line for a terminal that
 * names the first bad option, not its value: an address can hold a password. Switches of Chromium and Electron are ignored.
 */
export function parseLaunch(argv: readonly string[], cwd: string): Result<LaunchOptions, string> {
  const linkAt = argv.findIndex(isLink)
  const link = argv[linkAt] ?? null
  // Systems put the link last. What stands behind it came out of it, by a quotation mark that somebody did not escape.
  const { values, incomplete } = readOptions(
    link === null ? argv : argv.slice(0, linkAt),
    valueOptions,
    bareOptions,
  )
  const missing = incomplete[0]
  if (missing !== undefined) return err(`--${missing}: ${needed}`)
  const parsed = v.safeParse(optionsSchema, Object.fromEntries(values), { abortEarly: true })
  if (!parsed.success) {
    const issue = parsed.issues[0]
    const name = v.getDotPath(issue) ?? ''
    return err(`--${name}: ${explanations[issue.message] ?? issue.message}`)
  }
  const options = parsed.output
  const command = options.command === undefined ? null : parseCommand(options.command)
  if (command !== null && !command.ok) return err(`--command: ${explainProblem(command.error)}`)
  return ok({
    gatewayAddress: options.gateway ?? null,
    managementAddress: options.management ?? null,
    caFile: absolute(options.ca, cwd),
    userDataDir: absolute(options['user-data-dir'], cwd),
    host: options.host ?? null,
    isHeadless: values.has('headless') && values.get('headless') !== 'false',
    startsHidden: values.has('hidden') && values.get('hidden') !== 'false',
    language: options.lang ?? null,
    remoteDebuggingPort: options['remote-debugging-port'] ?? null,
    command: command?.value ?? null,
    link,
    registersLinks: values.has('register-links') && values.get('register-links') !== 'false',
    wantsNewWindow: values.has('new-window') && values.get('new-window') !== 'false',
  })
}

function absolute(path: string | undefined, cwd: string): string | null {
  if (path === undefined) return null
  return isAbsolute(path) ? path : resolve(cwd, path)
}
