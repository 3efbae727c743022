import { ok } from '../../../shared/result.ts'
import type { CommandsSnapshot } from '../../../shared/commands/commands-snapshot.ts'
import type { Diagnostics } from '../../../shared/domain/diagnostics.ts'
import { MemorySettings } from '../../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../../preferences/preferences.ts'
import { fakeHelp } from './fake-help.ts'
import type { JournalEntry, JournalFilter } from '../../../shared/domain/journal.ts'

export const noDiagnostics: Diagnostics = {
  startedAt: 0,
  requests: [],
  requestsLastHour: 0,
  queueQueryPeak: 0,
  answerMedianMs: null,
  answerSlowestMs: null,
  isJournalKept: true,
}

const noCommands: CommandsSnapshot = {
  revision: 0,
  hasChosenQueues: false,
  changedByItselfAt: null,
  shortcuts: [],
  isWayland: false,
}

/** Journal, diagnostics, preferences and a runner of commands for specs: the journal remembers what it was asked and answers with what it was given. */
export function fakeRecords(entries: readonly JournalEntry[] = []) {
  const asked: JournalFilter[] = []
  return {
    asked,
    journal: {
      page: async (filter: JournalFilter = {}): Promise<readonly JournalEntry[]> => {
        asked.push(filter)
        return entries
      },
    },
    preferences: new PreferencesKeeper({
      settings: new MemorySettings(),
      fromCommandLine: {},
      log: createRecordingLogger().log,
    }),
    runner: { run: async () => ok(null) },
    commands: { snapshot: noCommands, subscribe: () => () => undefined },
    shortcuts: { test: async () => 'heard' as const, record: () => undefined },
    help: fakeHelp(),
    alerts: {
      testNote: () => true,
      loginStart: async () => ({ isOffered: true, isOn: false, hasFailed: false }) as const,
    },
    diagnostics: { read: (): Diagnostics => noDiagnostics },
  }
}
