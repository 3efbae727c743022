import type { QueueBinding } from '../../shared/domain/supervisor.ts'
import type { AppError } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'

/** A list that cannot be empty: the service takes an empty account list for "everyone". */
export type NonEmpty<T> = readonly [T, ...T[]]

declare const confirmedBrand: unique symbol

/**
 * Proof that a person typed the queue's name. Only `confirmUnbindAll` makes one, so "everyone" cannot be reached by a
 * list that happens to be empty.
 */
export interface ConfirmedUnbindAll {
  readonly skillId: number
  readonly [confirmedBrand]: true
}

/** How much an account counts for in a queue; at least 1 each. */
export type BindingWeights = Pick<QueueBinding, 'agentWeight' | 'skillWeight'>

export type ManagementError = AppError & { readonly isOutcomeUnknown: boolean }

/** The cc-management service as Deskside uses it. Never throws; renews its token before expiry and once on 401. */
export interface ManagementApi {
  /** Asks for a token, so that a wrong key is known before anything else is tried. */
  checkCredentials(): Promise<Result<null, ManagementError>>
  /** All bindings of a queue, page by page, sorted by account (cec_07_0026). */
  bindings(skillId: number): Promise<Result<readonly QueueBinding[], ManagementError>>
  unbindAgents(skillId: number, accounts: NonEmpty<string>): Promise<Result<null, ManagementError>>
  unbindAll(skillId: number, confirmation: ConfirmedUnbindAll): Promise<Result<null, ManagementError>>
  /** Binds accounts that share their weights (cec_07_1005); the undo of an unbinding. */
  bindAgents(
    skillId: number,
    accounts: NonEmpty<string>,
    weights: BindingWeights,
  ): Promise<Result<null, ManagementError>>
  dispose(): Promise<void>
}
