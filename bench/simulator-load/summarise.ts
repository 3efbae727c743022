import type { PlayReport, ServeReport } from './protocol.ts'
import type { LoadOptions } from './run.ts'

/** What one load came to. Latencies are milliseconds. */
export interface LoadResult {
  readonly agents: number
  readonly seconds: number
  readonly events: number
  /** Made and never received. */
  readonly lost: number
  /** From the moment the world made an event until the poll's answer with it was read by its client. */
  readonly eventMs: {
    readonly p50: number
    readonly p95: number
    readonly p99: number
    readonly max: number
  }
  readonly pollAnswersPerSecond: number
  readonly commands: number
  readonly commandMs: { readonly p50: number; readonly p99: number }
  /** Of one core. */
  readonly serverCpuPercent: number
  readonly clientsCpuPercent: number
  readonly residentMb: number
  readonly heapMb: number
  readonly loopDelayMs: { readonly p99: number; readonly max: number }
  readonly signedIn: number
  readonly endedBySilence: number
  readonly errors: Readonly<Record<string, number>>
}

/** The value below which this part of the sorted numbers lies; 0 of none. */
export function percentile(sorted: readonly number[], part: number): number {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * part))
  return Math.round((sorted[index] ?? 0) * 10) / 10
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b)

/** The nth event an agent received is the nth that was made for him: the gateway keeps their order. */
function matchEvents(
  beganMs: number,
  made: ServeReport['made'],
  received: PlayReport['received'],
): { latencies: number[]; lost: number } {
  const latencies: number[] = []
  let lost = 0
  for (const [agentId, times] of Object.entries(made)) {
    const arrivals = received[agentId] ?? []
    lost += Math.max(0, times.length - arrivals.length)
    for (const [index, madeMs] of times.entries()) {
      const arrivedMs = arrivals[index]
      if (madeMs >= beganMs && arrivedMs !== undefined) latencies.push(arrivedMs - madeMs)
    }
  }
  return { latencies: ascending(latencies), lost }
}

/** Adds up what the processes reported. */
export function summarise(
  { agents, seconds }: LoadOptions,
  seen: { readonly beganMs: number; readonly served: ServeReport; readonly played: readonly PlayReport[] },
): LoadResult {
  const { served, played } = seen
  const received = Object.assign({}, ...played.map((report) => report.received)) as PlayReport['received']
  const { latencies, lost } = matchEvents(seen.beganMs, served.made, received)
  const commandMs = ascending(played.flatMap((report) => report.commandMs))
  const errors: Record<string, number> = {}
  for (const report of played) {
    for (const [name, count] of Object.entries(report.errors)) errors[name] = (errors[name] ?? 0) + count
  }
  if (served.internalErrors > 0) errors.simulator = served.internalErrors
  const sum = (of: (report: PlayReport) => number): number =>
    played.reduce((total, report) => total + of(report), 0)
  const percent = (cpuMs: number): number => Math.round(cpuMs / seconds / 10)
  return {
    agents,
    seconds,
    events: latencies.length,
    lost,
    eventMs: {
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      p99: percentile(latencies, 0.99),
      max: percentile(latencies, 1),
    },
    pollAnswersPerSecond: Math.round(sum((report) => report.pollAnswers) / seconds),
    commands: sum((report) => report.commands),
    commandMs: { p50: percentile(commandMs, 0.5), p99: percentile(commandMs, 0.99) },
    serverCpuPercent: percent(served.cpuMs),
    clientsCpuPercent: percent(sum((report) => report.cpuMs)),
    residentMb: served.residentMb,
    heapMb: served.heapMb,
    loopDelayMs: served.loopDelayMs,
    signedIn: served.signedIn,
    endedBySilence: served.endedBySilence,
    errors,
  }
}
