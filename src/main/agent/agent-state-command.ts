import type { AppError } from '../../shared/app-error.ts'
import type { RequestableState } from '../../shared/domain/agent.ts'
import type { WishOrigin } from '../../shared/domain/truth-line.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isOutcomeUnknown, toAppError } from '../gateway/gateway-error.ts'
import type { GatewaySession } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { allowedStates, requestState } from './allowed-states.ts'
import type { DeskStore } from './desk-store.ts'
import { agentStateLens, changed } from './line-lenses.ts'
import { seeAgentState } from './reduce-gateway-event.ts'

/** How long the event of an accepted request may take before the state is read instead. */
const eventPatienceMs = 1_500

/** Asks for a state of the agent and reads the present one. The state itself comes by events (protocol 6.1). */
export class AgentStateCommand {
  #newest = 0
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #clock: Clock

  constructor(deps: { store: DeskStore; session: GatewaySession; clock: Clock }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#clock = deps.clock
  }

  /** Refused without asking the gateway when the present state does not allow it. */
  async request(to: RequestableState, origin: WishOrigin): Promise<Result<null, AppError>> {
    if (this.#store.state.session.phase !== 'online') return err({ code: 'not-connected' })
    const { seen, accepted, isPending } = agentStateLens.get(this.#store.state)
    const present = seen?.value ?? 'unknown'
    const hasOpenWish = isPending || accepted !== null
    if (present === to && !hasOpenWish) return ok(null)
    // With a wish open the present state is a new wish as well: it takes the other one back.
    if (present !== to && !allowedStates[present].includes(to)) {
      return err({ code: 'refused', reason: 'not-in-this-state' })
    }

    const number = ++this.#newest
    this.#store.update(changed(agentStateLens, { type: 'wished', value: to, at: this.#clock.now(), origin }))
    this.#store.update(changed(agentStateLens, { type: 'sent' }))
    const answer = await this.#session.command(async (gateway, agentId) => {
      if (number !== this.#newest) return err({ kind: 'aborted', wasSent: false })
      const from = this.#store.state.agentState.line.seen?.value ?? 'unknown'
      const askedAt = this.#clock.now()
      const reply = await requestState(gateway, agentId, from, to)
      return reply.ok ? ok(askedAt) : reply
    })
    if (number !== this.#newest) return err({ code: 'superseded' })
    if (answer.ok) {
      this.#accept(to, answer.value)
      return ok(null)
    }
    const error = toAppError(answer.error)
    if (answer.error.kind === 'aborted') {
      this.#store.update(changed(agentStateLens, { type: 'dropped' }))
      return err(error)
    }
    this.#store.update(
      changed(agentStateLens, {
        type: 'failed',
        error,
        isOutcomeUnknown: isOutcomeUnknown(answer.error),
        at: this.#clock.now(),
      }),
    )
    this.#store.notify('error', { kind: 'wish-failed', wish: 'agent-state', error })
    // The refusal or the silence says that we know the state badly: ask for it.
    await this.readState()
    return err(error)
  }

  /** Reads the state back. An answer that was asked for before the newest event is old and not used. */
  async readState(): Promise<void> {
    const askedAt = this.#clock.now()
    const answer = await this.#session.query((gateway, agentId) => gateway.agentStatus(agentId))
    if (!answer.ok || answer.value.state === 'unknown') return
    const { state } = answer.value
    this.#store.update((desk) => {
      const { seen } = desk.agentState.line
      if (seen !== null && seen.at >= askedAt) return desk
      const next = seeAgentState(desk, state, 'status-query', askedAt)
      return state === 'talking' ? next : { ...next, call: null }
    })
  }

  /**
   * "0" was answered. The event may have come first: then the wish is fulfilled already. If it does not come soon, the
   * state is read: an event can be lost, and not every gateway sends each of them.
   */
  #accept(to: RequestableState, askedAt: number): void {
    this.#store.update(
      changed(agentStateLens, {
        type: 'accepted',
        value: to,
        askedAt,
        at: this.#clock.now(),
        isOvertaken: false,
      }),
    )
    this.#store.retract((notice) => notice.kind === 'wish-failed' && notice.wish === 'agent-state')
    const { seen } = agentStateLens.get(this.#store.state)
    if (seen !== null && seen.value === to && seen.at >= askedAt) {
      this.#store.update(changed(agentStateLens, { type: 'settled' }))
      return
    }
    const number = this.#newest
    this.#clock.after(eventPatienceMs, () => {
      const isOpen = agentStateLens.get(this.#store.state).accepted !== null
      if (isOpen && number === this.#newest) void this.readState()
    })
  }
}
