import type { AppError } from '../../shared/app-error.ts'
import { countHeads, findLack } from '../../shared/domain/head-count.ts'
import type { AccountLine, QueueBinding, UnbindReceipt } from '../../shared/domain/supervisor.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Door } from '../agent/desk-service.ts'
import type { DeskStore } from '../agent/desk-store.ts'
import type { ManagementApi } from '../management/management-api.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { judgeUnbinding, judgeUndo, leaveBound, isUndoable, plain, type Findings } from './account-lines.ts'
import { sendInBatches, type Answer, type Halt, type Sending } from './batches.ts'
import { groupByWeights } from './group-by-weights.ts'
import { readOnlineAgents, type RosterPort } from './online-agents.ts'
import type { ReceiptBook } from './receipt-book.ts'
import type { UnbindRecord } from './unbind-record.ts'
import { UnbindingJournal } from './unbinding-journal.ts'

export interface BindingChangesDeps {
  readonly store: DeskStore
  readonly roster: RosterPort
  readonly book: ReceiptBook
  readonly journal: JournalPort
  readonly clock: Clock
  readonly newId: () => string
  /** Whether somebody has asked to stop the unbinding with that receipt. */
  readonly isStopped: (receiptId: string) => boolean
}

/** What is to be unbound, and how it is sent once everything is known. */
export interface UnbindOrder {
  readonly skillId: number
  readonly scope: UnbindReceipt['scope']
  readonly door: Door
  /** The accounts that were asked for; null = whoever is bound. */
  readonly named: readonly string[] | null
  /** Asked when the queue would lack something; its refusal stops everything. */
  readonly mayLeaveLack: () => Result<unknown, AppError>
  /** Sends the accounts, and tells of each answer. */
  readonly send: (management: ManagementApi, accounts: readonly string[], sending: Tracking) => Promise<Halt>
}

export type Tracking = Omit<Sending, 'send'>

/**
 * Carries out unbindings and their undo: reads first, sends in batches, reads again, and says of every account what became
 * of it. Nothing is sent when the old weights could not be read: there would be no way back.
 */
export class BindingChanges {
  readonly #deps: BindingChangesDeps
  readonly #journal: UnbindingJournal

  constructor(deps: BindingChangesDeps) {
    this.#deps = deps
    this.#journal = new UnbindingJournal(deps.journal)
  }

  async unbind(management: ManagementApi, order: UnbindOrder): Promise<Result<UnbindReceipt, AppError>> {
    const { skillId, scope, named, door } = order
    const bound = await management.bindings(skillId)
    if (!bound.ok) return err(plain(bound.error))
    const meant = named === null ? null : new Set(named)
    const isMeant = (account: string): boolean => meant?.has(account) ?? true
    const chosen = bound.value.filter(({ account }) => isMeant(account))
    if (chosen.length === 0) return err({ code: 'refused', reason: 'nothing-found' })

    const heads = countHeads(skillId, bound.value, isMeant, await readOnlineAgents(this.#deps))
    if (findLack(heads) !== null) {
      const allowed = order.mayLeaveLack()
      if (!allowed.ok) return allowed
    }
    const record: UnbindRecord = {
      id: this.#deps.newId(),
      skillId,
      scope,
      at: this.#deps.clock.now(),
      lines: [...chosen.map(toLine), ...gone(named, bound.value)],
      heads,
      step: 'unbinding',
      isRunning: true,
      isStopping: false,
      wasStopped: false,
      progress: { done: 0, of: chosen.length },
      isForeign: false,
    }
    this.#journal.begun(this.#deps.book.put(record), door)
    const accounts = chosen.map(({ account }) => account)
    const findings = await this.#carryOut(management, record, (sending) =>
      order.send(management, accounts, sending),
    )
    const lines = judgeUnbinding(record.lines, findings)
    return ok(this.#close({ ...record, lines }, lines, findings))
  }

  /** Binds again with the old weights whoever is unbound by this record, and by nobody else bound meanwhile. */
  async undo(management: ManagementApi, before: UnbindRecord): Promise<Result<UnbindReceipt, AppError>> {
    const found = await management.bindings(before.skillId)
    // Without knowing who is bound now, weights that somebody else has given meanwhile would be overwritten.
    if (!found.ok) return err(plain(found.error))
    const lines = leaveBound(before.lines, byAccount(found.value))
    const toBind = lines.filter(isUndoable)
    const record: UnbindRecord = {
      ...before,
      lines,
      step: 'undo',
      isRunning: true,
      isStopping: false,
      wasStopped: false,
      progress: { done: 0, of: toBind.length },
    }
    this.#deps.book.put(record)
    const findings = await this.#carryOut(management, record, async (tracking) => {
      for (const { weights, accounts } of groupByWeights(toBind)) {
        const halt = await sendInBatches(accounts, {
          ...tracking,
          send: (batch) => management.bindAgents(before.skillId, batch, weights),
        })
        if (halt !== null) return halt
      }
      return null
    })
    const judged = judgeUndo(lines, findings)
    const touched = new Set(before.lines.filter(isUndoable).map(({ account }) => account))
    return ok(
      this.#close(
        { ...record, lines: judged },
        judged.filter(({ account }) => touched.has(account)),
        findings,
      ),
    )
  }

  /** Sends, counts the answers for the receipt, and reads who is bound afterwards. */
  async #carryOut(
    management: ManagementApi,
    record: UnbindRecord,
    send: (sending: Tracking) => Promise<Halt>,
  ): Promise<Findings> {
    const answers = new Map<string, Answer>()
    const halt = await send({
      isStopped: () => this.#deps.isStopped(record.id),
      answered: (accounts, answer) => {
        for (const account of accounts) answers.set(account, answer)
        const isStopping = this.#deps.book.find(record.id)?.isStopping === true
        this.#deps.book.put({
          ...record,
          isStopping,
          progress: { ...record.progress, done: answers.size },
        })
      },
    })
    if (answers.size === 0) return { answers, halt, after: null }
    const after = await management.bindings(record.skillId)
    return { answers, halt, after: after.ok ? byAccount(after.value) : null }
  }

  #close(record: UnbindRecord, touched: readonly AccountLine[], { answers, halt }: Findings): UnbindReceipt {
    const receipt = this.#deps.book.put({
      ...record,
      isRunning: false,
      wasStopped: halt === 'stopped',
      progress: { ...record.progress, done: answers.size },
    })
    this.#journal.over(receipt, touched, answers.values())
    return receipt
  }
}

function toLine(binding: QueueBinding): AccountLine {
  return { ...binding, result: 'waiting', error: null }
}

/** Accounts that were named and are not bound any more; nothing else is known of them. */
function gone(named: readonly string[] | null, bound: readonly QueueBinding[]): readonly AccountLine[] {
  if (named === null) return []
  const here = byAccount(bound)
  return [...new Set(named)]
    .filter((account) => !here.has(account))
    .map((account) => ({
      account,
      agentId: null,
      name: null,
      agentWeight: 0,
      skillWeight: 0,
      result: 'not-bound',
      error: null,
    }))
}

function byAccount(bindings: readonly QueueBinding[]): ReadonlyMap<string, QueueBinding> {
  return new Map(bindings.map((binding) => [binding.account, binding]))
}
