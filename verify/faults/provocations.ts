import { placeCall } from '../../simulator/world/queues.ts'
import type { Wishes } from '../../src/main/settings/settings.ts'
import type { RequestableState } from '../../src/shared/domain/agent.ts'
import { credentials } from '../support/observed-desk.ts'
import { passWhile } from '../support/pass-while.ts'
import { agentId, changeWorld, type Bench, type Situation } from './situation.ts'

/** How a request comes to be sent, through the desk's public interface. */
export interface Provocation {
  /** Before anything goes wrong. */
  readonly before?: (bench: Bench) => Promise<void>
  /** What the agent does; nothing where the desk sends the request by itself. */
  readonly ask?: (bench: Bench) => Promise<unknown>
  /** What happens in the world while the fault is at work. */
  readonly meanwhile?: (bench: Bench) => void
  /** In doubt a wish is kept: it is struck only when the gateway speaks again. */
  readonly isKept?: boolean
  /** The agent signs out while the request is on its way. */
  readonly isLeftBehind?: boolean
}

/** How in each situation; a text says why it cannot occur there. */
export type Provocations = Readonly<Record<Situation, Provocation | string>>

export const byItself: Provocation = {}
export const signIn: Provocation = { ask: ({ desk }) => desk.signIn(credentials(agentId)) }
export const noSession = 'there is no session yet'

/** A wish asked for wherever there is a session; in a gap it is kept. */
export function wish(ask: (bench: Bench) => Promise<unknown>): Omit<Provocations, 'signing-in'> {
  const now: Provocation = { ask }
  return {
    idle: now,
    busy: now,
    talking: now,
    'wrap-up': now,
    doubtful: { ask, isKept: true },
    recovering: { ask, isKept: true },
    'signing-out': { ask, isLeftBehind: true },
  }
}

export const state =
  (to: RequestableState) =>
  ({ desk }: Bench): Promise<unknown> =>
    desk.setAgentState({ state: to }, 'window')

export const alreadyThere = 'the agent is there already: nothing is sent'

export const wishes = (skillIds: readonly number[]): { readonly wishes: Wishes } => ({
  wishes: { autoIdle: true, isLinked: false, skills: { mode: 'chosen', skillIds } },
})

/** A list that is read on request. */
export function reading(
  ask: (bench: Bench) => Promise<unknown>,
  recovering: Provocation | string,
  signingIn: Provocation | string,
): Provocations {
  return {
    ...wish(ask),
    'signing-in': signingIn,
    doubtful: 'no list is read while the gateway is silent: nothing is sent',
    recovering,
  }
}

export const onlineOnly = 'waiting calls are read only while the gateway answers'

const placed = new WeakMap<Bench, string>()

/** A call that the agent can move from queue 1 to 2. */
async function placeWaitingCall(bench: Bench): Promise<void> {
  const call = bench.gateway.run((world) =>
    placeCall(world, { skillId: 1, caller: '13800000001', origin: 'placed' }),
  )
  if (!call.ok) throw new Error(call.refusal.message)
  placed.set(bench, call.value.callid)
}

const transferPlaced = (bench: Bench): Promise<unknown> =>
  bench.desk.transferWaitingCall({ callId: placed.get(bench) ?? '', fromSkillId: 1, toSkillId: 2 })
export const moving: Provocation = { before: placeWaitingCall, ask: transferPlaced }
export const notInGap = 'a transfer is refused while the gateway is silent: nothing is sent'

export const signOut: Provocation = { ask: ({ desk }) => desk.signOut({ force: false }) }

/** The agent has noted busy for after the call, and takes it back. */
export const takeBack: Provocation = {
  before: async (bench) => {
    await passWhile(bench.clock, bench.desk.setAgentState({ state: 'busy' }, 'window'))
  },
  ask: ({ desk }) => desk.cancelWish('agent-state'),
}

export const polled: Provocation = { meanwhile: changeWorld }

export function everywhere(reason: string): Provocations {
  return {
    'signing-in': reason,
    idle: reason,
    busy: reason,
    talking: reason,
    'wrap-up': reason,
    doubtful: reason,
    recovering: reason,
    'signing-out': reason,
  }
}

export function onlyWhileSigningIn(provocation: Provocation): Provocations {
  return { ...everywhere('no sign-in is sent while a session stands'), 'signing-in': provocation }
}
