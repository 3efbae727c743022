import type { AppError } from '../../shared/app-error.ts'
import type { QueueBindings, UnbindReceipt, UnbindReport } from '../../shared/domain/supervisor.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Door, Outcome, SupervisorService } from '../agent/desk-service.ts'
import type { DeskStore } from '../agent/desk-store.ts'
import { keepSettings } from '../agent/keep-settings.ts'
import { confirmUnbindAll } from '../management/confirm-unbind-all.ts'
import type { ConfirmedUnbindAll, ManagementApi } from '../management/management-api.ts'
import type { JournalPort, SessionLog } from '../session/gateway-session.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import { isUndoable, plain } from './account-lines.ts'
import { sendInBatches } from './batches.ts'
import { BindingChanges, type UnbindOrder } from './binding-changes.ts'
import type { RosterPort } from './online-agents.ts'
import { ReceiptBook } from './receipt-book.ts'
import { UnbindingJournal } from './unbinding-journal.ts'

export interface SupervisorDeps {
  readonly store: DeskStore
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly log: SessionLog
  readonly journal: JournalPort
  /** Who is online, for the head-counts. */
  readonly roster: RosterPort
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
 * receipt says what became of it. Changes go one after another. The app key and secret live in the client, in memory only.
 */
export class SupervisorDesk implements SupervisorService {
  #management: ManagementApi | null = null
  /** The service that the receipts are about; null before the first connection. */
  #address: string | null = null
  /** Counts connections and their ends: one that was overtaken while its key was checked does not come about. */
  #connection = 0
  /** Resolved when the last change that was asked for is over. */
  #lastChange: Promise<unknown> = Promise.resolve()
  #isEnding = false
  readonly #book: ReceiptBook
  readonly #changes: BindingChanges
  readonly #journal: UnbindingJournal
  readonly #deps: SupervisorDeps

  constructor(deps: SupervisorDeps) {
    this.#deps = deps
    this.#journal = new UnbindingJournal(deps.journal)
    this.#book = new ReceiptBook(deps.store)
    this.#changes = new BindingChanges({
      ...deps,
      book: this.#book,
      isStopped: (id) => this.#isEnding || this.#book.find(id)?.isStopping === true,
    })
  }

  async connect(input: ParsedInput<'supervisor:connect'>, door: Door): Outcome {
    this.#journal.asked('connect-management', door, {})
    const connection = ++this.#connection
    const { openManagement, runOnlyAddress } = this.#deps
    const opened = await openManagement({
      address: input.managementAddress,
      appKey: input.appKey,
      appSecret: input.appSecret,
    })
    if (!opened.ok) return opened
    // Overtaken while it was being opened: nobody wants the keys sent there any more.
    if (connection !== this.#connection) {
      await opened.value.dispose()
      return err({ code: 'superseded' })
    }
    const checked = await opened.value.checkCredentials()
    if (!checked.ok) {
      await opened.value.dispose()
      return err(plain(checked.error))
    }
    // A change under way ends with the connection it began with.
    const isNewest = await this.#inTurn(async () => {
      if (connection === this.#connection) await this.#exchange(opened.value, input.managementAddress)
      else await opened.value.dispose()
      return connection === this.#connection
    })
    if (!isNewest) return err({ code: 'superseded' })
    if (input.managementAddress !== runOnlyAddress) {
      await keepSettings(this.#deps, { managementAddress: input.managementAddress })
    }
    return ok(null)
  }

  /** Forgets key and secret; what is under way ends with the connection it began with. The receipts stay. */
  async disconnect(): Promise<void> {
    this.#connection += 1
    const management = this.#management
    if (management === null) return
    this.#management = null
    this.#deps.store.update((state) => ({
      ...state,
      supervisor: { ...state.supervisor, hasCredentials: false },
    }))
    await this.#inTurn(() => management.dispose())
  }

  async readBindings(skillId: number): Outcome<QueueBindings> {
    const management = this.#management
    if (management === null) return err({ code: 'not-connected' })
    const answer = await management.bindings(skillId)
    if (!answer.ok) return err(plain(answer.error))
    return ok({ skillId, bindings: answer.value, readAt: this.#deps.clock.now() })
  }

  /**
   * Unbinds the named accounts. When by the lists of this moment, which may differ from those on the screen, nobody would
   * be left in the queue, or nobody who is online, the queue's name must have been typed as for everyone.
   */
  async unbind(
    { skillId, accounts, typedName }: ParsedInput<'supervisor:unbind'>,
    door: Door,
  ): Outcome<UnbindReceipt> {
    const named = [...accounts]
    this.#journal.asked('unbind', door, { skillId, accounts: named.length })
    if (named.length === 0) return err({ code: 'invalid-input', field: 'accounts', problem: 'required' })
    return this.#unbind({
      skillId,
      scope: 'selected',
      door,
      named,
      mayLeaveLack: () => this.#confirm(skillId, typedName ?? ''),
      send: (management, found, tracking) =>
        sendInBatches(found, { ...tracking, send: (batch) => management.unbindAgents(skillId, batch) }),
    })
  }

  async unbindAll(
    { skillId, typedName }: ParsedInput<'supervisor:unbind-all'>,
    door: Door,
  ): Outcome<UnbindReceipt> {
    this.#journal.asked('unbind-all', door, { skillId })
    const confirmation = this.#confirm(skillId, typedName)
    if (!confirmation.ok) return confirmation
    return this.#unbind({
      skillId,
      scope: 'all',
      door,
      named: null,
      mayLeaveLack: () => confirmation,
      send: async (management, [first, ...rest], { answered, isStopped }) => {
        if (first === undefined || isStopped()) return 'stopped'
        answered([first, ...rest], await management.unbindAll(skillId, confirmation.value))
        return null
      },
    })
  }

  /** Binds whoever of a receipt is unbound again with the old weights; leaves alone whom somebody else has bound. */
  async undo(receiptId: string, door: Door): Outcome<UnbindReceipt> {
    const asked = this.#book.find(receiptId)
    this.#journal.asked('undo-unbinding', door, {
      skillId: asked?.skillId ?? null,
      accounts: asked?.lines.filter(isUndoable).length ?? 0,
    })
    return this.#inTurn<Result<UnbindReceipt, AppError>>(async () => {
      if (this.#management === null) return err({ code: 'not-connected' })
      const record = this.#book.find(receiptId)
      if (record === null) return err({ code: 'refused', reason: 'nothing-found' })
      if (record.isForeign || !record.lines.some(isUndoable)) return err({ code: 'superseded' })
      return this.#changes.undo(this.#management, record)
    })
  }

  /** Stops what is under way: what has not been sent yet stays unsent, what has been sent is not taken back. */
  async stop(receiptId: string, door: Door): Outcome {
    const record = this.#book.find(receiptId)
    this.#journal.asked('stop-unbinding', door, { skillId: record?.skillId ?? null })
    if (record?.isRunning !== true) return err({ code: 'superseded' })
    this.#book.put({ ...record, isStopping: true })
    return ok(null)
  }

  async readReport(receiptId: string): Outcome<UnbindReport> {
    const record = this.#book.find(receiptId)
    return record === null
      ? err({ code: 'refused', reason: 'nothing-found' })
      : ok({ receiptId, lines: record.lines })
  }

  async dispose(): Promise<void> {
    this.#isEnding = true
    this.#connection += 1
    await this.#management?.dispose()
    this.#management = null
  }

  #unbind(order: UnbindOrder): Outcome<UnbindReceipt> {
    return this.#inTurn<Result<UnbindReceipt, AppError>>(async () =>
      this.#management === null
        ? err({ code: 'not-connected' })
        : this.#changes.unbind(this.#management, order),
    )
  }

  #confirm(skillId: number, typedName: string): Result<ConfirmedUnbindAll, AppError> {
    const queue = this.#deps.store.state.queues.find((one) => one.id === skillId)
    if (queue === undefined) return err({ code: 'refused', reason: 'nothing-found' })
    return confirmUnbindAll({ skillId, queueName: queue.name, typedName })
  }

  async #exchange(management: ManagementApi, address: string): Promise<void> {
    const before = this.#management
    if (this.#address !== null && this.#address !== address) this.#book.closeAll()
    this.#address = address
    this.#management = management
    this.#deps.store.update((state) => ({
      ...state,
      supervisor: { ...state.supervisor, managementAddress: address, hasCredentials: true },
    }))
    await before?.dispose()
  }

  /** Runs what changes something after everything that was asked for before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(work)
    // Only the order is kept here: whoever asked is told of a failure.
    this.#lastChange = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
