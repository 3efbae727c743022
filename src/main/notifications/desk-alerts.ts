import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { offeredPhase } from '../../shared/domain/shown-state.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { Words } from '../words/words.ts'
import type { Alert } from './alert-desk.ts'

export interface DeskAlertsDeps {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly clock: Pick<Clock, 'after'>
  readonly words: () => Words
  readonly raise: (alert: Alert) => void
}

/** A gateway that is silent for shorter than this is no news for somebody who looks elsewhere. */
const silenceMs = 15_000

/**
 * Alerts for what no notice tells, because the window shows it by itself: a call that is offered, and a gateway that falls
 * silent. No number is told: notes are seen by others and kept by the system.
 */
export class DeskAlerts {
  readonly #deps: DeskAlertsDeps
  #toldCall: number | null
  #silence: Cancel | null = null
  #undo: () => void = () => undefined

  constructor(deps: DeskAlertsDeps) {
    this.#deps = deps
    this.#toldCall = deps.desk.snapshot.call?.beganAt ?? null
  }

  start(): void {
    this.#undo = this.#deps.desk.subscribe((snapshot) => this.#look(snapshot))
  }

  dispose(): void {
    this.#undo()
    this.#silence?.()
  }

  #look(snapshot: DeskSnapshot): void {
    const { call, session } = snapshot
    if (call !== null && call.beganAt !== this.#toldCall && offeredPhase(snapshot) !== null) {
      this.#toldCall = call.beganAt
      const { title, body } = this.#texts.call
      this.#deps.raise({ kind: 'call-arriving', subject: `call ${call.beganAt}`, note: { title, body } })
    }
    if (session.phase !== 'doubtful') {
      this.#silence?.()
      this.#silence = null
    } else this.#silence ??= this.#deps.clock.after(silenceMs, () => this.#tellSilence())
  }

  #tellSilence(): void {
    // The timer stays known, so that one silence is told once.
    if (this.#deps.desk.snapshot.session.phase !== 'doubtful') return
    const { title, body } = this.#texts.silent
    this.#deps.raise({ kind: 'session-trouble', subject: null, note: { title, body } })
  }

  get #texts() {
    return this.#deps.words().messages.alerts.notes
  }
}
