import { createInProcessGateway } from '../../simulator/in-process/in-process-gateway.ts'
import { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import type { AgentState } from '../../src/shared/domain/agent.ts'
import { passWhile } from '../support/pass-while.ts'
import type { StartClient } from './clients.ts'
import type { Client, Shown } from './policy.ts'
import { agentId, type Script } from './scripts.ts'

/** What one client made of one script. */
export interface Outcome {
  /** From the end of the trouble until the screen was right and stayed so; null = never within the time watched. */
  readonly rightAfterMs: number | null
  /** How often the screen began to claim something else than was so, without saying that it may not be so. */
  readonly wrongScreens: number
  /** For how long together, while somebody could look at it. */
  readonly wrongMs: number
  /** For how long together the screen said itself that it may not be so. */
  readonly doubtedMs: number
  /** Things that happened and were neither shown in the end nor told. */
  readonly missed: number
  /** From the beginning of the trouble to the end of the watch. */
  readonly requests: number
}

const stepMs = 50
const settledMs = 15_000
const watchedMs = 180_000

/** Runs one client through one script, on a clock and a gateway of its own. */
export async function runScript(script: Script, start: StartClient, seed: number): Promise<Outcome> {
  const clock = new VirtualClock()
  const gateway = createInProcessGateway({
    clock,
    clientClock: clock.client,
    seed,
    agents: 4,
    colleagues: 0,
    latencyMs: [5, 40],
    onInternalError: (error) => {
      throw error
    },
  })
  const isPhoneLeft = script.isPhoneLeft === true
  gateway.run((world) => prepare(world, isPhoneLeft))
  const random = createRandom(seed, 'client')
  const client = await passWhile(clock, start({ clock, gateway, random: () => random.next() }, !isPhoneLeft))
  const stage = { clock, gateway, power: client.power }
  await clock.advance(settledMs)
  const before = client.requests()
  const tally = new Tally(client, () => truthOf(gateway.simulation.world))

  script.begin(stage)
  for (let passedMs = 0; passedMs < script.lastsMs; passedMs += stepMs) {
    if (passedMs === script.meanwhile.afterMs) gateway.run(script.meanwhile.run)
    await clock.advance(stepMs)
    // Nobody looks at the screen of a machine that sleeps.
    if (!clock.isFrozen) tally.look()
  }
  script.end(stage)
  const wasMissed = gateway.history.some((entry) => entry.type === 'state' && isMissedCall(entry.state))
  tally.beginRecovery()
  for (let passedMs = 0; passedMs < watchedMs; passedMs += stepMs) {
    await clock.advance(stepMs)
    tally.look()
  }
  const outcome = tally.outcome(client.requests() - before, wasMissed)
  await passWhile(clock, client.dispose())
  gateway.dispose()
  return outcome
}

/** Busy because nobody lifted the phone. */
const isMissedCall = (state: { readonly name: string; readonly reason?: number }): boolean =>
  state.name === 'busy' && state.reason === 2

type Truth = Pick<Shown, 'isSignedIn' | 'state'>

const stateNames: Readonly<Record<string, AgentState>> = {
  idle: 'idle',
  busy: 'busy',
  rest: 'rest',
  work: 'wrap-up',
  talking: 'talking',
}

function truthOf(world: World): Truth {
  const presence = world.agents.get(agentId)?.presence ?? null
  return presence === null
    ? { isSignedIn: false, state: null }
    : { isSignedIn: true, state: stateNames[presence.state.name] ?? null }
}

function prepare(world: World, isPhoneLeft: boolean): void {
  const agent = world.agents.get(agentId)
  if (agent !== undefined && isPhoneLeft) agent.traits = { ...agent.traits, liftsPhone: false }
}

/** Compares the screen with the world, look by look. */
class Tally {
  #wrongScreens = 0
  #wrongMs = 0
  #doubtedMs = 0
  #isWrong = false
  #isRecovering = false
  #recoveryMs = 0
  #rightAfterMs = 0
  #isRight = true
  readonly #client: Client
  readonly #truth: () => Truth

  constructor(client: Client, truth: () => Truth) {
    this.#client = client
    this.#truth = truth
  }

  beginRecovery(): void {
    this.#isRecovering = true
  }

  look(): void {
    const shown = this.#client.shown()
    const truth = this.#truth()
    const isSame = shown.isSignedIn === truth.isSignedIn && shown.state === truth.state
    const isWrong = !isSame && !shown.isInDoubt
    if (isWrong && !this.#isWrong) this.#wrongScreens += 1
    if (isWrong) this.#wrongMs += stepMs
    if (shown.isInDoubt) this.#doubtedMs += stepMs
    this.#isWrong = isWrong
    this.#isRight = isSame && !shown.isInDoubt
    if (!this.#isRecovering) return
    this.#recoveryMs += stepMs
    if (!this.#isRight) this.#rightAfterMs = this.#recoveryMs
  }

  outcome(requests: number, wasCallMissed: boolean): Outcome {
    const isUntold = wasCallMissed && !this.#client.shown().hasToldMissedCall
    return {
      rightAfterMs: this.#isRight ? this.#rightAfterMs : null,
      wrongScreens: this.#wrongScreens,
      wrongMs: this.#wrongMs,
      doubtedMs: this.#doubtedMs,
      missed: (this.#isRight ? 0 : 1) + (isUntold ? 1 : 0),
      requests,
    }
  }
}
