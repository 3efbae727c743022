import { Population, type Member, type PopulationOptions } from './population.ts'
import { peak } from './peak.ts'

export interface RestartOptions extends PopulationOptions {
  readonly downMs: number
  readonly areSessionsKept: boolean
}

/** What a gateway that is back has to bear, and how soon everybody is right again. */
export interface RestartOutcome {
  /** Tries to reach the gateway in any two seconds while it is down, all of them refused. */
  readonly peakTriesWhileDown: number
  /** All requests that reached the gateway in any two seconds after it was back. */
  readonly peakRequests: number
  /** Those of them that are queue queries, which the gateway limits. */
  readonly peakQueueQueries: number
  /** Queue queries of any one agent in any two seconds. */
  readonly peakPerAgent: number
  /** From the return of the gateway until half, 99 of 100 and all screens were right. Null = not within the time watched. */
  readonly halfBackMs: number | null
  readonly mostBackMs: number | null
  readonly allBackMs: number | null
  /** Sign-ins that nobody asked for. */
  readonly signIns: number
  readonly requests: number
}

const windowMs = 2_000
const stepMs = 100
const watchedMs = 60_000

const queueQuery = /\/(waitcallinfo|queryacdstat|allonlineagents)(\/|$)/

/** Restarts the gateway under a whole shift of real desks, and watches what happens. */
export async function runRestart(options: RestartOptions): Promise<RestartOutcome> {
  const population = new Population(options)
  const { clock, members } = population
  await population.beginShift()
  const downAt = clock.now()
  population.setNetwork('down')
  if (!options.areSessionsKept) population.dropSessions()
  await clock.advance(options.downMs)
  const backAt = clock.now()
  population.setNetwork('up')
  const backAfterMs = await watch(population, options.areSessionsKept)
  const outcome = measure(members, downAt, backAt, backAfterMs)
  population.dispose()
  return outcome
}

/** Right: what the screen says of session and state is so, and it says it without doubt. */
function isRight({ agentId, gateway, observed }: Member, areSessionsKept: boolean): boolean {
  const { session, agentState } = observed.desk.snapshot
  const presence = gateway.simulation.world.agents.get(agentId)?.presence ?? null
  if (!areSessionsKept) return session.phase === 'ended' && presence === null
  return (
    session.phase === 'online' &&
    presence?.state.name === agentState.effective &&
    agentState.verdict !== 'doubted' &&
    observed.desk.snapshot.skills.verdict === 'confirmed'
  )
}

/** For each desk the time from which on it was right; null where it was not in the end. */
async function watch(
  { clock, members }: Population,
  areSessionsKept: boolean,
): Promise<readonly (number | null)[]> {
  const rightAfterMs = members.map<number | null>(() => null)
  for (let passedMs = 0; passedMs <= watchedMs; passedMs += stepMs) {
    for (const [index, member] of members.entries()) {
      if (!isRight(member, areSessionsKept)) rightAfterMs[index] = null
      else rightAfterMs[index] ??= passedMs
    }
    await clock.advance(stepMs)
  }
  return rightAfterMs
}

function measure(
  members: readonly Member[],
  downAt: number,
  backAt: number,
  backAfterMs: readonly (number | null)[],
): RestartOutcome {
  const tries: number[] = []
  const all: number[] = []
  const queries: number[] = []
  let peakPerAgent = 0
  let signIns = 0
  for (const { observed } of members) {
    const own: number[] = []
    for (const { sentAtMs, path, method } of observed.sent) {
      const bare = path.split('?')[0] ?? ''
      if (queueQuery.test(bare)) own.push(sentAtMs)
      if (sentAtMs >= downAt && sentAtMs < backAt) tries.push(sentAtMs)
      if (sentAtMs < backAt) continue
      all.push(sentAtMs)
      if (queueQuery.test(bare)) queries.push(sentAtMs)
      if (method === 'PUT' && bare.includes('/onlineagent/')) signIns += 1
    }
    peakPerAgent = Math.max(peakPerAgent, peak(own, windowMs))
  }
  return {
    peakTriesWhileDown: peak(tries, windowMs),
    peakRequests: peak(all, windowMs),
    peakQueueQueries: peak(queries, windowMs),
    peakPerAgent,
    halfBackMs: quantile(backAfterMs, 0.5),
    mostBackMs: quantile(backAfterMs, 0.99),
    allBackMs: quantile(backAfterMs, 1),
    signIns,
    requests: all.length,
  }
}

/** The time after which this share was right; null when it never was. */
function quantile(times: readonly (number | null)[], share: number): number | null {
  const sorted = times.map((time) => time ?? Infinity).sort((a, b) => a - b)
  const value = sorted[Math.ceil(share * sorted.length) - 1] ?? Infinity
  return Number.isFinite(value) ? value : null
}
