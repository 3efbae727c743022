import type { FaultEngine } from '../faults/fault-engine.ts'
import type { Clock } from '../world/clock.ts'
import { createRandom, type Random } from '../world/random.ts'
import type { Simulation } from '../world/simulation.ts'
import type { Stage } from './actions/action.ts'
import { describe, holds, type Condition } from './condition.ts'
import { formatDuration } from './duration.ts'
import type { EventLog } from './event-log.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'

export interface PlayDependencies {
  readonly simulation: Simulation
  readonly faults: FaultEngine
  readonly clock: Clock
  readonly events: EventLog
  /** Told of the progress, one plain line at a time. */
  readonly tell: (line: string) => void
}

/** One run of a step, and what came of it. */
export interface ScenarioRun {
  /** Position of the step in the file, from 0. */
  readonly step: number
  /** Since the scenario began. */
  readonly atMs: number
  readonly type: string
  readonly isDone: boolean
  readonly text: string
}

/** Conditions are looked at so often: shorter than anything a person does. */
const LOOK_EVERY_MS = 100

interface Waiting {
  readonly conditions: Condition[]
  /** Events before this position are past. */
  from: number
  readonly then: () => void
}

/**
 * Plays a scenario in a simulation. Everything it does goes through the functions of the control interface; what is
 * refused there is told and the scenario goes on, because the person at the desktop may do what nobody planned.
 */
export class ScenarioPlayer {
  readonly #scenario: Scenario
  readonly #deps: PlayDependencies
  readonly #runs: ScenarioRun[] = []
  readonly #finished = new Set<string>()
  readonly #timers = new Set<() => void>()
  #waiting: Waiting[] = []
  #stage: Stage
  #beganMs = 0
  #stepsLeft = 0
  #isLooking = false

  constructor(scenario: Scenario, deps: PlayDependencies) {
    this.#scenario = scenario
    this.#deps = deps
    this.#stage = this.#newStage()
  }

  /** Everything that was done so far. */
  get runs(): readonly ScenarioRun[] {
    return this.#runs
  }

  get isOver(): boolean {
    return this.#stepsLeft === 0
  }

  /** Begins, from the beginning if it was under way: after a reset of the simulator. */
  start(): void {
    this.dispose()
    this.#runs.length = 0
    this.#finished.clear()
    this.#stage = this.#newStage()
    this.#stepsLeft = this.#scenario.steps.length
    this.#beganMs = this.#deps.clock.now()
    const { name, begins, watch, agent } = this.#scenario
    this.#tell(`scenario ${name}. Watch: ${watch}`)
    if (begins === undefined) this.#begin()
    else {
      this.#tell(`it begins when ${describe(begins, agent)}`)
      this.#await([begins], () => this.#begin())
    }
  }

  /** Does nothing more. */
  dispose(): void {
    for (const cancel of this.#timers) cancel()
    this.#timers.clear()
    this.#waiting = []
    this.#isLooking = false
  }

  #newStage(): Stage {
    const { simulation, faults } = this.#deps
    return {
      simulation,
      faults,
      calls: new Map(),
      faultIds: new Map(),
      agentId: this.#scenario.agent,
    }
  }

  #begin(): void {
    this.#beganMs = this.#deps.clock.now()
    for (const [index, step] of this.#scenario.steps.entries()) {
      // A stream for each step: one more step changes nothing for the others.
      const random = createRandom(this.#scenario.seed, `scenario step ${index}`)
      if (step.at !== undefined) this.#plan({ index, step, random }, 0, this.#beganMs + step.at)
      else
        this.#await(step.after ?? [], () =>
          this.#plan({ index, step, random }, 0, this.#deps.clock.now() + (step.wait ?? 0)),
        )
    }
  }

  #plan(planned: { index: number; step: ScenarioStep; random: Random }, run: number, dueMs: number): void {
    const { index, step, random } = planned
    const laterMs = step.jitter === 0 ? 0 : random.between(0, step.jitter)
    this.#after(dueMs + laterMs - this.#deps.clock.now(), () => {
      this.#do(index, step)
      const { times = 1, every = 0 } = step.repeat ?? {}
      if (run + 1 < times) this.#plan(planned, run + 1, dueMs + every)
      else this.#finish(step)
    })
  }

  #do(index: number, step: ScenarioStep): void {
    const { type } = step.do
    const result = step.do.run(this.#stage)
    const text = result.ok ? result.value : result.problem
    const atMs = this.#deps.clock.now() - this.#beganMs
    this.#runs.push({ step: index, atMs, type, isDone: result.ok, text })
    const what = text === '' ? type : `${type}: ${text}`
    this.#tell(result.ok ? what : `${type} was not possible: ${text}`)
  }

  #finish(step: ScenarioStep): void {
    if (step.name !== undefined) this.#finished.add(step.name)
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) this.#tell('the scenario is over; the simulator goes on')
    else this.#look()
  }

  #await(conditions: readonly Condition[], then: () => void): void {
    this.#waiting.push({ conditions: [...conditions], from: this.#deps.events.length, then })
    this.#look()
  }

  /** Lets those go on whose conditions have come true, and looks again later for the others. */
  #look(): void {
    for (const waiting of [...this.#waiting]) {
      if (!this.#isReady(waiting) || !this.#waiting.includes(waiting)) continue
      this.#waiting = this.#waiting.filter((other) => other !== waiting)
      waiting.then()
    }
    if (this.#waiting.length === 0 || this.#isLooking) return
    this.#isLooking = true
    this.#after(LOOK_EVERY_MS, () => {
      this.#isLooking = false
      this.#look()
    })
  }

  /** Ticks off what has come true, in its order; true when nothing is left to wait for. */
  #isReady(waiting: Waiting): boolean {
    const { conditions } = waiting
    for (let next = conditions[0]; next !== undefined; next = conditions[0]) {
      const from = holds(next, this.#stage, {
        finishedSteps: this.#finished,
        events: this.#deps.events,
        from: waiting.from,
      })
      if (from === null) return false
      waiting.from = from
      conditions.shift()
    }
    return true
  }

  #after(delayMs: number, run: () => void): void {
    const cancel = this.#deps.clock.setTimeout(
      () => {
        this.#timers.delete(cancel)
        run()
      },
      Math.max(0, delayMs),
    )
    this.#timers.add(cancel)
  }

  #tell(line: string): void {
    this.#deps.tell(`${formatDuration(this.#deps.clock.now() - this.#beganMs)} ${line}`)
  }
}
