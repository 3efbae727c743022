import type { DeskSnapshot } from '../../../src/shared/domain/desk-snapshot.ts'
import type { QueuesSnapshot } from '../../../src/shared/domain/queues.ts'
import type { RosterSnapshot } from '../../../src/shared/domain/roster.ts'
import type { DesksideApi } from '../../../src/shared/ipc/api.ts'
import type { Preferences } from '../../../src/shared/preferences/preference-schemas.ts'
import { ok } from '../../../src/shared/result.ts'
import { aboutView, gatewayView } from '../../../src/renderer/src/testing/help-snapshots.ts'
import {
  commandsSnapshot,
  noDiagnostics,
  preferencesSnapshot,
  queuesSnapshot,
  rosterSnapshot,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { View } from '../../../src/renderer/src/stores/view.ts'

/** Everything in the bridge that is asked and answers; subscriptions say nothing on a stage. */
type Commands = Omit<DesksideApi, `on${Capitalize<string>}`>

/** What main answers to a command, whatever is asked. */
export type Answers = { readonly [Name in keyof Commands]?: Awaited<ReturnType<Commands[Name]>> }

/** What the window is told, and so all that decides what it shows. */
export interface Scene {
  readonly snapshot: DeskSnapshot
  readonly roster?: RosterSnapshot
  readonly queues?: QueuesSnapshot
  readonly preferences?: Partial<Preferences>
  /** The view that was open last; the desk unless told. */
  readonly view?: View
  /** A command without an answer here is done and answers nothing; a reading without one fails the test. */
  readonly answers?: Answers
  /** Commands that are never done, each with the event that main sends meanwhile; null = none. */
  readonly underWay?: UnderWay
}

export type UnderWay = {
  readonly [Name in keyof Commands]?: {
    readonly event: Exclude<keyof DesksideApi, keyof Commands>
    readonly payload: unknown
  } | null
}

/** The answers of a whole scene, as they travel into the page. */
export function answersOf({ snapshot, roster, queues, preferences, answers }: Scene): Answers {
  return {
    getSnapshot: ok(snapshot),
    getRoster: ok(roster ?? rosterSnapshot([], { revision: 0 })),
    getQueues: ok(queues ?? queuesSnapshot([], { revision: 0 })),
    getPreferences: ok(preferencesSnapshot(preferences)),
    getCommands: ok(commandsSnapshot()),
    getGateway: ok(gatewayView()),
    readAbout: ok(aboutView),
    readLoginStart: ok({ isOffered: true, isOn: false, hasFailed: false }),
    readJournal: ok([]),
    readDiagnostics: ok(noDiagnostics),
    ...answers,
  }
}
