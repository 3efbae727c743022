import fc from 'fast-check'
import { expect, it } from 'vitest'
import { live, openDesk, quietWorld } from '../testing/world-fixture.ts'
import { checkInvariants } from '../testing/world-invariants.ts'
import {
  AGENT_IDS,
  agentId,
  callStep,
  onPresent,
  skillId,
  UNANSWERED,
  type Step,
} from '../testing/world-steps.ts'
import { settle } from './advance.ts'
import { answerCall } from './call-flow.ts'
import { endPresence } from './presence.ts'
import { placeCall } from './queues.ts'
import { releaseCall } from './release.ts'
import { hangUp } from './transfer.ts'
import { presentAgent } from './world.ts'

/** Mostly commands about calls, and time and callers enough for something to happen between them. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: callStep },
  {
    weight: 8,
    arbitrary: fc.integer({ min: 0, max: 9000 }).map(
      (ms): Step =>
        (world) =>
          live(world, ms),
    ),
  },
  {
    weight: 8,
    arbitrary: skillId.map((skill): Step => (world) => {
      placeCall(world, { skillId: skill, caller: '13800000001', origin: 'traffic', patienceMs: 30_000 })
    }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map((n): Step => (world) => {
      const call = [...world.calls.values()][n]
      if (call !== undefined) releaseCall(world, call, 'caller')
    }),
  },
  {
    weight: 1,
    arbitrary: agentId.map((id) =>
      onPresent(id, ({ agent, presence }, world) => answerCall(world, agent, presence)),
    ),
  },
  {
    weight: 1,
    arbitrary: agentId.map((id) => onPresent(id, ({ agent }, world) => endPresence(world, agent, 'silent'))),
  },
)

it('whatever agents do with their calls, each is where it should be, and all of them end', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
      fc.boolean(),
      (steps, isNear) => {
        const world = quietWorld({ silenceMs: 86_400_000, colleagues: 2 })
        world.unansweredNumbers.add(UNANSWERED)
        const sessions = AGENT_IDS.slice(0, 3).map(
          (id, index) =>
            openDesk(world, id, { phoneLinkage: true, releasePhone: isNear, autoAnswer: index < 2 }).session,
        )
        for (const act of steps) {
          act(world, sessions)
          settle(world)
          checkInvariants(world)
        }
        // Everybody hangs up until nobody has a call, and callers who wait lose patience.
        for (let round = 0; round < 8; round += 1) {
          for (const id of AGENT_IDS) {
            const at = presentAgent(world, id)
            if (at !== null) hangUp(world, at)
          }
          settle(world)
          live(world, 300_000)
          checkInvariants(world)
        }
        expect([...world.calls.values()].filter(({ place }) => place.kind !== 'queue')).toEqual([])
      },
    ),
    { numRuns: 150, seed: 20_261_124 },
  )
})
