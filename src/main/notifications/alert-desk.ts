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
  /** What it is about: alerts about different things are never merged. Null: those with the same words are alike. */
  readonly subject: string | null
}

export interface AlertDeskDeps {
  readonly preferences: Pick<PreferencesService, 'get'>
  readonly clock: Pick<Clock, 'after'>
  /**
   * Milliseconds since 1970 as the system shows them now, also after they were set back: quiet hours are those of the clock
   * that the agent reads.
   */
  readonly timeOfDay: () => number
  /** Whether the agent works in a window of Deskside now. */
  readonly isFocused: () => boolean
  readonly showNote: (note: DesktopNote, onClick: () => void) => void
  readonly playSound: (sound: AlertSound) => void
  /** Brings the window to the front with that part of it. */
  readonly show: (part: ShownPart | 'window') => void
  /** The note for so many more of a kind. */
  readonly moreOf: (kind: AlertKind, count: number) => DesktopNote
}

/** Alerts that say the same and follow one another so closely are one; so are the sounds of a kind. */
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

/**
 * The one place that decides what is heard and shown outside the window: by the preferences of each kind, not in the quiet
 * hours, no notes for who looks at the window, and no chatter.
 */
export class AlertDesk {
  readonly #deps: AlertDeskDeps
  /** How many more have come with the words of a note that was just shown. */
  readonly #shown = new Map<string, number>()
  readonly #heard = new Set<string>()
  #isOver = false

  constructor(deps: AlertDeskDeps) {
    this.#deps = deps
  }

  raise({ kind, note, subject }: Alert): void {
    if (this.#isOver || this.isQuiet) return
    const sound = `${kind} ${subject ?? ''}`
    if (!this.#heard.has(sound)) {
      this.#heard.add(sound)
      this.#deps.clock.after(mergeMs, () => this.#heard.delete(sound))
      this.#play(kind)
    }
    const words = `${kind} ${subject ?? note.body}`
    const more = this.#shown.get(words)
    if (more !== undefined) {
      this.#shown.set(words, more + 1)
      return
    }
    this.#shown.set(words, 0)
    this.#deps.clock.after(mergeMs, () => this.#endMerging(words, kind, note))
    this.#note(kind, note)
  }

  /** Whether the quiet hours hold now. */
  get isQuiet(): boolean {
    const { preferences, timeOfDay } = this.#deps
    return quietUntil(preferences.get('quietHours'), timeOfDay()) !== null
  }

  /** Nothing is heard or shown any more. */
  dispose(): void {
    this.#isOver = true
  }

  #endMerging(words: string, kind: AlertKind, note: DesktopNote): void {
    const more = this.#shown.get(words) ?? 0
    this.#shown.delete(words)
    if (more === 0 || this.#isOver || this.isQuiet) return
    this.#note(kind, more === 1 ? note : this.#deps.moreOf(kind, more))
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
