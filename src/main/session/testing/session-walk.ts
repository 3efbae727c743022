import type { NewJournalEntry } from '../../../shared/domain/journal.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import type { GatewayEvent } from '../../gateway/gateway-event.ts'
import type { Clock } from '../../time/clock.ts'
import { ManualClock, settle } from '../../time/testing/manual-clock.ts'
import { GatewaySession } from '../gateway-session.ts'
import { activePart, isResting, type SessionState } from '../session-state.ts'
import type { Act } from './session-acts.ts'
import { request } from './session-fixture.ts'
import { WatchedGateway } from './watched-gateway.ts'

/** A manual clock whose time of day can be set without a timer running. */
class AdjustableClock implements Clock {
  readonly #timers: ManualClock
  #skewMs = 0

  constructor(timers: ManualClock) {
    this.#timers = timers
  }

  now(): number {
    return this.#timers.now() + this.#skewMs
  }

  after(delayMs: number, run: () => void): () => void {
    return this.#timers.after(delayMs, run)
  }

  set(byMs: number): void {
    this.#skewMs += byMs
  }
}

async function isSettled(work: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open')
  await settle()
  return (await Promise.race([work, Promise.resolve(open)])) !== open
}

interface Reading {
  readonly attempt: number
  readonly gateway: WatchedGateway
  end(result: Result<null, GatewayError>): void
}

/** The number of the newest recovery of the session that stands; -1 = none stands. */
export function attemptOf(state: SessionState): number {
  return activePart(state)?.attempt ?? -1
}

/** The real session driver under random acts, with a watch on everything it may never do. */
export class SessionWalk {
  readonly timers = new ManualClock()
  readonly clock = new AdjustableClock(this.timers)
  readonly gateways: WatchedGateway[] = []
  readonly journal: NewJournalEntry[] = []
  readonly changes: { readonly from: SessionState; readonly to: SessionState }[] = []
  readonly told: GatewayEvent[] = []
  /** What the session did that it may never do. */
  readonly faults: string[] = []
  readonly readings: Reading[] = []
  readonly session: GatewaySession
  /** Sign-ins that were asked for while nobody was signed in. */
  readonly signIns: { readonly gateway: WatchedGateway; readonly takeOver: boolean }[] = []
  #commands = 0

  constructor(seed: number) {
    let state = seed
    this.session = new GatewaySession({
      clock: this.clock,
      random: () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
        return state / 0x80000000
      },
      log: { info: () => undefined, warn: () => undefined },
      journal: { record: (entry) => this.journal.push(entry) },
      listener: {
        sessionChanged: (to, from) => {
          this.changes.push({ from, to })
          if (to.phase === 'signing-out' && from.phase !== 'signing-out') this.gateway.allow('sign-out')
        },
        gatewayEvent: (event) => this.told.push(event),
        catchUp: () =>
          new Promise((resolve) => {
            const attempt = attemptOf(this.session.state)
            this.readings.push({ attempt, gateway: this.gateway, end: resolve })
          }),
      },
    })
  }

  /** The gateway of the newest sign-in. */
  get gateway(): WatchedGateway {
    const newest = this.gateways.at(-1)
    if (newest === undefined) throw new Error('nobody has signed in')
    return newest
  }

  /** Ends everything with whatever waits, and answers how many milliseconds that took. */
  async dispose(isInCall: boolean): Promise<number> {
    for (const gateway of this.gateways) gateway.isQuitting = true
    const begunAt = this.timers.now()
    const ended = this.session.dispose(isInCall).then(() => this.timers.now())
    // Not more time than it needs: a timer that is left behind must not get the chance to run out.
    while (!(await isSettled(ended))) await this.timers.advance(100)
    return (await ended) - begunAt
  }

  async do(act: Act): Promise<void> {
    switch (act.act) {
      case 'sign-in':
        this.#signIn(act.takeOver)
        break
      case 'sign-out':
        void this.session.signOut(act.force, 'signed-out-by-user')
        break
      case 'command': {
        const reason = (this.#commands += 1)
        this.gateway.allow(`busy ${reason}`)
        void this.session.command((gateway, agentId) => gateway.sayBusy(agentId, { reason }))
        break
      }
      case 'query':
        void this.session.query((gateway, agentId) => gateway.agentStatus(agentId))
        break
      case 'gap':
        this.session.gapFound(this.clock.now() - act.lastedMs, act.cause)
        break
      case 'set-clock':
        this.clock.set(act.ms)
        break
      case 'advance':
        await this.timers.advance(act.ms)
        break
      case 'poll':
        if (act.answer !== null && 'kind' in act.answer) this.gateway.failPoll(act.answer)
        else this.gateway.emit(act.answer)
        break
      case 'answer':
        await this.#answer(act.which, act.error)
        break
      case 'caught-up':
        await this.#endReading(act.which, act.error)
    }
    await settle(4)
  }

  /** From here on every request is answered with "0" and every poll with nothing, until nothing waits any more. */
  async heal(): Promise<void> {
    for (let turn = 0, quietTurns = 0; turn < 60 && quietTurns < 3; turn += 1) {
      const { phase } = this.session.state
      const isQuiet = (isResting(this.session.state) || phase === 'online') && this.#waiting().length === 0
      quietTurns = isQuiet ? quietTurns + 1 : 0
      while (this.#waiting().length > 0) await this.do({ act: 'answer', which: 0, error: null })
      while (this.readings.length > 0) await this.do({ act: 'caught-up', which: 0, error: null })
      await this.do({ act: 'poll', answer: null })
      await this.do({ act: 'advance', ms: 2_000 })
    }
  }

  #signIn(takeOver: boolean): void {
    const gateway = new WatchedGateway(
      (fault) => this.faults.push(fault),
      () => attemptOf(this.session.state),
    )
    if (isResting(this.session.state)) {
      gateway.allow('sign-in')
      this.signIns.push({ gateway, takeOver })
      this.gateways.push(gateway)
    }
    void this.session.signIn(gateway, request, takeOver)
  }

  #waiting() {
    return this.gateways.flatMap((gateway) => gateway.unanswered.map((held) => ({ gateway, held })))
  }

  /** An answer that nobody waits for any more must not move the machine. */
  async #answer(which: number, error: GatewayError | null): Promise<void> {
    const waiting = this.#waiting()
    const chosen = waiting[which % Math.max(1, waiting.length)]
    if (chosen === undefined) return
    const { gateway, held } = chosen
    const before = this.session.state
    const isOldCheck = held.method === 'configuredSkills' && held.attempt !== attemptOf(before)
    const isOld = gateway.isDisposed || isOldCheck
    held.answer(error)
    await settle(4)
    if (isOld && this.session.state !== before) this.faults.push(`a late answer of ${held.method} counted`)
  }

  async #endReading(which: number, error: GatewayError | null): Promise<void> {
    const [chosen] = this.readings.splice(which % Math.max(1, this.readings.length), 1)
    if (chosen === undefined) return
    const before = this.session.state
    const isOld = chosen.gateway !== this.gateway || chosen.attempt !== attemptOf(before)
    chosen.end(error === null ? ok(null) : err(error))
    await settle(4)
    if (isOld && this.session.state !== before) this.faults.push('a late reading counted')
  }
}
