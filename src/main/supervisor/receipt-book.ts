import type { UnbindReceipt } from '../../shared/domain/supervisor.ts'
import type { DeskStore } from '../agent/desk-store.ts'
import { summarize, type UnbindRecord } from './unbind-record.ts'

const maxRecords = 20

/** Keeps the newest unbindings with all their accounts, and shows them in figures in the desk's snapshot. */
export class ReceiptBook {
  #records: readonly UnbindRecord[] = []
  readonly #store: DeskStore

  constructor(store: DeskStore) {
    this.#store = store
  }

  find(id: string): UnbindRecord | null {
    return this.#records.find((record) => record.id === id) ?? null
  }

  /** Adds a record, or puts the new state of one in its place. */
  put(record: UnbindRecord): UnbindReceipt {
    const isKnown = this.find(record.id) !== null
    this.#records = isKnown
      ? this.#records.map((other) => (other.id === record.id ? record : other))
      : [record, ...this.#records].slice(0, maxRecords)
    const receipt = summarize(record)
    const { receipts } = this.#store.state.supervisor
    this.#show(
      isKnown
        ? receipts.map((other) => (other.id === record.id ? receipt : other))
        : [receipt, ...receipts].slice(0, maxRecords),
    )
    return receipt
  }

  /** The connection goes to another service from now on: what is written here can no longer be undone. */
  closeAll(): void {
    this.#records = this.#records.map((record) => ({ ...record, isForeign: true }))
    this.#show(this.#records.map(summarize))
  }

  #show(receipts: readonly UnbindReceipt[]): void {
    this.#store.update((state) => ({ ...state, supervisor: { ...state.supervisor, receipts } }))
  }
}
