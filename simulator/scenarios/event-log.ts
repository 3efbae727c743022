import type { WorldObserver } from '../world/history.ts'
import type { Scenario } from './scenario.ts'

/** Events that were made for agents, oldest first. */
export interface EventLog {
  /** How many there are; the position of the next one. */
  readonly length: number
  /** Position of the first one of this type for this agent, from a position on; -1 if there is none. */
  indexOf(agentId: string, eventType: string, from: number): number
}

/** Whom the conditions of a scenario wait for events of. */
function watchedAgents({ agent, steps }: Scenario): Set<string> {
  const conditions = steps.flatMap(({ after }) => after ?? [])
  return new Set(conditions.flatMap((wanted) => ('event' in wanted ? [wanted.agent ?? agent] : [])))
}

/** Takes down the events that a scenario waits for; of all others it knows nothing, however long it runs. */
export class ObservedEvents implements EventLog, WorldObserver {
  readonly #agents: ReadonlySet<string>
  readonly #events: { readonly agentId: string; readonly eventType: string }[] = []

  constructor(scenario: Scenario) {
    this.#agents = watchedAgents(scenario)
  }

  get length(): number {
    return this.#events.length
  }

  indexOf(agentId: string, eventType: string, from: number): number {
    return this.#events.findIndex(
      (event, index) => index >= from && event.agentId === agentId && event.eventType === eventType,
    )
  }

  eventEmitted(_atMs: number, agentId: string, eventType: string): void {
    if (this.#agents.has(agentId)) this.#events.push({ agentId, eventType })
  }

  presenceBegan(): void {
    // Whether somebody is signed in is seen in the world itself, as are states and calls.
  }
  presenceEnded(): void {
    // As above.
  }
  stateChanged(): void {
    // As above.
  }
  callMoved(): void {
    // As above.
  }
  callEnded(): void {
    // As above.
  }
}
