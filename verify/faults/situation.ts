import {
  createInProcessGateway,
  type InProcessGateway,
} from '../../simulator/in-process/in-process-gateway.ts'
import { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import { forceState, offerTo } from '../../simulator/control/agent-commands.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { Settings } from '../../src/main/settings/settings.ts'
import { createObservedDesk, credentials, type ObservedDesk } from '../support/observed-desk.ts'
import { passWhile } from '../support/pass-while.ts'

/** What the desk is in the middle of when a request is asked for. */
export const situations = [
  'signing-in',
  'idle',
  'busy',
  'talking',
  'wrap-up',
  'doubtful',
  'recovering',
  'signing-out',
] as const
export type Situation = (typeof situations)[number]

/** What the agent does at the moment. */
export type Doing = 'idle' | 'busy' | 'talking' | 'wrap-up'

export const agentId = '101'

/** One desk and its gateway, on their own clock. */
export interface Bench extends ObservedDesk {
  readonly clock: VirtualClock
  readonly gateway: InProcessGateway
  /** Faults of the simulator itself. */
  readonly internalErrors: readonly unknown[]
}

export function createBench(seed: number, settings: Partial<Settings>): Bench {
  const clock = new VirtualClock()
  const internalErrors: unknown[] = []
  const gateway = createInProcessGateway({
    clock,
    clientClock: clock.client,
    seed,
    agents: 4,
    colleagues: 0,
    latencyMs: [5, 40],
    timing: { patienceMs: [900_000, 900_000], offerMs: [50, 50], liftMs: [100, 100] },
    onInternalError: (error) => void internalErrors.push(error),
  })
  const random = createRandom(seed, 'desk')
  const observed = createObservedDesk({
    clock,
    openTransport: () => gateway.transport(),
    random: () => random.next(),
    settings,
  })
  return { ...observed, clock, gateway, internalErrors }
}

/** Lets time pass in small steps until the condition holds; false when it did not in `limitMs`. */
export async function passUntil(
  { clock }: Pick<Bench, 'clock'>,
  condition: () => boolean,
  limitMs: number,
  stepMs = 10,
): Promise<boolean> {
  for (let passedMs = 0; passedMs < limitMs && !condition(); passedMs += stepMs) await clock.advance(stepMs)
  return condition()
}

/** Signs in and brings the agent to what he does; nothing is wrong yet. */
export async function beAtWork(bench: Bench, doing: Doing): Promise<void> {
  const { desk, clock, gateway } = bench
  const signedIn = await passWhile(bench.clock, desk.signIn(credentials(agentId)))
  if (!signedIn.ok) throw new Error(`sign-in failed: ${signedIn.error.code}`)
  await clock.advance(3_000)
  if (doing === 'talking') {
    gateway.run((world) => offerTo(world, agentId, { skillId: 1, talkMs: 600_000 }))
  } else if (doing !== 'idle') {
    await passWhile(bench.clock, desk.setAgentState({ state: doing }, 'window'))
  }
  await clock.advance(2_000)
  const { effective } = desk.snapshot.agentState
  if (effective !== doing) throw new Error(`the agent is ${String(effective)}, not ${doing}`)
}

/** Something changes at the agent without his doing: an inspector forces a state, or the caller hangs up. */
export function changeWorld({ gateway }: Bench): void {
  gateway.run((world) => {
    const { name } = world.agents.get(agentId)?.presence?.state ?? { name: 'idle' }
    if (name !== 'talking') forceState(world, agentId, name === 'idle' ? 'busy' : 'idle')
  })
}

/** What makes a desk doubtful although commands would get through: polls alone are refused by something in between. */
export const pollTrouble = { match: { path: '**/agentevent/*' }, action: { type: 'status', status: 503 } }
