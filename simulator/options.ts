import { usualColleagues } from './world/population.ts'
import type { Clock } from './world/clock.ts'
import type { Timing } from './world/world.ts'

/** How a simulator is started; everything has a default. */
export interface SimulatorOptions {
  /** Port of gateway and management service; 0, the default, takes a free one. */
  readonly port?: number | undefined
  /** Port of the control interface; 0, the default, takes a free one. */
  readonly controlPort?: number | undefined
  /** Without the control interface nobody can look into the world or change it; there is one by default. */
  readonly hasControl?: boolean | undefined
  /** Address the gateway listens on. The control interface never leaves loopback. */
  readonly host?: string | undefined
  /** Plain HTTP instead of HTTPS. */
  readonly http?: boolean | undefined
  readonly seed?: number | undefined
  readonly agents?: number | undefined
  readonly skills?: number | undefined
  /** Agents whom the world signs in itself; two thirds of those not kept for people. */
  readonly colleagues?: number | undefined
  /** Mean rate of the world's own callers; 0, the default, means that only placed calls come. */
  readonly callsPerMinute?: number | undefined
  /** 1 static Guid, 2 a new one with every poll answer. */
  readonly authMode?: 1 | 2 | undefined
  /** Non-always-off-hook agents always go to wrap-up after a call. */
  readonly strictOffhook?: boolean | undefined
  /** Keeps the certificates for the next start. */
  readonly certDir?: string | undefined
  /** PEM of what is trusted, beside the usual, when events are pushed to an HTTPS address. */
  readonly pushCaPem?: string | undefined
  readonly pollWaitMs?: number | undefined
  readonly silenceMs?: number | undefined
  /** Longest wrap-up of a person after a call; 0, the default, means no limit. */
  readonly wrapUpLimitMs?: number | undefined
  readonly timing?: Partial<Timing> | undefined
  readonly clock?: Clock | undefined
  /** Told of faults of the simulator itself; they are answered with HTTP 500. */
  readonly onInternalError?: ((error: unknown) => void) | undefined
}

/** Gateway defaults of the documents: 10 s poll wait, 2 minutes of silence (protocol 4.2, 3.5). */
export const DEFAULTS = {
  host: '127.0.0.1',
  seed: 1,
  agents: 12,
  skills: 5,
  callsPerMinute: 0,
  authMode: 1,
  pollWaitMs: 10_000,
  silenceMs: 120_000,
  wrapUpLimitMs: 0,
} as const

/** Long enough to watch, short enough that a quiet centre stays lively. */
export const DEFAULT_TIMING: Timing = {
  offerMs: [50, 200],
  liftMs: [500, 1500],
  talkMs: [40_000, 150_000],
  patienceMs: [60_000, 300_000],
  colleagueWrapUpMs: [5_000, 20_000],
  calleeAnswerMs: [1000, 4000],
  ivrMs: [3000, 10_000],
  noAnswerMs: 20_000,
}

/** The world's part of the options, with defaults filled in. */
export function worldOptions(options: SimulatorOptions, newGuid: () => string) {
  const agentCount = options.agents ?? DEFAULTS.agents
  return {
    seed: options.seed ?? DEFAULTS.seed,
    agentCount,
    skillCount: options.skills ?? DEFAULTS.skills,
    colleagues: options.colleagues ?? usualColleagues(agentCount),
    callsPerMinute: options.callsPerMinute ?? DEFAULTS.callsPerMinute,
    isOffHookStrict: options.strictOffhook ?? false,
    wrapUpLimitMs: options.wrapUpLimitMs ?? DEFAULTS.wrapUpLimitMs,
    silenceMs: options.silenceMs ?? DEFAULTS.silenceMs,
    timing: { ...DEFAULT_TIMING, ...options.timing },
    newGuid,
  }
}
