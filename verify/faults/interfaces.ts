import { placeCall } from '../../simulator/world/queues.ts'
import { signInColleague } from '../../simulator/world/presence.ts'
import type { Settings, Wishes } from '../../src/main/settings/settings.ts'
import type { RequestableState } from '../../src/shared/domain/agent.ts'
import { credentials } from '../support/observed-desk.ts'
import { passWhile } from '../support/pass-while.ts'
import { agentId, changeWorld, type Bench, type Doing, type Situation } from './situation.ts'

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

/** One interface of the gateway that Deskside uses, and in which situations how. A text says why it cannot occur there. */
export interface Interface {
  readonly name: string
  readonly method: string
  readonly path: string
  /** What the agent does where the situation leaves it open. */
  readonly doing: Doing
  readonly settings: Partial<Settings>
  /** The server must not carry it out twice, nor the client send it twice. */
  readonly isOnce: boolean
  readonly in: Readonly<Record<Situation, Provocation | string>>
}

const byItself: Provocation = {}
const signIn: Provocation = { ask: ({ desk }) => desk.signIn(credentials(agentId)) }
const noSession = 'there is no session yet'

/** A wish asked for wherever there is a session; in a gap it is kept. */
function wish(ask: (bench: Bench) => Promise<unknown>): Omit<Interface['in'], 'signing-in'> {
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

const state =
  (to: RequestableState) =>
  ({ desk }: Bench): Promise<unknown> =>
    desk.setAgentState(to, 'window')

const alreadyThere = 'the agent is there already: nothing is sent'

const wishes = (skillIds: readonly number[]): { readonly wishes: Wishes } => ({
  wishes: { autoIdle: true, isLinked: false, skills: { mode: 'chosen', skillIds } },
})

const noSettings = {}
const common = { method: 'POST', doing: 'idle', settings: noSettings, isOnce: false } as const

/** A list that is read on request. */
function reading(
  ask: (bench: Bench) => Promise<unknown>,
  recovering: Provocation | string,
  signingIn: Provocation | string,
): Interface['in'] {
  return {
    ...wish(ask),
    'signing-in': signingIn,
    doubtful: 'no list is read while the gateway is silent: nothing is sent',
    recovering,
  }
}

const onlineOnly = 'waiting calls are read only while the gateway answers'

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
const moving: Provocation = { before: placeWaitingCall, ask: transferPlaced }
const notInGap = 'a transfer is refused while the gateway is silent: nothing is sent'

const signOut: Provocation = { ask: ({ desk }) => desk.signOut({ force: false }) }

/** The agent has noted busy for after the call, and takes it back. */
const takeBack: Provocation = {
  before: async (bench) => {
    await passWhile(bench.clock, bench.desk.setAgentState('busy', 'window'))
  },
  ask: ({ desk }) => desk.cancelWish('agent-state'),
}

const polled: Provocation = { meanwhile: changeWorld }

/** Every interface that Deskside uses; the columns of the table. */
export const interfaces: readonly Interface[] = [
  {
    ...common,
    name: 'login',
    method: 'PUT',
    path: `**/onlineagent/${agentId}`,
    isOnce: true,
    in: onlyWhileSigningIn(signIn),
  },
  {
    ...common,
    name: 'forcelogin',
    method: 'PUT',
    path: '**/forcelogin',
    isOnce: true,
    in: onlyWhileSigningIn({
      before: async ({ gateway }) => {
        gateway.run((world) => {
          const agent = world.agents.get(agentId)
          if (agent !== undefined) signInColleague(world, agent)
        })
      },
      ask: ({ desk }) => desk.signIn(credentials(agentId, { takeOver: true })),
    }),
  },
  {
    ...common,
    name: 'logout',
    method: 'DELETE',
    path: '**/logout',
    in: {
      'signing-in': 'the sign-out waits for the sign-in: see "signing-out"',
      idle: 'is the situation "signing-out"',
      busy: signOut,
      talking: signOut,
      'wrap-up': signOut,
      doubtful: signOut,
      recovering: signOut,
      'signing-out': signOut,
    },
  },
  {
    ...common,
    name: 'poll',
    method: 'GET',
    path: '**/agentevent/*',
    in: {
      'signing-in': signIn,
      idle: polled,
      busy: polled,
      talking: polled,
      'wrap-up': polled,
      doubtful: polled,
      recovering: polled,
      'signing-out': {
        before: async ({ gateway }) => {
          gateway.faults.add({ match: { path: '**/logout' }, action: { type: 'delay', ms: 9_000 }, times: 1 })
        },
        ask: ({ desk }) => desk.signOut({ force: false }),
        meanwhile: changeWorld,
      },
    },
  },
  {
    ...common,
    name: 'agentstatus',
    method: 'GET',
    path: '**/agentstatus',
    in: {
      'signing-in': signIn,
      idle: byItself,
      busy: byItself,
      talking: byItself,
      'wrap-up': byItself,
      doubtful: 'the state is not read while the gateway is silent',
      recovering: byItself,
      'signing-out': 'the state is not read any more',
    },
  },
  {
    ...common,
    name: 'sayfree',
    path: '**/sayfree',
    doing: 'busy',
    isOnce: true,
    in: {
      ...wish(state('idle')),
      'signing-in': noSession,
      idle: alreadyThere,
      talking: takeBack,
    },
  },
  {
    ...common,
    name: 'saybusy',
    path: '**/saybusy',
    isOnce: true,
    in: { ...wish(state('busy')), 'signing-in': noSession, busy: alreadyThere },
  },
  {
    ...common,
    name: 'rest',
    path: '**/rest/*/*',
    isOnce: true,
    in: { ...wish(state('rest')), 'signing-in': noSession },
  },
  {
    ...common,
    name: 'work',
    path: '**/work',
    isOnce: true,
    in: {
      ...wish(state('wrap-up')),
      'signing-in': noSession,
      talking: 'wrap-up cannot be asked for during a call',
      'wrap-up': alreadyThere,
    },
  },
  {
    ...common,
    name: 'autoenteridle',
    path: '**/autoenteridle/*',
    in: { ...wish(({ desk }) => desk.setAfterCall(false, 'window')), 'signing-in': signIn },
  },
  {
    ...common,
    name: 'resetskill',
    path: '**/resetskill/*',
    in: {
      ...wish(({ desk }) => desk.signInToSkills({ mode: 'chosen', skillIds: [1, 2] }, 'window')),
      'signing-in': signIn,
    },
  },
  {
    ...common,
    name: 'agentskills',
    method: 'GET',
    path: '**/agentskills',
    in: reading(({ desk }) => desk.refreshSkills(), byItself, signIn),
  },
  {
    ...common,
    name: 'agentvdnskill',
    method: 'GET',
    path: '**/agentvdnskill',
    in: {
      ...reading(({ desk }) => desk.refreshSkills(), { ask: ({ desk }) => desk.refreshSkills() }, signIn),
      'signing-out': 'is read after the configured queues, when the session has ended',
    },
  },
  {
    ...common,
    name: 'waitcallinfo',
    method: 'GET',
    path: '**/waitcallinfo/*',
    settings: wishes([1, 2]),
    in: {
      ...wish(({ desk }) => desk.refreshWaiting()),
      'signing-in': noSession,
      doubtful: onlineOnly,
      recovering: onlineOnly,
    },
  },
  {
    ...common,
    name: 'queryacdstat',
    path: '**/queryacdstat',
    in: {
      ...wish(({ desk }) => desk.refreshWaiting()),
      'signing-in': noSession,
      doubtful: onlineOnly,
      recovering: onlineOnly,
    },
  },
  {
    ...common,
    name: 'assignuserinqueue',
    method: 'PUT',
    path: '**/assignuserinqueue',
    settings: wishes([1, 2]),
    doing: 'busy',
    isOnce: true,
    in: {
      'signing-in': noSession,
      idle: 'a call that waits in a queue of an idle agent is put through to him',
      busy: moving,
      talking: moving,
      'wrap-up': moving,
      doubtful: notInGap,
      recovering: notInGap,
      'signing-out': { ...moving, isLeftBehind: true },
    },
  },
  {
    ...common,
    name: 'allonlineagents',
    method: 'GET',
    path: '**/allonlineagents',
    in: reading(({ desk }) => desk.refreshRoster(), byItself, signIn),
  },
  {
    ...common,
    name: 'callinfo',
    method: 'GET',
    path: '**/callinfo',
    doing: 'talking',
    in: {
      ...everywhere('the call is read only after a gap'),
      recovering: byItself,
    },
  },
]

function everywhere(reason: string): Interface['in'] {
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

function onlyWhileSigningIn(provocation: Provocation): Interface['in'] {
  return { ...everywhere('no sign-in is sent while a session stands'), 'signing-in': provocation }
}
