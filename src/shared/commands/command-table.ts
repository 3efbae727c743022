import { requestableStates } from '../domain/agent.ts'
import { callActions, callRefusal } from '../domain/call-control.ts'
import { wishNames, type WishName } from '../domain/wishes.ts'
import { shownParts } from '../ipc/contract.ts'
import {
  signOutReason,
  type CommandContext,
  type CommandUnavailable,
  refineReason,
} from './command-unavailable.ts'
import { switchOrders, windowOrders, type Command, type CommandName, type CommandOf } from './command.ts'
import { findQueue } from './find-queue.ts'

/** What every door must know of a command. */
export interface CommandEntry<N extends CommandName> {
  /** It changes something at the gateway, or ends the program: a link asks first, and without a session it is pointless. */
  readonly changesState: boolean
  /**
   * Given on the command line too early it waits for the sign-in: it says what is to be. What is to be done is about the
   * moment in which it is asked for, and nothing would be worse than a sign-out that waits for the next sign-in.
   */
  readonly waitsForSignIn: boolean
  /** It is hard to take back: keys are not obeyed for a moment after the situation has changed by itself. */
  readonly isGuarded: (command: CommandOf<N>) => boolean
  /** In the palette it is asked for twice. */
  readonly isConfirmed: (command: CommandOf<N>) => boolean
  /** Why it cannot work now, before a session that ended is told from one that never was. */
  readonly unavailable: (command: CommandOf<N>, context: CommandContext) => CommandUnavailable | null
  /** The commands of this name that there are now, for lists to choose from. */
  readonly offers: (context: CommandContext) => readonly CommandOf<N>[]
}

const never = (): boolean => false
const always = (): boolean => true
const possible = (): null => null

/** One entry for each command: a name without one does not compile. */
export const commandTable: { readonly [N in CommandName]: CommandEntry<N> } = {
  state: {
    changesState: true,
    waitsForSignIn: true,
    isGuarded: always,
    isConfirmed: never,
    unavailable: ({ state, reason }, { snapshot: { agentState } }) => {
      const { unavailable, allowed, effective } = agentState
      if (unavailable !== null || allowed.includes(state)) return unavailable
      if (state !== effective) return 'not-from-this-state'
      // Another reason for the same state is a change.
      return reason === null || reason === agentState.reason ? 'present-state' : null
    },
    offers: ({ snapshot, preferences }) => [
      ...requestableStates.map((state) => ({ name: 'state', state, reason: null }) as const),
      ...preferences.busyReasons.map(({ code }) => ({ name: 'state', state: 'busy', reason: code }) as const),
      ...snapshot.agentState.restReasons.map(
        ({ id }) => ({ name: 'state', state: 'rest', reason: id }) as const,
      ),
    ],
  },
  'auto-idle': {
    changesState: true,
    waitsForSignIn: true,
    isGuarded: never,
    isConfirmed: never,
    unavailable: (_command, { snapshot }) => snapshot.afterCall.unavailable,
    offers: () => switchOrders.map((to) => ({ name: 'auto-idle', to })),
  },
  linkage: {
    changesState: true,
    waitsForSignIn: true,
    isGuarded: never,
    isConfirmed: never,
    unavailable: (_command, { snapshot }) => snapshot.linkage.unavailable,
    offers: () => switchOrders.map((to) => ({ name: 'linkage', to })),
  },
  skills: {
    changesState: true,
    waitsForSignIn: true,
    isGuarded: never,
    isConfirmed: never,
    unavailable: ({ mode }, { snapshot, hasChosenQueues }) =>
      snapshot.skills.unavailable ?? (mode === 'chosen' && !hasChosenQueues ? 'nothing-chosen' : null),
    offers: () => (['all', 'chosen', 'none'] as const).map((mode) => ({ name: 'skills', mode })),
  },
  'skill-set': {
    changesState: true,
    waitsForSignIn: true,
    isGuarded: never,
    isConfirmed: never,
    unavailable: ({ set }, { snapshot, preferences }) =>
      snapshot.skills.unavailable ??
      (preferences.skillSets.some(({ name }) => name === set) ? null : 'no-such-set'),
    offers: ({ preferences }) => preferences.skillSets.map(({ name }) => ({ name: 'skill-set', set: name })),
  },
  'transfer-longest': {
    changesState: true,
    waitsForSignIn: false,
    isGuarded: always,
    isConfirmed: never,
    // Possible while nobody waits or the agent is idle: the list is not polled while no window shows it, and some gateways
    // give it to idle agents too. The desk reads the queues when asked, and says so when there is nothing to move.
    unavailable: ({ queue }, { snapshot: { waiting, queues } }) =>
      waiting.unavailable ??
      (queues.length === 0 ? 'no-target-queue' : findQueue(queues, queue) === null ? 'no-such-queue' : null),
    offers: ({ snapshot }) =>
      snapshot.queues.map(({ id }) => ({ name: 'transfer-longest', queue: String(id) })),
  },
  call: {
    changesState: true,
    waitsForSignIn: false,
    isGuarded: ({ action }) => action === 'release' || action === 'reject' || action === 'hold',
    isConfirmed: ({ action }) => action === 'release' || action === 'reject',
    unavailable: ({ action }, { snapshot }) => callRefusal(action, snapshot),
    offers: () => callActions.map((action) => ({ name: 'call', action })),
  },
  'cancel-wish': {
    changesState: true,
    waitsForSignIn: false,
    isGuarded: never,
    isConfirmed: never,
    unavailable: ({ wish }, { snapshot }) =>
      signOutReason(snapshot.session) ?? (waits(wish, snapshot) ? null : 'nothing-kept'),
    offers: () => wishNames.map((wish) => ({ name: 'cancel-wish', wish })),
  },
  'sign-out': {
    changesState: true,
    waitsForSignIn: false,
    isGuarded: always,
    isConfirmed: always,
    unavailable: (_command, { snapshot }) => signOutReason(snapshot.session),
    offers: () => [{ name: 'sign-out' }],
  },
  show: {
    changesState: false,
    waitsForSignIn: false,
    isGuarded: never,
    isConfirmed: never,
    unavailable: possible,
    offers: () => [...shownParts, 'window' as const].map((part) => ({ name: 'show', part })),
  },
  window: {
    changesState: false,
    waitsForSignIn: false,
    isGuarded: never,
    isConfirmed: never,
    unavailable: possible,
    offers: () => windowOrders.map((mode) => ({ name: 'window', mode })),
  },
  quit: {
    changesState: true,
    waitsForSignIn: false,
    isGuarded: never,
    isConfirmed: always,
    unavailable: possible,
    offers: () => [{ name: 'quit' }],
  },
}

/** Why the command cannot work now; null when it can. */
export function unavailableReason(command: Command, context: CommandContext): CommandUnavailable | null {
  const reason = entryOf(command).unavailable(command, context)
  return reason === null ? null : refineReason(reason, context.snapshot.session)
}

/** Whether it changes something at the gateway or ends the program, so that a link must ask first. */
export const changesState = (command: Command): boolean => entryOf(command).changesState

/** Whether keys are not obeyed for a moment after the situation has changed by itself. */
export const isGuarded = (command: Command): boolean => entryOf(command).isGuarded(command)

/** Whether the palette asks a second time. */
export const isConfirmed = (command: Command): boolean => entryOf(command).isConfirmed(command)

/** Whether it waits for the sign-in when it comes before it. */
export const waitsForSignIn = (command: Command): boolean => entryOf(command).waitsForSignIn

/** Whether it can do nothing while nobody is signed in. */
export const needsSession = (command: Command): boolean =>
  entryOf(command).changesState && command.name !== 'quit'

/** The entry of a command's own name takes that very command, which the compiler cannot follow over a union. */
function entryOf<N extends CommandName>(command: CommandOf<N> & { readonly name: N }): CommandEntry<N> {
  return commandTable[command.name]
}

function waits(wish: WishName, snapshot: CommandContext['snapshot']): boolean {
  const { agentState, afterCall, linkage, skills } = snapshot
  switch (wish) {
    case 'agent-state':
      return agentState.isKept || agentState.noted !== null
    case 'after-call':
      return afterCall.isKept
    case 'linkage':
      return linkage.isKept
    case 'skills':
      return skills.isKept
  }
}
