import type { SignInRequest } from '../../../src/main/gateway/gateway-api.ts'
import { createInProcessGateway, type InProcessGateway } from '../../in-process/in-process-gateway.ts'
import type { HistoryEntry } from '../../in-process/history.ts'
import { VirtualClock } from '../../in-process/virtual-clock.ts'
import type { EventLog } from '../event-log.ts'
import { loadScenario } from '../load-scenario.ts'
import { ScenarioPlayer, type ScenarioRun } from '../play-scenario.ts'
import { optionsOf } from '../scenario.ts'
import { Person } from './person.ts'

/** What the person at the desktop is like. */
export interface Part {
  readonly choices?: Partial<SignInRequest>
  /** What he does by himself, from the sign-in on. */
  readonly habit?: (person: Person) => Promise<void>
}

/** A scenario that has been played to its end. */
export interface Played {
  readonly server: InProcessGateway
  readonly person: Person
  readonly player: ScenarioPlayer
  readonly runs: readonly ScenarioRun[]
  readonly lines: readonly string[]
  readonly history: readonly HistoryEntry[]
  readonly internalErrors: readonly unknown[]
  /** Names of the states of the person, in their order, each only when it is another one. */
  readonly states: () => string[]
  /** When somebody was signed in and no more, such as `client`, `colleague`, `out by-others`. */
  readonly presences: () => string[]
  /** Requests that a fault has struck, by its type. */
  readonly struck: (fault: string) => number
}

/** The events in a history. */
const eventsOf = (history: readonly HistoryEntry[]): EventLog => ({
  get length() {
    return history.length
  },
  indexOf: (agentId, eventType, from) =>
    history.findIndex(
      (entry, index) =>
        index >= from && entry.type === 'event' && entry.agentId === agentId && entry.eventType === eventType,
    ),
})

/** Comes a moment after the simulator, as people do. */
const arrivesMs = 1000
const stepMs = 10_000

/**
 * Plays a scenario of the library on fake time, with a person on the real client, until everything is done.
 *
 * @param afterMs how long it goes on after the last step
 * @param mostMs longer than any scenario takes
 */
export async function playScenario(
  name: string,
  { choices = {}, habit }: Part = {},
  afterMs = 60_000,
  mostMs = 9 * 3_600_000,
): Promise<Played> {
  const loaded = await loadScenario(name)
  if ('problem' in loaded) throw new Error(loaded.problem)
  const { scenario } = loaded
  const clock = new VirtualClock()
  const internalErrors: unknown[] = []
  const lines: string[] = []
  const server = createInProcessGateway({
    ...optionsOf(scenario),
    clock,
    clientClock: clock.client,
    latencyMs: [1, 20],
    onInternalError: (error) => internalErrors.push(error),
  })
  const player = new ScenarioPlayer(scenario, {
    simulation: server.simulation,
    faults: server.faults,
    clock: { now: () => clock.now(), setTimeout: (run, delayMs) => clock.after(delayMs, run) },
    events: eventsOf(server.history),
    tell: (line) => lines.push(line),
  })
  player.start()
  const person = new Person(server, clock.client, scenario.agent, choices)
  await clock.advance(arrivesMs)
  const failed: unknown[] = []
  void person
    .signIn()
    .then(() => habit?.(person))
    .catch((error: unknown) => failed.push(error))
  const endMs = clock.now() + mostMs
  while (!player.isOver && clock.now() < endMs) await clock.advance(stepMs)
  await clock.advance(afterMs)
  player.dispose()
  server.dispose()
  if (failed.length > 0) throw failed[0]
  return {
    server,
    person,
    player,
    runs: player.runs,
    lines,
    history: server.history,
    internalErrors,
    states: () =>
      server.history
        .flatMap((entry) => (entry.type === 'state' && entry.agentId === person.id ? [entry.state.name] : []))
        .filter((state, index, all) => state !== all[index - 1]),
    presences: () =>
      server.history.flatMap((entry) => {
        if (!('agentId' in entry) || entry.agentId !== person.id) return []
        if (entry.type === 'presence-began') return [entry.isClient ? 'client' : 'colleague']
        return entry.type === 'presence-ended' ? [`out ${entry.cause}`] : []
      }),
    struck: (fault) => server.requests.since(0).filter((request) => request.fault === fault).length,
  }
}
