import type { AppError } from '../../shared/app-error.ts'
import type { Notice } from '../../shared/domain/notice.ts'
import type { SkillQueue } from '../../shared/domain/skills.ts'
import type { TransferReceipt, WaitingCall } from '../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { DeskStore } from './desk-store.ts'
import { judgeTransfer, type TransferAnswer, type TransferEvidence } from './judge-transfer.ts'
import { isHiddenWhileIdle } from './project-snapshot.ts'
import type { WaitingReader } from './waiting-reader.ts'

const maxReceipts = 20

const severity: Record<'moved' | 'accepted' | 'gone' | 'refused' | 'unknown', Notice['severity']> = {
  moved: 'success',
  accepted: 'info',
  gone: 'warning',
  refused: 'error',
  unknown: 'warning',
}

export interface TransferInput {
  readonly callId: string
  readonly fromSkillId: number
  readonly toSkillId: number
}

/** A call may move only between different queues of the same media type; unknown media types are left to the gateway. */
export function canTransfer(
  call: Pick<WaitingCall, 'skillId'>,
  toSkillId: number,
  queues: readonly SkillQueue[],
): boolean {
  if (call.skillId === toSkillId) return false
  const media = (id: number): number | null => queues.find((queue) => queue.id === id)?.mediaType ?? null
  const from = media(call.skillId)
  const to = media(toSkillId)
  return from === null || to === null || from === to
}

/** Moves waiting calls, and keeps a receipt of what became of each. A transfer is never repeated by itself. */
export class TransferCommand {
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #waiting: WaitingReader
  readonly #clock: Clock

  constructor(deps: { store: DeskStore; session: GatewaySession; waiting: WaitingReader; clock: Clock }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#waiting = deps.waiting
    this.#clock = deps.clock
  }

  /** Answers with the receipt once the queues have been read again. Fails only when nothing was sent. */
  async transfer(input: TransferInput): Promise<Result<TransferReceipt, AppError>> {
    const { session, queues, waiting } = this.#store.state
    if (session.phase !== 'online') return err({ code: 'not-connected' })
    if (!canTransfer({ skillId: input.fromSkillId }, input.toSkillId, queues)) {
      return err({ code: 'invalid-input', field: 'input', problem: 'out-of-range' })
    }
    if (waiting.receipts.some((other) => other.callId === input.callId && other.outcome === 'in-progress')) {
      return err({ code: 'superseded' })
    }
    const caller = waiting.calls.find((call) => call.callId === input.callId)?.caller ?? null
    const started = {
      ...input,
      outcome: 'in-progress',
      isSeenInTarget: false,
      at: this.#clock.now(),
      error: null,
    } as const
    this.#record(started)

    const reply = await this.#session.command((gateway, agentId) =>
      gateway.transferWaitingCall(agentId, input.callId, input.toSkillId),
    )
    if (!reply.ok && reply.error.kind === 'aborted' && !reply.error.wasSent) {
      this.#forget(input.callId)
      return err({ code: 'superseded' })
    }
    const answer: TransferAnswer = reply.ok
      ? 'accepted'
      : isOutcomeUnknown(reply.error)
        ? 'unknown'
        : 'refused'
    const evidence = await this.#readBack(input)
    const outcome = judgeTransfer(answer, evidence)
    const receipt: TransferReceipt = {
      ...input,
      outcome,
      isSeenInTarget: evidence.isInTarget === true,
      at: this.#clock.now(),
      error: reply.ok || outcome === 'moved' ? null : toAppError(reply.error),
    }
    this.#record(receipt)
    this.#store.notify(severity[outcome], {
      kind: 'transfer',
      ...input,
      caller,
      outcome,
      error: receipt.error,
    })
    await this.#waiting.refresh()
    return ok(receipt)
  }

  /** Reads the queues, then moves the call that waits longest among those that may go to the target. */
  async transferLongest(toSkillId: number): Promise<Result<TransferReceipt, AppError>> {
    const read = await this.#waiting.refresh()
    if (!read.ok) return read
    const { waiting, queues } = this.#store.state
    const longest = waiting.calls.find((call) => canTransfer(call, toSkillId, queues))
    if (longest === undefined) {
      this.#store.notify('info', { kind: 'no-call-to-transfer' })
      return err({ code: 'refused', reason: 'nothing-found' })
    }
    return this.transfer({ callId: longest.callId, fromSkillId: longest.skillId, toSkillId })
  }

  async #readBack(input: TransferInput): Promise<TransferEvidence> {
    const source = await this.#waiting.readQueue(input.fromSkillId)
    const target = await this.#waiting.readQueue(input.toSkillId)
    const holds = (calls: readonly WaitingCall[]): boolean =>
      calls.some((call) => call.callId === input.callId)
    // An idle agent is given no list, so that an empty one proves nothing.
    const isBlind = isHiddenWhileIdle(this.#store.state)
    return {
      isInSource: source.ok && (!isBlind || holds(source.value)) ? holds(source.value) : null,
      isInTarget: target.ok && (!isBlind || holds(target.value)) ? holds(target.value) : null,
    }
  }

  /** Takes back a receipt for something that was never sent. */
  #forget(callId: string): void {
    this.#store.update((state) => ({
      ...state,
      waiting: {
        ...state.waiting,
        receipts: state.waiting.receipts.filter((other) => other.callId !== callId),
      },
    }))
  }

  #record(receipt: TransferReceipt): void {
    this.#store.update((state) => ({
      ...state,
      waiting: {
        ...state.waiting,
        receipts: [
          receipt,
          ...state.waiting.receipts.filter((other) => other.callId !== receipt.callId),
        ].slice(0, maxReceipts),
      },
    }))
  }
}
