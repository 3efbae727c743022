import { forceState, offerTo } from '../../../../simulator/control/agent-commands.ts'
import { placeCall } from '../../../../simulator/world/queues.ts'
import type { Run, Step } from '../../action.ts'
import type { Plan, PlannedStep } from '../../plan.ts'
import { runPlan } from '../../run-plan.ts'
import type { RunRecord } from '../../run-record.ts'

const step = (afterMs: number, text: string, perform: (run: Run) => void, isOfAgent = true): PlannedStep => ({
  afterMs,
  step: { text, isOfAgent, perform } satisfies Step,
})

/** A run without troubles but one sleep, in which each switch is used, a call is moved, and a report is made. */
const plan: Plan = {
  isAlwaysOffHook: true,
  phone: '8101',
  isHeldElsewhere: false,
  isBusyFirst: false,
  watched: ['waiting', 'skills'],
  world: { authMode: 1, strictOffhook: false, wrapUpLimitMs: 0, callsPerMinute: 0 },
  latencyMs: [5, 50],
  steps: [
    step(0, 'after-call setting off', ({ bench, ask }) =>
      ask({ what: 'after-call', value: false }, bench.desk.setAfterCall(false, 'window')),
    ),
    step(1_000, 'linkage on', ({ bench, ask }) =>
      ask({ what: 'linkage', value: true }, bench.desk.setLinkage(true, 'window')),
    ),
    step(1_000, 'two queues', ({ bench, ask }) =>
      ask(
        { what: 'skills', value: [1, 2] },
        bench.desk.signInToSkills({ mode: 'chosen', skillIds: [1, 2] }, 'window'),
      ),
    ),
    step(1_000, 'a call that proves the after-call setting', ({ bench, agentId }) =>
      bench.gateway.run((world) => offerTo(world, agentId, { skillId: 1, talkMs: 1_000 })),
    ),
    step(5_000, 'idle', ({ bench, ask }) =>
      ask({ what: 'agent-state', value: 'idle' }, bench.desk.setAgentState({ state: 'idle' }, 'window')),
    ),
    step(1_000, 'busy', ({ bench, ask }) =>
      ask({ what: 'agent-state', value: 'busy' }, bench.desk.setAgentState({ state: 'busy' }, 'window')),
    ),
    step(
      1_000,
      'a call waits',
      ({ bench }) =>
        bench.gateway.run((world) => placeCall(world, { skillId: 1, caller: '1', origin: 'placed' })),
      false,
    ),
    step(5_000, 'it is transferred', ({ bench, ask }) => {
      const call = bench.desk.snapshot.waiting.calls[0]
      if (call === undefined) throw new Error('nobody waits')
      const transfer = { callId: call.callId, fromSkillId: 1, toSkillId: 4 }
      ask({ what: 'transfer', value: transfer }, bench.desk.transferWaitingCall(transfer))
    }),
    step(5_000, 'the client sleeps', ({ bench, disturb }) => {
      const end = disturb('frozen')
      bench.clock.freeze()
      bench.clock.after(30_000, () => {
        bench.clock.thaw()
        end()
      })
    }),
    step(
      5_000,
      'meanwhile an inspector sets the agent idle',
      ({ bench, agentId }) => bench.gateway.run((world) => forceState(world, agentId, 'idle')),
      false,
    ),
  ],
}

/** The record of that run. */
export async function runHonestly(): Promise<RunRecord> {
  return runPlan(plan, 1)
}
