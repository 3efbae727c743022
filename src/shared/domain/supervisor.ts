import type { AppError } from '../app-error.ts'

/** An account bound to a skill queue in the management service. Accounts are not agent IDs. */
export interface QueueBinding {
  readonly account: string
  readonly agentId: string | null
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

/** What became of one unbinding. `undone` once the old bindings were made again. */
export interface UnbindReceipt {
  readonly id: string
  readonly skillId: number
  readonly scope: 'selected' | 'all'
  readonly at: number
  readonly outcome: 'unbound' | 'refused' | 'unknown' | 'undoing' | 'undone' | 'undo-failed'
  /** The bindings as they were before, so that they can be made again with the same weights. */
  readonly before: readonly QueueBinding[]
  /** Accounts the undo could not bind again. */
  readonly failedAccounts: readonly string[]
  readonly error: AppError | null
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
