import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { ExchangeOutcome, GatewayObserver, ObservedExchange } from '../gateway/gateway-observer.ts'
import type { Journal } from '../journal/journal.ts'

/** The queries that are no GET: one of the gateway, one of the management service. */
const queriesByPost: ReadonlySet<string> = new Set(['queryStatInfoOfAcd', 'queryBoundAccounts'])

/**
 * Enters what the gateway answered into the journal: each command, and of the queries, which go round all day and would
 * push everything else out, the first of a row with the same outcome. What a poll brought is entered by the desk; a poll is
 * entered when polls begin to fail, fail differently, or are answered again. A query given up by Deskside tells nothing.
 */
export class JournalExchanges implements GatewayObserver {
  readonly #journal: Pick<Journal, 'record'>
  readonly #lastOutcome = new Map<string, string>()

  constructor(journal: Pick<Journal, 'record'>) {
    this.#journal = journal
  }

  exchanged(exchange: ObservedExchange): void {
    const { name, method, lane, outcome } = exchange
    if (method === 'GET' || queriesByPost.has(name)) {
      const said = describe(outcome)
      if (said === 'aborted') return
      const before = this.#lastOutcome.get(name)
      this.#lastOutcome.set(name, said)
      if (said === before) return
      // A first poll that is answered is what everybody expects.
      if (lane === 'poll' && before === undefined && said === describe(answeredWell)) return
    }
    this.#journal.record(toEntry(exchange))
  }
}

const answeredWell: ExchangeOutcome = { kind: 'answered', retcode: '0' }

function describe(outcome: ExchangeOutcome): string {
  return outcome.kind === 'answered' ? outcome.retcode : outcome.error
}

function toEntry({ name, durationMs, outcome }: ObservedExchange): NewJournalEntry {
  const ms = Math.round(durationMs)
  return outcome.kind === 'answered'
    ? { kind: 'answer', name, cause: null, details: { outcome: 'answered', retcode: outcome.retcode, ms } }
    : { kind: 'answer', name, cause: outcome.error, details: { outcome: 'failed', ms } }
}
