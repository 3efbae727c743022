import { signInColleague } from '../../simulator/world/presence.ts'
import type { Settings } from '../../src/main/settings/settings.ts'
import { credentials } from '../support/observed-desk.ts'
import {
  alreadyThere,
  byItself,
  everywhere,
  moving,
  noSession,
  notInGap,
  onlineOnly,
  onlyWhileSigningIn,
  polled,
  reading,
  signIn,
  signOut,
  state,
  takeBack,
  wish,
  wishes,
  type Provocations,
} from './provocations.ts'
import { agentId, changeWorld, type Doing } from './situation.ts'

/** One interface of the gateway that Deskside uses, and in which situations how. */
export interface Interface {
  readonly name: string
  readonly method: string
  readonly path: string
  /** What the agent does where the situation leaves it open. */
  readonly doing: Doing
  readonly settings: Partial<Settings>
  /** The server must not carry it out twice, nor the client send it twice. */
  readonly isOnce: boolean
  readonly in: Provocations
}

const noSettings = {}
const common = { method: 'POST', doing: 'idle', settings: noSettings, isOnce: false } as const

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
      ...everywhere(
        'beside a gap the call is read once, when an event names it; a failure is not asked again',
      ),
      recovering: byItself,
    },
  },
]
