import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { SimulatorOptions } from './options.ts'

export const USAGE = `Usage: npm run simulator -- [options]

  --port N               port of gateway and management service (8043; 0 = a free one)
  --http                 plain HTTP instead of HTTPS
  --host ADDR            address to listen on (127.0.0.1)
  --control-port N       port of the control interface, loopback only (8044; 0 = a free one)
  --seed N               seed of the world (1)
  --agents N             number of configured agents (12)
  --skills N             number of skill queues (5)
  --calls-per-minute X   mean rate of the world's own callers (6; 0 = none)
  --authmode 1|2         1 static Guid, 2 a new Guid with every poll answer (1)
  --strict-offhook       non-always-off-hook agents always go to wrap-up after a call
  --cert-dir DIR         keep the certificates there for the next start
  --scenario FILE|NAME   play a scenario; its world holds where no option says otherwise
  --list-scenarios       the scenarios that come with the simulator
  --help                 this text
`

/** What the command line asks for. */
export type CommandLine =
  /** `scenario`: name or file of the one to play; null for none. */
  | { readonly kind: 'run'; readonly options: SimulatorOptions; readonly scenario: string | null }
  | { readonly kind: 'list-scenarios' }
  | { readonly kind: 'help' }
  | { readonly kind: 'error'; readonly problem: string }

const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  )

const HIGHEST_PORT = 65_535
/** Agent IDs end at 999999 and begin at 101. */
const MOST_AGENTS = 999_999 - 100

const Values = v.object({
  port: v.optional(whole(0, HIGHEST_PORT), '8043'),
  'control-port': v.optional(whole(0, HIGHEST_PORT), '8044'),
  host: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), '127.0.0.1'),
  http: v.optional(v.boolean(), false),
  seed: v.optional(whole(0, Number.MAX_SAFE_INTEGER)),
  agents: v.optional(whole(1, MOST_AGENTS)),
  skills: v.optional(whole(0, 10_000)),
  'calls-per-minute': v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.\d+)?$/, 'must be a number'),
      v.transform(Number),
      v.maxValue(60_000, 'must be at most 60000'),
    ),
  ),
  authmode: v.optional(v.picklist(['1', '2'], 'must be 1 or 2')),
  'strict-offhook': v.optional(v.boolean()),
  'cert-dir': v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  scenario: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
})

/** The world where neither an option nor a scenario says otherwise. */
const USUAL_WORLD = {
  seed: 1,
  agents: 12,
  skills: 5,
  callsPerMinute: 6,
  authMode: 1,
  strictOffhook: false,
} as const satisfies SimulatorOptions

/**
 * Reads the arguments after the script's name. Never throws: a mistake is a value.
 *
 * @param world what holds where no option says otherwise, for instance a scenario's
 */
export function readCommandLine(args: readonly string[], world: SimulatorOptions = USUAL_WORLD): CommandLine {
  let values: Record<string, unknown>
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'control-port': { type: 'string' },
        host: { type: 'string' },
        http: { type: 'boolean' },
        seed: { type: 'string' },
        agents: { type: 'string' },
        skills: { type: 'string' },
        'calls-per-minute': { type: 'string' },
        authmode: { type: 'string' },
        'strict-offhook': { type: 'boolean' },
        'cert-dir': { type: 'string' },
        scenario: { type: 'string' },
        'list-scenarios': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return { kind: 'error', problem: error instanceof Error ? error.message : String(error) }
  }
  if (values.help === true) return { kind: 'help' }
  if (values['list-scenarios'] === true) return { kind: 'list-scenarios' }
  const parsed = v.safeParse(Values, values)
  if (!parsed.success) {
    const problem = parsed.issues.map((issue) => `--${v.getDotPath(issue) ?? ''} ${issue.message}`).join('\n')
    return { kind: 'error', problem }
  }
  const { output } = parsed
  return {
    kind: 'run',
    scenario: output.scenario ?? null,
    options: {
      ...world,
      port: output.port,
      controlPort: output['control-port'],
      host: output.host,
      http: output.http,
      seed: output.seed ?? world.seed,
      agents: output.agents ?? world.agents,
      skills: output.skills ?? world.skills,
      callsPerMinute: output['calls-per-minute'] ?? world.callsPerMinute,
      authMode: output.authmode === undefined ? world.authMode : output.authmode === '2' ? 2 : 1,
      strictOffhook: output['strict-offhook'] ?? world.strictOffhook,
      certDir: output['cert-dir'],
    },
  }
}
