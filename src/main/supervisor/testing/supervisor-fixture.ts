import type { NewJournalEntry } from '../../../shared/domain/journal.ts'
import type { RosterAgent, RosterSnapshot } from '../../../shared/domain/roster.ts'
import type { SessionState } from '../../session/session-state.ts'
import type { AccountResult, UnbindReceipt } from '../../../shared/domain/supervisor.ts'
import { err, ok } from '../../../shared/result.ts'
import { initialDeskState } from '../../agent/desk-state.ts'
import { DeskStore } from '../../agent/desk-store.ts'
import { MemorySettings } from '../../agent/testing/desk-fixture.ts'
import { ManualClock } from '../../time/testing/manual-clock.ts'
import type { RosterPort } from '../online-agents.ts'
import { SupervisorDesk } from '../supervisor-desk.ts'
import { FakeManagement } from './fake-management.ts'

export const credentials = {
  managementAddress: 'https://cms.example',
  appKey: 'key',
  appSecret: 'topsecret',
}

const online: SessionState = {
  phase: 'online',
  agentId: '101',
  since: 0,
  loginTime: null,
  attempt: 0,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
}

/** An agent signed in to queue 3. */
export const onlineAgent = (agentId: string, change: Partial<RosterAgent> = {}): RosterAgent => ({
  agentId,
  name: '',
  state: 'idle',
  stateSeconds: null,
  signedInAt: null,
  skillIds: [3],
  ...change,
})

/** A roster that is read when it is asked for. */
export class FakeRoster implements RosterPort {
  agents: readonly RosterAgent[] = []
  failure = false
  readings = 0
  #read: RosterSnapshot = {
    revision: 0,
    read: { isLoading: false, readAt: null, error: null },
    agents: [],
    queues: [],
  }
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get roster(): RosterSnapshot {
    return this.#read
  }

  async refreshRoster(): ReturnType<RosterPort['refreshRoster']> {
    this.readings += 1
    if (this.failure) return err({ code: 'timed-out' })
    this.#read = {
      ...this.#read,
      revision: this.readings,
      agents: this.agents,
      read: { isLoading: false, readAt: this.#now(), error: null },
    }
    return ok(null)
  }
}

/** The supervisor's desk on a management service in memory, with queue 3 `Sales`; an agent is signed in. */
export class SupervisorFixture {
  readonly management = new FakeManagement()
  readonly settings = new MemorySettings()
  readonly clock = new ManualClock()
  readonly journal: NewJournalEntry[] = []
  readonly roster = new FakeRoster(() => this.clock.now())
  readonly store: DeskStore
  readonly desk: SupervisorDesk

  constructor() {
    const initial = initialDeskState(
      { gatewayAddress: '', caFile: '', agentId: '', phone: '', isAlwaysOffHook: true, demoPassword: null },
      { managementAddress: '', hasCredentials: false, demoAppKey: null, demoAppSecret: null, receipts: [] },
    )
    this.store = new DeskStore({
      initial: { ...initial, session: online, queues: [{ id: 3, name: 'Sales', mediaType: 5 }] },
      app: { version: '0', host: 'chromium', locale: 'en' },
      clock: this.clock,
      schedule: (run) => run(),
    })
    let number = 0
    this.desk = new SupervisorDesk({
      store: this.store,
      settings: this.settings,
      clock: this.clock,
      log: { info: () => undefined, warn: () => undefined },
      journal: { record: (entry) => void this.journal.push(entry) },
      roster: this.roster,
      newId: () => `receipt-${++number}`,
      openManagement: async ({ address }) =>
        address.startsWith('https://cms')
          ? ok(this.management)
          : err({ code: 'invalid-input', field: 'managementAddress' }),
      runOnlyAddress: 'https://cms.run-only',
    })
  }

  /** A desk that is connected. */
  static async connected(): Promise<SupervisorFixture> {
    const fixture = new SupervisorFixture()
    await fixture.desk.connect(credentials, 'window')
    return fixture
  }

  get receipts(): readonly UnbindReceipt[] {
    return this.store.snapshot.supervisor.receipts
  }

  /** Unbinds accounts of queue 3; the receipt. */
  async unbind(...accounts: readonly string[]): Promise<UnbindReceipt> {
    const [first = '', ...rest] = accounts
    const result = await this.desk.unbind({ skillId: 3, accounts: [first, ...rest] }, 'window')
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }

  async undo(receiptId: string): Promise<UnbindReceipt> {
    const result = await this.desk.undo(receiptId, 'window')
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }

  /** What became of each account of an unbinding. */
  async results(receiptId: string): Promise<Readonly<Record<string, AccountResult>>> {
    const report = await this.desk.readReport(receiptId)
    if (!report.ok) throw new Error(report.error.code)
    return Object.fromEntries(report.value.lines.map(({ account, result }) => [account, result]))
  }

  /** The journal without what connecting wrote. */
  get written(): readonly unknown[] {
    return this.journal
      .filter(({ name }) => name !== 'connect-management')
      .map(({ kind, name, cause, details }) => [kind, name, cause, details])
  }
}
