import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { UnbindReceipt } from '../../shared/domain/supervisor.ts'
import type { Result } from '../../shared/result.ts'
import type { Door } from '../agent/desk-service.ts'
import type { ManagementError } from '../management/management-api.ts'
import type { JournalPort } from '../session/gateway-session.ts'

/** What the journal calls the outcomes; those of transfers have names of their own. */
const receiptNames = {
  unbound: 'unbound',
  refused: 'unbinding-refused',
  unknown: 'unbinding-unknown',
  undoing: 'undoing',
  undone: 'undone',
  'undo-failed': 'undo-failed',
} as const satisfies Record<UnbindReceipt['outcome'], string>

/**
 * What a supervisor asked for and what came of it, for the journal. It holds queues and numbers of accounts, never the
 * accounts: they name people, and the journal is kept for weeks.
 */
export class UnbindingJournal {
  readonly #journal: JournalPort

  constructor(journal: JournalPort) {
    this.#journal = journal
  }

  /** Before anything is sent. */
  asked(name: string, door: Door, details: JournalEntry['details']): void {
    this.#journal.record({ kind: 'command', name, cause: door, details })
  }

  /** `answer`: what the service said, or that it said nothing; the outcome may be proved otherwise. */
  unbound(receipt: UnbindReceipt, answer: Result<null, ManagementError>): void {
    this.#told(receipt, receipt.before.length, 0, answer.ok ? null : answer.error)
  }

  /** `failure`: the first of those that kept an account from being bound again. */
  undone(receipt: UnbindReceipt, asked: number, failure: ManagementError | null): void {
    this.#told(receipt, asked, receipt.failedAccounts.length, failure)
  }

  #told(
    { skillId, outcome }: UnbindReceipt,
    accounts: number,
    failed: number,
    failure: ManagementError | null,
  ): void {
    this.#journal.record({
      kind: 'receipt',
      name: receiptNames[outcome],
      cause: failure === null ? 'accepted' : failure.isOutcomeUnknown ? 'none' : 'refused',
      details: { skillId, accounts, failed },
    })
  }
}
