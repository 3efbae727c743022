import type { AppError } from '../app-error.ts'

/** An account bound to a skill queue in the management service. Accounts are not agent IDs. */
export interface QueueBinding {
  readonly account: string
  readonly agentId: string | null
  /** The person's name as the management service has it; null when it gives none. */
  readonly name: string | null
  readonly agentWeight: number
  readonly skillWeight: number
}

export interface QueueBindings {
  readonly skillId: number
  readonly bindings: readonly QueueBinding[]
  readonly readAt: number
}

/** A proof that the user meant everyone: the queue's name as typed. */
export interface UnbindAllConfirmation {
  readonly typedName: string
}

/** So many accounts can be named in one unbinding. Whoever wants more means everyone, or does it in parts. */
export const maxNamedAccounts = 1_000

/** What is known of one account of an unbinding, from the newest step that touched it. */
export const accountResults = [
  /** Named, and not sent yet. */
  'waiting',
  /** Was not bound any more when it came to it: nothing was sent. */
  'not-bound',
  /** Never sent: stopped by hand, or because an earlier request failed. */
  'not-sent',
  /** The list read afterwards does not hold it. */
  'unbound',
  /** The service said yes, and the list could not be read afterwards. */
  'accepted',
  /** The service said yes, and the list read afterwards still holds it. */
  'still-bound',
  'refused',
  /** No answer came, and the list read afterwards proves nothing. */
  'unknown',
  /** The undo is proved: the list holds it with its old weights. */
  'bound-again',
  /** Somebody else had bound it anew before the undo, which left it alone. */
  'bound-elsewhere',
  'undo-refused',
  /** The undo was sent, and the list read afterwards does not prove it. */
  'undo-unknown',
] as const
export type AccountResult = (typeof accountResults)[number]

/** One account of an unbinding, with the weights it had. */
export interface AccountLine extends QueueBinding {
  readonly result: AccountResult
  readonly error: AppError | null
}

/** How many people a queue and an unbinding are about. Null: nobody knows, because the roster cannot be read. */
export interface HeadCount {
  /** Accounts bound to the queue. */
  readonly bound: number
  readonly chosen: number
  /** Agents bound and signed in to the queue at this moment. */
  readonly online: number | null
  /** Of the chosen ones: signed in to the queue. */
  readonly chosenOnline: number | null
  /** Of the chosen ones: in a call, whichever queue it came from. */
  readonly chosenInCall: number | null
}

export const unbindOutcomes = [
  'unbinding',
  'unbound',
  /** Some were unbound, others not. */
  'partly',
  'refused',
  'unknown',
  /** Stopped by hand before everything was sent. */
  'stopped',
  'undoing',
  'undone',
  /** An undo that found nobody to bind again: others had done so, or nothing had been unbound. */
  'nothing-to-undo',
  'undo-failed',
  'undo-stopped',
] as const
export type UnbindOutcome = (typeof unbindOutcomes)[number]

/**
 * What became of one unbinding, in figures: it travels with every snapshot, and a queue may have thousands of accounts. The
 * accounts are asked for apart (`UnbindReport`).
 */
export interface UnbindReceipt {
  readonly id: string
  readonly skillId: number
  readonly scope: 'selected' | 'all'
  readonly at: number
  readonly outcome: UnbindOutcome
  /** A stop was asked for, and the request on its way is still to be answered. */
  readonly isStopping: boolean
  /** Accounts it is about, also those that were not bound any more. */
  readonly count: number
  /** Of the step under way, or of the last one: how many accounts it sends, and how many have an answer. */
  readonly progress: { readonly done: number; readonly of: number }
  /** How many accounts have which result; a result that nobody has may be left out. */
  readonly tally: Readonly<Partial<Record<AccountResult, number>>>
  /** The first accounts with which not everything is as it was asked for. */
  readonly exceptions: readonly Pick<AccountLine, 'account' | 'result' | 'error'>[]
  /** How many accounts an undo would try to bind again. */
  readonly undoable: number
  /** Why the first account that failed did. */
  readonly error: AppError | null
  readonly heads: HeadCount
}

/** Every account of an unbinding. */
export interface UnbindReport {
  readonly receiptId: string
  readonly lines: readonly AccountLine[]
}

export interface SupervisorView {
  readonly managementAddress: string
  /** True when an app key and secret are held (in memory only). */
  readonly hasCredentials: boolean
  /** Filled in for the built-in demo only. */
  readonly demoAppKey: string | null
  readonly demoAppSecret: string | null
  /** Newest first. */
  readonly receipts: readonly UnbindReceipt[]
}
