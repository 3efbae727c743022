import type { AlertSound } from '../../shared/domain/alert-sound.ts'
import { quietUntil } from '../../shared/domain/quiet-hours.ts'
import type { ShownPart } from '../../shared/ipc/contract.ts'
import type { AlertKind } from '../../shared/preferences/preference-schemas.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { Clock } from '../time/clock.ts'
import type { DesktopNote } from './hidden-notices.ts'

/** A moment that an agent who looks elsewhere should hear or see of. */
export interface Alert {
  readonly kind: AlertKind
  readonly note: DesktopNote
  /** What it is about: alerts about different things are never merged. Null: of one kind all are alike. */
  readonly subject: string | null
}

export interface AlertDeskDeps {
  readonly preferences: Pick<PreferencesService, 'get'>
  readonly clock: Clock
  /** Whether the agent works in a window of Deskside now. */
  readonly isFocused: () => boolean
  readonly showNote: (note: DesktopNote, onClick: () => void) => void
  readonly playSound: (sound: AlertSound) => void
  /** Brings the window to the front with that part of it. */
  readonly show: (part: ShownPart | 'window') => void
  /** The note for so many more of a kind. */
  readonly moreOf: (kind: AlertKind, count: number) => DesktopNote
}

/** Alerts of one kind that follow one another so closely are one. */
const mergeMs = 10_000

/** Heard also by who looks at the window: these cannot wait until the eye finds them. */
const alwaysHeard: ReadonlySet<AlertKind> = new Set(['call-arriving', 'rest-over'])

/** Where the window shows what the alert was about. */
const parts: Readonly<Record<AlertKind, ShownPart | 'window'>> = {
  'call-arriving': 'desk',
  'call-missed': 'desk',
  'state-forced': 'desk',
  'waiting-long': 'waiting',
  'session-trouble': 'window',
  'transfer-result': 'waiting',
  'rest-over': 'desk',
}

/** Alerts that came while an earlier one of the kind was fresh. */
interface Merged {
  count: number
  latest: DesktopNote
}

/**
 * The one place that decides what is heard and shown outside the window: by the preferences of each kind, not in the quiet
 * hours, no notes for who looks at the window, and no chatter.
 */
export class AlertDesk {
  readonly #deps: AlertDeskDeps
  readonly #fresh = new Map<string, Merged>()
  #isOver = false

  constructor(deps: AlertDeskDeps) {
    this.#deps = deps
  }

  raise(alert: Alert): void {
    if (this.#isOver || this.isQuiet) return
    const key = alert.subject ?? alert.kind
    const merged = this.#fresh.get(key)
    if (merged !== undefined) {
      this.#fresh.set(key, { count: merged.count + 1, latest: alert.note })
      return
    }
    this.#fresh.set(key, { count: 0, latest: alert.note })
    this.#deps.clock.after(mergeMs, () => this.#endMerging(key, alert.kind))
    this.#play(alert.kind)
    this.#note(alert.kind, alert.note)
  }

  /** Whether the quiet hours hold now. */
  get isQuiet(): boolean {
    const { preferences, clock } = this.#deps
    return quietUntil(preferences.get('quietHours'), clock.now()) !== null
  }

  /** Nothing is heard or shown any more. */
  dispose(): void {
    this.#isOver = true
  }

  #endMerging(key: string, kind: AlertKind): void {
    const merged = this.#fresh.get(key)
    this.#fresh.delete(key)
    if (merged === undefined || merged.count === 0 || this.#isOver || this.isQuiet) return
    this.#note(kind, merged.count === 1 ? merged.latest : this.#deps.moreOf(kind, merged.count))
  }

  #play(kind: AlertKind): void {
    const { preferences, isFocused, playSound } = this.#deps
    const volume = preferences.get('soundVolume')
    if (!preferences.get('alerts')[kind].sound || volume === 0) return
    if (alwaysHeard.has(kind) || !isFocused()) playSound({ kind, volume })
  }

  #note(kind: AlertKind, note: DesktopNote): void {
    const { preferences, isFocused, showNote, show } = this.#deps
    if (!preferences.get('alerts')[kind].note || isFocused()) return
    showNote(note, () => show(parts[kind]))
  }
}
