import type { AppError } from '../../shared/app-error.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { SkillQueue } from '../../shared/domain/skills.ts'
import type { TransferAnswer, TransferReceipt, WaitingCall } from '../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession, JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import type { Door } from './desk-service.ts'
import type { DeskStore } from './desk-store.ts'
import type { TransferReceipts } from './transfer-receipts.ts'
import type { WaitingReader } from './waiting-reader.ts'

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

/** Moves waiting calls. A transfer is never repeated by itself, and never kept for later: the call would be another one. */
export class TransferCommand {
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #waiting: WaitingReader
  readonly #receipts: TransferReceipts
  readonly #clock: Clock
  readonly #journal: JournalPort

  constructor(deps: {
    store: DeskStore
    session: GatewaySession
    waiting: WaitingReader
    receipts: TransferReceipts
    clock: Clock
    journal: JournalPort
  }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#waiting = deps.waiting
    this.#receipts = deps.receipts
    this.#clock = deps.clock
    this.#journal = deps.journal
  }

  /** Answers with the receipt once the queues have been read again. Fails only when nothing was sent. */
  async transfer(input: TransferInput, door: Door): Promise<Result<TransferReceipt, AppError>> {
    const { callId, fromSkillId, toSkillId } = input
    const details = { callId, fromSkillId, toSkillId }
    this.#journal.record({ kind: 'command', name: 'transfer', cause: door, details })
    const { session, queues, waiting } = this.#store.state
    if (!isSignedIn(session)) return err({ code: 'not-connected' })
    if (session.phase !== 'online') return err({ code: 'unreachable' })
    if (!canTransfer({ skillId: input.fromSkillId }, input.toSkillId, queues)) {
      return err({ code: 'invalid-input', field: 'input', problem: 'out-of-range' })
    }
    if (waiting.receipts.some((other) => other.callId === input.callId && other.outcome === 'in-progress')) {
      return err({ code: 'superseded' })
    }
    const caller = waiting.calls.find((call) => call.callId === input.callId)?.caller ?? null
    const askedAt = this.#clock.now()
    this.#receipts.begin({ ...input, askedAt })

    const reply = await this.#session.command((gateway, agentId) =>
      gateway.transferWaitingCall(agentId, input.callId, input.toSkillId),
    )
    if (!reply.ok && reply.error.kind === 'aborted' && !reply.error.wasSent) {
      this.#receipts.forget(input.callId)
      return err({ code: 'superseded' })
    }
    const answer: TransferAnswer = reply.ok ? 'accepted' : isOutcomeUnknown(reply.error) ? 'none' : 'refused'
    const error = reply.ok ? null : toAppError(reply.error)
    return ok(await this.#receipts.decide({ ...input, askedAt, answer, error }, caller))
  }

  /** Reads the queues, then moves the call that waits longest among those that may go to the target. */
  async transferLongest(toSkillId: number, door: Door): Promise<Result<TransferReceipt, AppError>> {
    const read = await this.#waiting.refresh()
    if (!read.ok) return err(read.error.code === 'superseded' ? this.#whyUnread() : read.error)
    const { waiting, queues } = this.#store.state
    const longest = waiting.calls.find((call) => canTransfer(call, toSkillId, queues))
    if (longest === undefined) {
      this.#store.notify('info', { kind: 'no-call-to-transfer' })
      return err({ code: 'refused', reason: 'nothing-found' })
    }
    return this.transfer({ callId: longest.callId, fromSkillId: longest.skillId, toSkillId }, door)
  }

  /** Nothing was read: who asked for a move must learn why none follows. */
  #whyUnread(): AppError {
    const { session } = this.#store.state
    if (!isSignedIn(session)) return { code: 'not-connected' }
    if (session.phase !== 'online') return { code: 'unreachable' }
    // Just signed in: which queues are the agent's is being read.
    return { code: 'refused', reason: 'not-now', unavailable: 'session-changing' }
  }
}
