import type { JournalEntry } from '../../shared/domain/journal.ts'
import type {
  AccountLine,
  AccountResult,
  UnbindOutcome,
  UnbindReceipt,
} from '../../shared/domain/supervisor.ts'
import type { Door } from '../agent/desk-service.ts'
import type { JournalPort } from '../session/gateway-session.ts'
import type { Answer } from './batches.ts'

/** What the journal calls the outcomes; those of transfers have names of their own. */
const receiptNames = {
  unbinding: 'unbinding',
  unbound: 'unbound',
  partly: 'unbound-partly',
  refused: 'unbinding-refused',
  unknown: 'unbinding-unknown',
  stopped: 'unbinding-stopped',
  undoing: 'undoing',
  undone: 'undone',
  'nothing-to-undo': 'nothing-to-undo',
  'undo-failed': 'undo-failed',
  'undo-stopped': 'undo-stopped',
} as const satisfies Record<UnbindOutcome, string>

/** The results of accounts under a few names; those that are as asked for have one, so that they can be left out. */
const resultNames = {
  waiting: null,
  unbound: 'done',
  accepted: 'done',
  'bound-again': 'boundAgain',
  refused: 'failed',
  'still-bound': 'stillBound',
  unknown: 'unknown',
  'not-sent': 'notSent',
  'not-bound': 'notBound',
  'bound-elsewhere': 'boundElsewhere',
  'undo-refused': 'failed',
  'undo-unknown': 'unknown',
} as const satisfies Record<AccountResult, string | null>

/**
 * What a supervisor asked for and what came of it, for the journal. It holds queues and numbers of people and accounts,
 * never the accounts: they name people, and the journal is kept for weeks.
 */
export class UnbindingJournal {
  readonly #journal: JournalPort

  constructor(journal: JournalPort) {
    this.#journal = journal
  }

  /** Before anything is read or sent. */
  asked(name: string, door: Door, details: JournalEntry['details']): void {
    this.#journal.record({ kind: 'command', name, cause: door, details })
  }

  /** Everything is read and nothing is sent yet: whom it touches. */
  begun({ skillId, outcome, heads }: UnbindReceipt, door: Door): void {
    this.#journal.record({
      kind: 'receipt',
      name: receiptNames[outcome],
      cause: door,
      details: {
        skillId,
        accounts: heads.chosen,
        bound: heads.bound,
        online: heads.online,
        chosenOnline: heads.chosenOnline,
        chosenInCall: heads.chosenInCall,
      },
    })
  }

  /**
   * A step is over.
   *
   * @param lines the accounts of this step: an undo may have had to do with some of them only
   * @param answers what the service said; the outcome may be proved otherwise
   */
  over({ skillId, outcome }: UnbindReceipt, lines: readonly AccountLine[], answers: Iterable<Answer>): void {
    const results: Record<string, number> = {}
    for (const { result } of lines) {
      const name = resultNames[result]
      if (name !== null) results[name] = (results[name] ?? 0) + 1
    }
    this.#journal.record({
      kind: 'receipt',
      name: receiptNames[outcome],
      cause: causeOf(outcome, answers),
      details: { skillId, accounts: lines.length, ...results },
    })
  }
}

function causeOf(outcome: UnbindOutcome, answers: Iterable<Answer>): string {
  if (outcome === 'stopped' || outcome === 'undo-stopped') return 'stopped'
  for (const answer of answers) {
    if (!answer.ok) return answer.error.isOutcomeUnknown ? 'none' : 'refused'
  }
  return 'accepted'
}
