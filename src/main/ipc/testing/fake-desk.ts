import type { AppInfo, DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import type { QueuesSnapshot } from '../../../shared/domain/queues.ts'
import type { RosterSnapshot } from '../../../shared/domain/roster.ts'
import type { TransferReceipt } from '../../../shared/domain/waiting.ts'
import { err, ok } from '../../../shared/result.ts'
import type { DeskService, Outcome } from '../../agent/desk-service.ts'
import { initialDeskState, neverRead, type DeskState } from '../../agent/desk-state.ts'
import { projectSnapshot } from '../../agent/project-snapshot.ts'

const app: AppInfo = { version: '0.1.0', host: 'chromium', locale: 'en' }

/** A snapshot as the desk would make it of its first state with these changes. For specs. */
export function snapshotOf(changes: Partial<DeskState> = {}, revision = 0): DeskSnapshot {
  const initial = initialDeskState(
    { gatewayAddress: '', caFile: '', agentId: '', phone: '', isAlwaysOffHook: true, demoPassword: null },
    { managementAddress: '', hasCredentials: false, demoAppKey: null, demoAppSecret: null, receipts: [] },
  )
  return projectSnapshot({ ...initial, ...changes }, revision, app)
}

/** A desk for specs that records what it was asked and says yes. */
export class FakeDesk implements DeskService {
  readonly calls: (readonly [string, ...unknown[]])[] = []
  readonly listeners = new Set<(snapshot: DeskSnapshot) => void>()
  readonly rosterListeners = new Set<(roster: RosterSnapshot) => void>()
  snapshot = snapshotOf()
  roster: RosterSnapshot = { revision: 0, read: neverRead, agents: [], queues: [] }

  readonly queueListeners = new Set<(queues: QueuesSnapshot) => void>()
  queues: QueuesSnapshot = {
    revision: 0,
    read: neverRead,
    figures: [],
    levels: {},
    history: { at: [], waiting: {} },
  }

  subscribe(listener: (snapshot: DeskSnapshot) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  subscribeRoster(listener: (roster: RosterSnapshot) => void): () => void {
    this.rosterListeners.add(listener)
    return () => this.rosterListeners.delete(listener)
  }

  subscribeQueues(listener: (queues: QueuesSnapshot) => void): () => void {
    this.queueListeners.add(listener)
    return () => this.queueListeners.delete(listener)
  }

  changeQueues(revision: number): void {
    this.queues = { ...this.queues, revision }
    for (const listener of this.queueListeners) listener(this.queues)
  }

  change(snapshot: DeskSnapshot): void {
    this.snapshot = snapshot
    for (const listener of this.listeners) listener(snapshot)
  }

  changeRoster(revision: number): void {
    this.roster = { ...this.roster, revision }
    for (const listener of this.rosterListeners) listener(this.roster)
  }

  async #record(name: string, ...args: readonly unknown[]): Outcome {
    this.calls.push([name, ...args])
    return ok(null)
  }

  signIn = (...args: readonly unknown[]): Outcome => this.#record('signIn', ...args)
  returnToSession = (...args: readonly unknown[]): Outcome => this.#record('returnToSession', ...args)
  signOut = (...args: readonly unknown[]): Outcome => this.#record('signOut', ...args)
  setAgentState = (...args: readonly unknown[]): Outcome => this.#record('setAgentState', ...args)
  controlCall = (...args: readonly unknown[]): Outcome => this.#record('controlCall', ...args)
  setAfterCall = (...args: readonly unknown[]): Outcome => this.#record('setAfterCall', ...args)
  setLinkage = (...args: readonly unknown[]): Outcome => this.#record('setLinkage', ...args)
  signInToSkills = (...args: readonly unknown[]): Outcome => this.#record('signInToSkills', ...args)
  cancelWish = (...args: readonly unknown[]): Outcome => this.#record('cancelWish', ...args)
  refreshSkills = (): Outcome => this.#record('refreshSkills')
  refreshWaiting = (): Outcome => this.#record('refreshWaiting')
  refreshQueues = (): Outcome => this.#record('refreshQueues')
  refreshRoster = (): Outcome => this.#record('refreshRoster')

  async transferWaitingCall(...args: readonly unknown[]): Outcome<TransferReceipt> {
    this.calls.push(['transferWaitingCall', ...args])
    return err({ code: 'refused', reason: 'call-gone' })
  }

  async transferLongestWaiting(...args: readonly unknown[]): Outcome<TransferReceipt> {
    this.calls.push(['transferLongestWaiting', ...args])
    return err({ code: 'refused', reason: 'call-gone' })
  }

  watch(watcherId: number, views: readonly string[]): void {
    this.calls.push(['watch', watcherId, views])
  }

  dismissNotice(id: number): void {
    this.calls.push(['dismissNotice', id])
  }

  dismissAbsence(id: number): void {
    this.calls.push(['dismissAbsence', id])
  }
}
