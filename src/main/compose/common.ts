import type { DeskParts } from '../agent/create-desk.ts'
import type { Receiver } from '../ipc/broadcaster.ts'
import type { Journal } from '../journal/journal.ts'
import type { LaunchOptions } from '../launch/launch-options.ts'
import type { OrderlyEnd } from '../launch/orderly-end.ts'
import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import type { PresentWords } from '../words/words.ts'

/** What the parts of the program that are built apart all need. */
export interface Common {
  readonly launch: LaunchOptions
  readonly desk: DeskParts['desk']
  readonly store: DeskParts['store']
  readonly settings: SettingsStore
  readonly preferences: PreferencesService
  readonly words: PresentWords
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Logger
  /** What is started is registered with it. */
  readonly end: OrderlyEnd
}

/** The windows, as those see them who are built before there is one. */
export interface WindowsAccess {
  /** Brings the oldest window to the front, opening one if there is none. */
  readonly reveal: () => void
  /** Open windows, the oldest first. */
  readonly receivers: () => readonly Receiver[]
}
