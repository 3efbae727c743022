import type { AppError } from '../../shared/app-error.ts'
import type { QueueBinding, QueueBindings, UnbindReceipt } from '../../shared/domain/supervisor.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Door, Outcome, SupervisorService } from '../agent/desk-service.ts'
import type { DeskStore } from '../agent/desk-store.ts'
import { keepSettings } from '../agent/keep-settings.ts'
import { confirmUnbindAll } from '../management/confirm-unbind-all.ts'
import type {
  ConfirmedUnbindAll,
  ManagementApi,
  ManagementError,
  NonEmpty,
} from '../management/management-api.ts'
import type { JournalPort, SessionLog } from '../session/gateway-session.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import { UnbindingJournal } from './unbinding-journal.ts'

const maxReceipts = 20

export interface SupervisorDeps {
  readonly store: DeskStore
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly log: SessionLog
  readonly journal: JournalPort
  readonly newId: () => string
  /** Makes a client for the management service; fails when the CA file cannot be used. */
  readonly openManagement: (target: {
    readonly address: string
    readonly appKey: string
    readonly appSecret: string
  }) => Promise<Result<ManagementApi, AppError>>
  /** Address given for this run only; it is not saved. */
  readonly runOnlyAddress: string | null
}

/**
 * The supervisor's desk. Every unbinding first reads who is bound with which weights, so that it can be undone; the
 * receipt says what became of it. The app key and secret live in the client, in memory only.
 */
export class SupervisorDesk implements SupervisorService {
  #management: ManagementApi | null = null
  readonly #journal: UnbindingJournal
  readonly #deps: SupervisorDeps

  constructor(deps: SupervisorDeps) {
    this.#deps = deps
    this.#journal = new UnbindingJournal(deps.journal)
  }

  async connect(input: ParsedInput<'supervisor:connect'>, door: Door): Outcome {
    this.#journal.asked('connect-management', door, {})
    const { store, openManagement, runOnlyAddress } = this.#deps
    const opened = await openManagement({
      address: input.managementAddress,
      appKey: input.appKey,
      appSecret: input.appSecret,
    })
    if (!opened.ok) return opened
    const checked = await opened.value.checkCredentials()
    if (!checked.ok) {
      await opened.value.dispose()
      return err(plain(checked.error))
    }
    await this.#management?.dispose()
    this.#management = opened.value
    store.update((state) => ({
      ...state,
      supervisor: { ...state.supervisor, managementAddress: input.managementAddress, hasCredentials: true },
    }))
    if (input.managementAddress !== runOnlyAddress) {
      await keepSettings(this.#deps, { managementAddress: input.managementAddress })
    }
    return ok(null)
  }

  async readBindings(skillId: number): Outcome<QueueBindings> {
    const management = this.#management
    if (management === null) return err({ code: 'not-connected' })
    const answer = await management.bindings(skillId)
    if (!answer.ok) return err(plain(answer.error))
    return ok({ skillId, bindings: answer.value, readAt: this.#deps.clock.now() })
  }

  /**
   * Unbinds the named accounts. When nobody would be left in the queue by the list of this moment, which may be shorter
   * than the one on the screen, the queue's name must have been typed as for everyone.
   */
  async unbind(
    { skillId, accounts, typedName }: ParsedInput<'supervisor:unbind'>,
    door: Door,
  ): Outcome<UnbindReceipt> {
    this.#journal.asked('unbind', door, { skillId, accounts: accounts.length })
    const [first, ...rest] = accounts
    if (first === undefined) return err({ code: 'invalid-input', field: 'accounts', problem: 'required' })
    const named: NonEmpty<string> = [first, ...rest]
    return this.#unbindAndRecord(
      skillId,
      'selected',
      (binding) => accounts.includes(binding.account),
      (management) => management.unbindAgents(skillId, named),
      () => this.#confirm(skillId, typedName ?? ''),
    )
  }

  async unbindAll(
    { skillId, typedName }: ParsedInput<'supervisor:unbind-all'>,
    door: Door,
  ): Outcome<UnbindReceipt> {
    this.#journal.asked('unbind-all', door, { skillId })
    const confirmation = this.#confirm(skillId, typedName)
    if (!confirmation.ok) return confirmation
    return this.#unbindAndRecord(
      skillId,
      'all',
      () => true,
      (management) => management.unbindAll(skillId, confirmation.value),
    )
  }

  /** Binds everyone of a receipt again with the old weights; says whom it could not. */
  async undo(receiptId: string, door: Door): Outcome<UnbindReceipt> {
    const management = this.#management
    const receipt = this.#deps.store.state.supervisor.receipts.find((one) => one.id === receiptId)
    const toBind = receipt === undefined ? [] : stillUnbound(receipt)
    this.#journal.asked('undo-unbinding', door, {
      skillId: receipt?.skillId ?? null,
      accounts: toBind.length,
    })
    if (management === null) return err({ code: 'not-connected' })
    if (receipt === undefined) return err({ code: 'refused', reason: 'nothing-found' })
    if (receipt.outcome === 'undoing' || receipt.outcome === 'undone' || receipt.outcome === 'refused') {
      return err({ code: 'superseded' })
    }
    this.#record({ ...receipt, outcome: 'undoing' })
    const failedAccounts: string[] = []
    let failure: ManagementError | null = null
    for (const binding of toBind) {
      const answer = await management.bind(receipt.skillId, binding)
      if (answer.ok) continue
      failedAccounts.push(binding.account)
      failure ??= answer.error
    }
    const undone: UnbindReceipt = {
      ...receipt,
      outcome: failure === null ? 'undone' : 'undo-failed',
      failedAccounts,
      error: failure === null ? null : plain(failure),
    }
    this.#record(undone)
    this.#journal.undone(undone, toBind.length, failure)
    return ok(undone)
  }

  async dispose(): Promise<void> {
    await this.#management?.dispose()
    this.#management = null
  }

  async #unbindAndRecord(
    skillId: number,
    scope: UnbindReceipt['scope'],
    isMeant: (binding: QueueBinding) => boolean,
    send: (management: ManagementApi) => Promise<Result<null, ManagementError>>,
    /** Asked when nobody would be left; its refusal stops everything. */
    mayEmpty: () => Result<unknown, AppError> = () => ok(null),
  ): Outcome<UnbindReceipt> {
    const management = this.#management
    if (management === null) return err({ code: 'not-connected' })
    const bound = await management.bindings(skillId)
    // Without the old weights there would be no way back: nothing is sent.
    if (!bound.ok) return err(plain(bound.error))
    const before = bound.value.filter(isMeant)
    if (before.length === 0) return err({ code: 'refused', reason: 'nothing-found' })
    if (before.length === bound.value.length) {
      const allowed = mayEmpty()
      if (!allowed.ok) return allowed
    }

    const answer = await send(management)
    const outcome = answer.ok
      ? 'unbound'
      : await this.#judgeFailure(management, skillId, before, answer.error)
    const receipt: UnbindReceipt = {
      id: this.#deps.newId(),
      skillId,
      scope,
      at: this.#deps.clock.now(),
      outcome,
      before,
      failedAccounts: [],
      error: answer.ok || outcome === 'unbound' ? null : plain(answer.error),
    }
    this.#record(receipt)
    this.#journal.unbound(receipt, answer)
    return ok(receipt)
  }

  #confirm(skillId: number, typedName: string): Result<ConfirmedUnbindAll, AppError> {
    const queue = this.#deps.store.state.queues.find((one) => one.id === skillId)
    if (queue === undefined) return err({ code: 'refused', reason: 'nothing-found' })
    return confirmUnbindAll({ skillId, queueName: queue.name, typedName })
  }

  /** Without an answer the bindings are read again: nobody of them left means that it happened all the same. */
  async #judgeFailure(
    management: ManagementApi,
    skillId: number,
    before: readonly QueueBinding[],
    error: ManagementError,
  ): Promise<UnbindReceipt['outcome']> {
    if (!error.isOutcomeUnknown) return 'refused'
    const after = await management.bindings(skillId)
    if (!after.ok) return 'unknown'
    const left = new Set(after.value.map((binding) => binding.account))
    return before.some((binding) => left.has(binding.account)) ? 'unknown' : 'unbound'
  }

  #record(receipt: UnbindReceipt): void {
    this.#deps.store.update((state) => ({
      ...state,
      supervisor: {
        ...state.supervisor,
        receipts: [receipt, ...state.supervisor.receipts.filter((other) => other.id !== receipt.id)].slice(
          0,
          maxReceipts,
        ),
      },
    }))
  }
}

/** Whom an undo has to bind: after one that failed in part only those it failed for. */
function stillUnbound({ before, failedAccounts }: UnbindReceipt): readonly QueueBinding[] {
  return failedAccounts.length === 0
    ? before
    : before.filter(({ account }) => failedAccounts.includes(account))
}

/** The error as it crosses the bridge, without the client's own mark. */
function plain({ isOutcomeUnknown: _mark, ...error }: ManagementError): AppError {
  return error
}
