import { createRandom, type Random } from '../../simulator/world/random.ts'
import type { Action, Step } from './action.ts'
import { agentActions, sayBusy } from './actions/agent-actions.ts'
import { callsArrive, centreActions } from './actions/centre-actions.ts'
import { troubleActions } from './actions/trouble-actions.ts'

/** A step, and how long after the one before it. */
export interface PlannedStep {
  readonly afterMs: number
  readonly step: Step
}

/** What one seed stands for. */
export interface Plan {
  readonly isAlwaysOffHook: boolean
  readonly phone: string
  /** Somebody else holds the agent when the desk signs in. */
  readonly isHeldElsewhere: boolean
  readonly watched: readonly ('waiting' | 'roster' | 'skills')[]
  readonly world: {
    readonly authMode: 1 | 2
    readonly strictOffhook: boolean
    readonly wrapUpLimitMs: number
    readonly callsPerMinute: number
  }
  readonly latencyMs: readonly [number, number]
  /** The agent begins busy, with calls in the queues: only then does he see who waits. */
  readonly isBusyFirst: boolean
  readonly steps: readonly PlannedStep[]
}

const actions: readonly Action[] = [...agentActions, ...centreActions, ...troubleActions]
const totalWeight = actions.reduce((sum, { weight }) => sum + weight, 0)

function drawStep(random: Random): Step {
  let place = random.next() * totalWeight
  for (const action of actions) {
    place -= action.weight
    if (place < 0) return action.draw(random)
  }
  throw new Error('a place within the total weight belongs to an action')
}

/** Mostly things follow closely on one another, for that is where races are; now and then time passes. */
function drawPause(random: Random): number {
  const kind = random.next()
  if (kind < 0.2) return 0
  if (kind < 0.85) return random.between(1, 1_500)
  return kind < 0.97 ? random.between(1_500, 12_000) : random.between(12_000, 90_000)
}

const drawSteps = (random: Random): PlannedStep[] =>
  Array.from({ length: random.between(6, 24) }, () => ({
    afterMs: drawPause(random),
    step: drawStep(random),
  }))

/** Busy, and then calls that nobody is given but by a step of the plan. */
const drawOpening = (random: Random): PlannedStep[] => [
  { afterMs: 0, step: sayBusy.draw(random) },
  ...Array.from({ length: random.between(1, 3) }, () => ({ afterMs: 300, step: callsArrive.draw(random) })),
]

/** Makes the plan of a seed: the same one on every machine. */
export function makePlan(seed: number): Plan {
  const random = createRandom(seed, 'plan')
  const isOneIn = (n: number): boolean => random.next() < 1 / n
  const isBusyFirst = !isOneIn(3)
  return {
    isAlwaysOffHook: !isOneIn(4),
    // The second number is no eSpace 7910 and cannot be linked.
    phone: isOneIn(4) ? '8990' : '8101',
    isHeldElsewhere: isOneIn(8),
    watched: random.pick<Plan['watched']>([['skills'], ['waiting', 'skills'], ['waiting', 'roster']]),
    world: {
      authMode: isOneIn(4) ? 2 : 1,
      strictOffhook: isOneIn(2),
      wrapUpLimitMs: isOneIn(4) ? 8_000 : 0,
      callsPerMinute: isOneIn(3) ? 12 : 0,
    },
    latencyMs: random.pick<Plan['latencyMs']>([
      [1, 20],
      [5, 200],
      [1, 1_000],
    ]),
    isBusyFirst,
    steps: [...(isBusyFirst ? drawOpening(random) : []), ...drawSteps(random)],
  }
}
