import type { AppError } from '../../shared/app-error.ts'
import type { Notice } from '../../shared/domain/notice.ts'
import type {
  TransferAnswer,
  TransferOutcome,
  TransferReceipt,
  WaitingCall,
} from '../../shared/domain/waiting.ts'
import { err } from '../../shared/result.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import type { GatewaySession, JournalPort } from '../session/gateway-session.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { judgeTransfer, type TransferEvidence } from './judge-transfer.ts'
import { lateRequestMs } from './late-request.ts'
import type { Urgency } from './query-pacer.ts'
import { readInSight } from './read-in-sight.ts'
import type { WaitingReader } from './waiting-reader.ts'

const maxReceipts = 20

/** When an undecided transfer is looked for again, counted from the last look. Then only a gap's end looks again. */
const lookAgainMs = [3_000, 6_000, 12_000, 30_000] as const

const severity: Record<Exclude<TransferOutcome, 'in-progress'>, Notice['severity']> = {
  moved: 'success',
  taken: 'info',
  gone: 'warning',
  refused: 'error',
  unknown: 'warning',
}

/** A transfer the gateway was asked for. */
interface Asked extends Pick<TransferReceipt, 'callId' | 'fromSkillId' | 'toSkillId' | 'askedAt'> {
  readonly answer: TransferAnswer
  readonly error: AppError | null
}

/** Nobody may look any more: the session of the transfer is over. */
const tooLate = err<GatewayError>({ kind: 'aborted', wasSent: false })
const noEvidence: TransferEvidence = { isInSource: null, isInTarget: null, isSettled: false }

type Reading = Awaited<ReturnType<WaitingReader['readQueue']>>

/** The queue could be read, and the call is not in it. */
const isWithout = (reading: Reading, callId: string): boolean =>
  reading.ok && !reading.value.some((call) => call.callId === callId)

/** Keeps a receipt of what became of each transfer, and looks for the undecided ones again. */
export class TransferReceipts {
  readonly #callers = new Map<string, string | null>()
  readonly #looks = new Map<string, Cancel>()
  /** Transfers of this session by call, with the time of asking; only they are looked for. */
  readonly #followed = new Map<string, number>()
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #waiting: WaitingReader
  readonly #clock: Clock
  readonly #journal: JournalPort

  constructor(deps: {
    store: DeskStore
    session: GatewaySession
    waiting: WaitingReader
    clock: Clock
    journal: JournalPort
  }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#waiting = deps.waiting
    this.#clock = deps.clock
    this.#journal = deps.journal
  }

  /** The request is about to leave. */
  begin(asked: Pick<Asked, 'callId' | 'fromSkillId' | 'toSkillId' | 'askedAt'>): void {
    this.#cancelLook(asked.callId)
    this.#followed.set(asked.callId, asked.askedAt)
    this.#record({ ...asked, outcome: 'in-progress', answer: null, at: asked.askedAt, error: null })
  }

  /** Takes back a receipt for something that was never sent. */
  forget(callId: string): void {
    this.#followed.delete(callId)
    this.#change((receipts) => receipts.filter((other) => other.callId !== callId))
  }

  /**
   * The gateway has answered, or not: reads both queues and says what may be said. When the session has ended meanwhile
   * nothing is read, least of all as the next agent.
   */
  async decide(asked: Asked, caller: string | null): Promise<TransferReceipt> {
    if (this.#isFollowed(asked)) this.#callers.set(asked.callId, caller)
    const receipt = this.#receipt(asked, await this.#look(asked))
    this.#record(receipt)
    this.#tell(receipt)
    if (receipt.outcome === 'unknown') this.#planLook(asked, 0)
    return receipt
  }

  /** After a gap: looks for every undecided transfer of this session, giving way to what the gap's end waits for. */
  async lookForOpen(): Promise<void> {
    const open = this.#store.state.waiting.receipts.filter(({ outcome }) => outcome === 'unknown')
    await Promise.all(
      open.map((receipt, index) =>
        // The newest is what the agent waits for; many at once would hold up everything else.
        this.#lookAgain(
          { ...receipt, answer: receipt.answer ?? 'none' },
          index === 0 ? 'asked' : 'background',
        ),
      ),
    )
  }

  /** A list that was read for another reason may show what a receipt waits for. */
  see(calls: readonly WaitingCall[]): void {
    for (const receipt of this.#store.state.waiting.receipts) {
      const { callId, toSkillId, outcome } = receipt
      const isThere = calls.some((call) => call.callId === callId && call.skillId === toSkillId)
      if (outcome !== 'unknown' || !isThere) continue
      this.#cancelLook(callId)
      const moved: TransferReceipt = { ...receipt, outcome: 'moved', at: this.#clock.now(), error: null }
      this.#record(moved)
      this.#tell(moved)
    }
  }

  /** The session is over: its transfers are looked for no more, and what is undecided stays so unless a list shows it. */
  stop(): void {
    for (const callId of [...this.#looks.keys()]) this.#cancelLook(callId)
    this.#followed.clear()
    this.#callers.clear()
  }

  #isFollowed({ callId, askedAt }: Pick<Asked, 'callId' | 'askedAt'>): boolean {
    return this.#followed.get(callId) === askedAt
  }

  #planLook(asked: Asked, look: number): void {
    const pauseMs = lookAgainMs[look]
    if (pauseMs === undefined || !this.#isFollowed(asked)) return
    const cancel = this.#clock.after(pauseMs, () => {
      void this.#lookAgain(asked).then((isOpen) => {
        if (isOpen) this.#planLook(asked, look + 1)
      })
    })
    this.#looks.set(asked.callId, cancel)
  }

  /** True while it is still undecided and the same transfer of the same session. */
  async #lookAgain(asked: Asked, urgency: Urgency = 'asked'): Promise<boolean> {
    const isOpen = (): boolean =>
      this.#isFollowed(asked) &&
      this.#store.state.waiting.receipts.some(
        ({ callId, outcome }) => callId === asked.callId && outcome === 'unknown',
      )
    if (!isOpen()) return false
    const evidence = await this.#look(asked, urgency)
    if (!isOpen()) return false
    const receipt = this.#receipt(asked, evidence)
    if (receipt.outcome === 'unknown') return true
    this.#cancelLook(asked.callId)
    this.#record(receipt)
    this.#tell(receipt)
    return false
  }

  async #look(asked: Asked, urgency: Urgency = 'asked'): Promise<TransferEvidence> {
    return this.#isFollowed(asked) ? this.#readQueues(asked, urgency) : noEvidence
  }

  #receipt(asked: Asked, evidence: TransferEvidence): TransferReceipt {
    const { callId, fromSkillId, toSkillId, askedAt, answer } = asked
    const outcome = judgeTransfer(answer, evidence)
    const error = outcome === 'moved' ? null : asked.error
    return { callId, fromSkillId, toSkillId, askedAt, answer, outcome, at: this.#clock.now(), error }
  }

  /** Source first: a call on its way is then in neither list or in the target, never seen in both. */
  async #readQueues(asked: Asked, urgency: Urgency): Promise<TransferEvidence> {
    const { callId, fromSkillId, toSkillId, askedAt } = asked
    const read = async (skillId: number): Promise<Reading> =>
      this.#isFollowed(asked) ? this.#waiting.readQueue(skillId, urgency) : tooLate
    const beganAt = this.#clock.now()
    const deps = { store: this.#store, session: this.#session, clock: this.#clock }
    const { value, isBlind } = await readInSight(deps, async () => {
      const source = await read(fromSkillId)
      const target = await read(toSkillId)
      if (!isWithout(source, callId) || !isWithout(target, callId)) return { source, target }
      // Seen nowhere: somebody may have moved it back between the two readings.
      return { source: await read(fromSkillId), target }
    })
    const holds = (reading: Reading): boolean | null => {
      if (!reading.ok) return null
      const isThere = !isWithout(reading, callId)
      return isThere || !isBlind ? isThere : null
    }
    return {
      isInSource: holds(value.source),
      isInTarget: holds(value.target),
      isSettled: beganAt - askedAt >= lateRequestMs,
    }
  }

  #tell(receipt: TransferReceipt): void {
    const { callId, fromSkillId, toSkillId, outcome, answer, error } = receipt
    if (outcome === 'in-progress') return
    this.#journal.record({
      kind: 'receipt',
      name: outcome,
      cause: answer,
      details: { callId, fromSkillId, toSkillId },
    })
    const caller = this.#callers.get(callId) ?? null
    if (outcome !== 'unknown') this.#callers.delete(callId)
    this.#store.notify(severity[outcome], {
      kind: 'transfer',
      callId,
      caller,
      fromSkillId,
      toSkillId,
      outcome,
      error,
    })
  }

  #cancelLook(callId: string): void {
    this.#looks.get(callId)?.()
    this.#looks.delete(callId)
  }

  #record(receipt: TransferReceipt): void {
    this.#change((receipts) =>
      [receipt, ...receipts.filter((other) => other.callId !== receipt.callId)].slice(0, maxReceipts),
    )
  }

  #change(change: (receipts: readonly TransferReceipt[]) => readonly TransferReceipt[]): void {
    this.#store.update((state) => ({
      ...state,
      waiting: { ...state.waiting, receipts: change(state.waiting.receipts) },
    }))
  }
}
