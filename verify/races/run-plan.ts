import type { SimulatorOptions } from '../../simulator/options.ts'
import type { AppError } from '../../src/shared/app-error.ts'
import type { Result } from '../../src/shared/result.ts'
import { createDeskBench, type DeskBench } from '../support/desk-bench.ts'
import type { Run } from './action.ts'
import type { Plan } from './plan.ts'
import type { Asked, AskedAt, Disturbance, RunRecord } from './run-record.ts'

/** The agent of every plan: configured for all queues, and nobody signs him in but the plan. */
const agentId = '101'

/** Time to sign in and read everything before the plan begins. */
const settleInMs = 1_500
/** Time after the last trouble: longer than any pause after which the desk looks again by itself. */
const calmMs = 90_000

const timing: NonNullable<SimulatorOptions['timing']> = {
  offerMs: [0, 400],
  liftMs: [100, 2_000],
  talkMs: [500, 15_000],
  patienceMs: [1_000, 40_000],
  colleagueWrapUpMs: [500, 4_000],
  noAnswerMs: 8_000,
}

class PlanRun implements Run {
  readonly bench: DeskBench
  readonly agentId = agentId
  readonly asked: AskedAt[] = []
  readonly disturbances: Disturbance[] = []
  readonly steps: { atMs: number; text: string }[] = []
  readonly accidents: { atMs: number; text: string }[] = []

  constructor(plan: Plan, seed: number) {
    this.bench = createDeskBench({
      seed,
      world: { ...plan.world, agents: 6, skills: 5, colleagues: 2, pollWaitMs: 10_000, timing },
      latencyMs: plan.latencyMs,
      onInternalError: (error) => this.accident('the simulator', error),
    })
  }

  readonly ask = (asked: Asked, answer: Promise<Result<unknown, AppError>>): void => {
    const { clock } = this.bench
    const note: AskedAt = { ...asked, atMs: clock.now(), endedAtMs: null, result: null }
    this.asked.push(note)
    answer.then(
      (result) => {
        note.endedAtMs = clock.now()
        note.result = result.ok ? 'ok' : result.error.code
      },
      (error: unknown) => this.accident(`the desk, asked for ${asked.what}`, error),
    )
  }

  readonly disturb = (kind: Disturbance['kind']): (() => void) => {
    const disturbance: Disturbance = { kind, fromMs: this.bench.clock.now(), untilMs: null }
    this.disturbances.push(disturbance)
    return () => {
      disturbance.untilMs = this.bench.clock.now()
    }
  }

  accident(where: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.accidents.push({ atMs: this.bench.clock.now(), text: `${where}: ${text}` })
  }

  signIn(plan: Plan): void {
    const takeOver = plan.isHeldElsewhere
    const { desk } = this.bench
    this.ask(
      { what: 'sign-in', value: { takeOver } },
      desk.signIn({
        gatewayAddress: 'https://gateway.example',
        caFile: '',
        agentId,
        password: `Deskside#${agentId}`,
        phone: plan.phone,
        isAlwaysOffHook: plan.isAlwaysOffHook,
        takeOver,
      }),
    )
  }
}

/** Carries a plan out on the real desk and the simulated gateway, and hands back all that both sides know. */
export async function runPlan(plan: Plan, seed: number): Promise<RunRecord> {
  const run = new PlanRun(plan, seed)
  const { clock, gateway, desk, snapshots, sent, journal } = run.bench
  const beganAtMs = clock.now()
  desk.watch(1, plan.watched)
  run.signIn(plan)
  await clock.advance(settleInMs)

  for (const { afterMs, step } of plan.steps) {
    await clock.advance(afterMs)
    if (step.isOfAgent && clock.isFrozen) continue
    run.steps.push({ atMs: clock.now(), text: step.text })
    step.perform(run)
  }

  // Whatever is disturbed ends by itself; only faults would wait for ever.
  while (run.disturbances.some(({ untilMs }) => untilMs === null)) await clock.advance(1_000)
  gateway.faults.remove()
  gateway.network.setLatency([1, 50])
  // What a fault has in hand still: an answer that drips, a request that hangs until the client gives up.
  await clock.advance(20_000)
  const calmFromMs = clock.now()
  // Of the lists only the rarest reading goes on: the others would be most of the work of a run, and find nothing new.
  desk.watch(1, ['skills'])
  run.steps.push({ atMs: calmFromMs, text: 'calm' })
  await clock.advance(calmMs)
  gateway.dispose()
  return {
    seed,
    agentId,
    beganAtMs,
    calmFromMs,
    endedAtMs: clock.now(),
    history: gateway.history,
    snapshots,
    sent,
    journal,
    asked: run.asked,
    disturbances: run.disturbances,
    steps: run.steps,
    accidents: run.accidents,
  }
}
