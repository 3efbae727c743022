import { vi, type Mock } from 'vitest'
import type { AppError } from '../../../shared/app-error.ts'
import type { AlertSound } from '../../../shared/domain/alert-sound.ts'
import type { LoginStart } from '../../../shared/domain/login-start.ts'
import type { CommandsSnapshot } from '../../../shared/commands/commands-snapshot.ts'
import type { ConnectionReport } from '../../../shared/domain/connection-check.ts'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import type { QueuesSnapshot } from '../../../shared/domain/queues.ts'
import type { RosterSnapshot } from '../../../shared/domain/roster.ts'
import type { DesksideApi } from '../../../shared/ipc/api.ts'
import type { ShownPart } from '../../../shared/ipc/contract.ts'
import type { PreferencesSnapshot } from '../../../shared/preferences/preferences-snapshot.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { aboutView, checkReport, gatewayView } from './help-snapshots.ts'
import {
  commandsSnapshot,
  noDiagnostics,
  preferencesSnapshot,
  queuesSnapshot,
  rosterSnapshot,
} from './snapshots.ts'

type Subscriptions = Pick<
  DesksideApi,
  | 'onSnapshot'
  | 'onRoster'
  | 'onQueues'
  | 'onPreferences'
  | 'onCommands'
  | 'onShow'
  | 'onAlert'
  | 'onCheckProgress'
>
type Commands = Omit<DesksideApi, keyof Subscriptions>

/** The bridge for specs: every command is recorded and may be given another answer; snapshots are pushed by hand. */
export type StubBridge = Subscriptions & {
  readonly [Name in keyof Commands]: Mock<Commands[Name]>
} & {
  pushSnapshot(snapshot: DeskSnapshot): void
  pushRoster(roster: RosterSnapshot): void
  pushQueues(queues: QueuesSnapshot): void
  pushPreferences(preferences: PreferencesSnapshot): void
  pushCommands(commands: CommandsSnapshot): void
  pushShow(part: ShownPart): void
  pushAlert(sound: AlertSound): void
  pushCheck(report: ConnectionReport): void
}

export const refused = (error: Partial<AppError> = {}): Result<never, AppError> =>
  err({ code: 'refused', reason: 'platform-refused', retcode: '100-007', ...error })

/** A command that is answered when the spec says so. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  return Promise.withResolvers<T>()
}

export function stubBridge(
  snapshot: DeskSnapshot,
  roster: RosterSnapshot = rosterSnapshot([], { revision: 0 }),
): StubBridge {
  const snapshotListeners = new Set<(snapshot: DeskSnapshot) => void>()
  const rosterListeners = new Set<(roster: RosterSnapshot) => void>()
  const queueListeners = new Set<(queues: QueuesSnapshot) => void>()
  const preferenceListeners = new Set<(preferences: PreferencesSnapshot) => void>()
  const commandListeners = new Set<(commands: CommandsSnapshot) => void>()
  const checkListeners = new Set<(report: ConnectionReport) => void>()
  const alertListeners = new Set<(sound: AlertSound) => void>()
  const showListeners = new Set<(part: ShownPart) => void>()
  const nothing = () => vi.fn(() => Promise.resolve(ok(null)))
  const noReceipt = () => vi.fn(() => Promise.resolve(refused()))
  return {
    onSnapshot(listener) {
      snapshotListeners.add(listener)
      return () => snapshotListeners.delete(listener)
    },
    onRoster(listener) {
      rosterListeners.add(listener)
      return () => rosterListeners.delete(listener)
    },
    onPreferences(listener) {
      preferenceListeners.add(listener)
      return () => preferenceListeners.delete(listener)
    },
    onCheckProgress(listener) {
      checkListeners.add(listener)
      return () => checkListeners.delete(listener)
    },
    onAlert(listener) {
      alertListeners.add(listener)
      return () => alertListeners.delete(listener)
    },
    onShow(listener) {
      showListeners.add(listener)
      return () => showListeners.delete(listener)
    },
    onCommands(listener) {
      commandListeners.add(listener)
      return () => commandListeners.delete(listener)
    },
    pushCommands: (next) => commandListeners.forEach((listener) => listener(next)),
    pushPreferences: (next) => preferenceListeners.forEach((listener) => listener(next)),
    pushCheck: (report) => checkListeners.forEach((listener) => listener(report)),
    pushAlert: (sound) => alertListeners.forEach((listener) => listener(sound)),
    pushShow: (part) => showListeners.forEach((listener) => listener(part)),
    pushSnapshot: (next) => snapshotListeners.forEach((listener) => listener(next)),
    pushRoster: (next) => rosterListeners.forEach((listener) => listener(next)),
    getSnapshot: vi.fn(() => Promise.resolve(ok(snapshot))),
    onQueues(listener) {
      queueListeners.add(listener)
      return () => queueListeners.delete(listener)
    },
    pushQueues: (next) => queueListeners.forEach((listener) => listener(next)),
    getQueues: vi.fn(() => Promise.resolve(ok(queuesSnapshot([], { revision: 0 })))),
    refreshQueues: nothing(),
    getRoster: vi.fn(() => Promise.resolve(ok(roster))),
    watch: nothing(),
    signIn: nothing(),
    returnToSession: nothing(),
    signOut: nothing(),
    cancelWish: nothing(),
    dismissAbsence: nothing(),
    setAgentState: nothing(),
    controlCall: nothing(),
    setAfterCall: nothing(),
    setLinkage: nothing(),
    signInToSkills: nothing(),
    refreshSkills: nothing(),
    refreshWaiting: nothing(),
    transferWaitingCall: noReceipt(),
    refreshRoster: nothing(),
    exportRoster: nothing(),
    connectManagement: nothing(),
    readBindings: noReceipt(),
    unbindAgents: noReceipt(),
    unbindAll: noReceipt(),
    undoUnbinding: noReceipt(),
    stopUnbinding: nothing(),
    readUnbindReport: noReceipt(),
    dismissNotice: nothing(),
    readJournal: vi.fn(() => Promise.resolve(ok([]))),
    saveJournal: nothing(),
    readDiagnostics: vi.fn(() => Promise.resolve(ok(noDiagnostics))),
    chooseCaFile: nothing(),
    getPreferences: vi.fn(() => Promise.resolve(ok(preferencesSnapshot()))),
    changePreferences: nothing(),
    resetPreferences: nothing(),
    runCommand: nothing(),
    getCommands: vi.fn(() => Promise.resolve(ok(commandsSnapshot()))),
    testShortcut: vi.fn(() => Promise.resolve(ok('heard' as const))),
    recordShortcut: nothing(),
    checkConnection: vi.fn(() => Promise.resolve(ok(checkReport()))),
    cancelCheck: nothing(),
    copyCheck: nothing(),
    getGateway: vi.fn(() => Promise.resolve(ok(gatewayView()))),
    chooseGateway: vi.fn(() => Promise.resolve(ok(gatewayView()))),
    readAbout: vi.fn(() => Promise.resolve(ok(aboutView))),
    copyDiagnostics: nothing(),
    openUserData: nothing(),
    copyJournal: vi.fn(() => Promise.resolve(ok(1))),
    testAlertNote: vi.fn(() => Promise.resolve(ok(true))),
    readLoginStart: vi.fn(() =>
      Promise.resolve(ok<LoginStart>({ isOffered: true, isOn: false, hasFailed: false })),
    ),
    quit: nothing(),
  }
}
