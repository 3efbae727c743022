import fc from 'fast-check'
import { liftPhone, rejectOnPhone } from '../world/call-flow.ts'
import { dropParty, joinConference } from '../world/conference.ts'
import type { AgentAtDesk } from '../world/desk-calls.ts'
import { holdCall, retrieveCall, setMuted, swapHeld } from '../world/hold.ts'
import { askForHelp, callInner, callOut } from '../world/outgoing.ts'
import { pressKey } from '../world/phone-keys.ts'
import { phoneDoes } from '../world/phone.ts'
import { requestCall } from '../world/request-call.ts'
import type { Session } from '../world/session.ts'
import { cancelTransfer, hangUp, transferCall, type TransferWish } from '../world/transfer.ts'
import { presentAgent, type World } from '../world/world.ts'

export const AGENT_IDS = ['101', '102', '103', '104'] as const
export const agentId = fc.constantFrom(...AGENT_IDS)
export const skillId = fc.integer({ min: 1, max: 5 })
const flag = fc.boolean()

/** One thing somebody does to the world. */
export type Step = (world: World, sessions: Session[]) => void

/** Acts for an agent if he is signed in. */
export const onPresent =
  (id: string, act: (at: NonNullable<ReturnType<typeof presentAgent>>, world: World) => unknown): Step =>
  (world) => {
    const at = presentAgent(world, id)
    if (at !== null) act(at, world)
  }

/** The nth call there is, as far as there is one. */
export const nthCallid = (world: World, n: number): string | undefined =>
  [...world.calls.keys()][n % Math.max(1, world.calls.size)]

/** A number outside that somebody answers, and one that nobody does. */
const OUTSIDE = '5550100'
export const UNANSWERED = '5550199'
const OUTSIDE_WISH = { called: OUTSIDE, caller: '', skillId: 0, callData: '' } as const

const transferWish: fc.Arbitrary<TransferWish> = fc.oneof(
  fc
    .tuple(skillId, flag)
    .map(([skill, isKept]) => ({ to: 'skill' as const, skillId: skill, isKept, callData: '' })),
  fc
    .tuple(agentId, flag)
    .map(([target, isKept]) => ({ to: 'agent' as const, agentId: target, isKept, callData: '' })),
  flag.map((isSuspended) => ({ to: 'ivr' as const, isSuspended, callData: '' })),
  fc
    .tuple(fc.constantFrom('release', 'success', 'talk', 'three-party'), fc.constantFrom(OUTSIDE, UNANSWERED))
    .map(([mode, number]) => ({
      to: 'outside' as const,
      number,
      mode,
      caller: '',
      holdsCaller: true,
      callData: '',
    })),
)

/** Whatever an agent can do with his calls. */
export const callStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      agentId,
      fc.constantFrom(
        holdCall,
        retrieveCall,
        cancelTransfer,
        hangUp,
        hangUp,
        joinConference,
        (world: World, at: AgentAtDesk) => setMuted(world, at, true),
        (world: World, at: AgentAtDesk) => swapHeld(world, at, at.presence.otherCalls[0]?.callid ?? ''),
        (world: World, at: AgentAtDesk) => dropParty(world, at, OUTSIDE),
        (world: World, at: AgentAtDesk) => callOut(world, at, OUTSIDE_WISH),
        (world: World, at: AgentAtDesk) => callInner(world, at, '103'),
        (world: World, at: AgentAtDesk) => requestCall(world, at, nthCallid(world, 1) ?? '', null),
        (world: World, at: AgentAtDesk) => pressKey(world, at, { key: 'transfer', number: OUTSIDE }),
        (world: World, at: AgentAtDesk) => pressKey(world, at, { key: 'call-out', number: OUTSIDE }),
        (world: World, at: AgentAtDesk) => pressKey(world, at, { key: 'hold' }),
        (world: World, at: AgentAtDesk) => liftPhone(world, at.agent, at.presence),
        (world: World, at: AgentAtDesk) => rejectOnPhone(world, at.agent, at.presence),
        (world: World, at: AgentAtDesk) => {
          phoneDoes(world, at, 'offhook')
        },
        (world: World, at: AgentAtDesk) => {
          phoneDoes(world, at, 'onhook')
        },
      ),
    )
    .map(([id, command]) => onPresent(id, (at, world) => command(world, at))),
  fc
    .tuple(
      agentId,
      flag,
      fc.constantFrom({ agentId: '101' }, { agentId: '104' }, { skillId: 1 }, { skillId: 2 }),
    )
    .map(([id, isOfThree, to]) =>
      onPresent(id, (at, world) => askForHelp(world, at, { to, isOfThree, callData: '' })),
    ),
  fc
    .tuple(agentId, transferWish)
    .map(([id, wish]) => onPresent(id, (at, world) => transferCall(world, at, wish))),
)
