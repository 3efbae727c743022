import type { AppError } from '../../../shared/app-error.ts'
import type { DesksideApi } from '../../../shared/ipc/api.ts'
import { err, type Result } from '../../../shared/result.ts'

/**
 * Commands answer with a `Result`; a rejection only comes from the transport itself (no handler, a value that cannot be
 * cloned). It becomes an `internal` error here, so that callers have one kind of failure, and its cause is kept in the
 * console, which the main process writes to the log.
 */
function guard<I extends readonly unknown[], T>(
  name: string,
  command: (...input: I) => Promise<Result<T, AppError>>,
): (...input: I) => Promise<Result<T, AppError>> {
  return async (...input) => {
    try {
      return await command(...input)
    } catch (cause) {
      console.error(`bridge command "${name}" was rejected`, cause)
      return err({ code: 'internal' })
    }
  }
}

/** The same bridge with every command guarded; a command missing here does not compile. */
export function guardBridge(api: DesksideApi): DesksideApi {
  return {
    onSnapshot: (listener) => api.onSnapshot(listener),
    onRoster: (listener) => api.onRoster(listener),
    getSnapshot: guard('getSnapshot', () => api.getSnapshot()),
    watch: guard('watch', (input) => api.watch(input)),
    signIn: guard('signIn', (input) => api.signIn(input)),
    returnToSession: guard('returnToSession', (input) => api.returnToSession(input)),
    signOut: guard('signOut', (input) => api.signOut(input)),
    cancelWish: guard('cancelWish', (input) => api.cancelWish(input)),
    dismissAbsence: guard('dismissAbsence', (input) => api.dismissAbsence(input)),
    setAgentState: guard('setAgentState', (input) => api.setAgentState(input)),
    controlCall: guard('controlCall', (input) => api.controlCall(input)),
    setAfterCall: guard('setAfterCall', (input) => api.setAfterCall(input)),
    setLinkage: guard('setLinkage', (input) => api.setLinkage(input)),
    signInToSkills: guard('signInToSkills', (input) => api.signInToSkills(input)),
    refreshSkills: guard('refreshSkills', () => api.refreshSkills()),
    refreshWaiting: guard('refreshWaiting', () => api.refreshWaiting()),
    transferWaitingCall: guard('transferWaitingCall', (input) => api.transferWaitingCall(input)),
    getQueues: guard('getQueues', () => api.getQueues()),
    onQueues: (listener) => api.onQueues(listener),
    refreshQueues: guard('refreshQueues', () => api.refreshQueues()),
    getRoster: guard('getRoster', () => api.getRoster()),
    exportRoster: guard('exportRoster', (input) => api.exportRoster(input)),
    refreshRoster: guard('refreshRoster', () => api.refreshRoster()),
    connectManagement: guard('connectManagement', (input) => api.connectManagement(input)),
    readBindings: guard('readBindings', (input) => api.readBindings(input)),
    unbindAgents: guard('unbindAgents', (input) => api.unbindAgents(input)),
    unbindAll: guard('unbindAll', (input) => api.unbindAll(input)),
    undoUnbinding: guard('undoUnbinding', (input) => api.undoUnbinding(input)),
    stopUnbinding: guard('stopUnbinding', (input) => api.stopUnbinding(input)),
    readUnbindReport: guard('readUnbindReport', (input) => api.readUnbindReport(input)),
    dismissNotice: guard('dismissNotice', (input) => api.dismissNotice(input)),
    readJournal: guard('readJournal', (input) => api.readJournal(input)),
    saveJournal: guard('saveJournal', () => api.saveJournal()),
    readDiagnostics: guard('readDiagnostics', () => api.readDiagnostics()),
    chooseCaFile: guard('chooseCaFile', () => api.chooseCaFile()),
    onPreferences: (listener) => api.onPreferences(listener),
    onShow: (listener) => api.onShow(listener),
    getPreferences: guard('getPreferences', () => api.getPreferences()),
    changePreferences: guard('changePreferences', (input) => api.changePreferences(input)),
    resetPreferences: guard('resetPreferences', (input) => api.resetPreferences(input)),
    getCommands: guard('getCommands', () => api.getCommands()),
    onCommands: (listener) => api.onCommands(listener),
    testShortcut: guard('testShortcut', (input) => api.testShortcut(input)),
    recordShortcut: guard('recordShortcut', (input) => api.recordShortcut(input)),
    runCommand: guard('runCommand', (input) => api.runCommand(input)),
    checkConnection: guard('checkConnection', (input) => api.checkConnection(input)),
    onCheckProgress: (listener) => api.onCheckProgress(listener),
    cancelCheck: guard('cancelCheck', () => api.cancelCheck()),
    copyCheck: guard('copyCheck', () => api.copyCheck()),
    getGateway: guard('getGateway', () => api.getGateway()),
    chooseGateway: guard('chooseGateway', (input) => api.chooseGateway(input)),
    readAbout: guard('readAbout', () => api.readAbout()),
    copyDiagnostics: guard('copyDiagnostics', () => api.copyDiagnostics()),
    openUserData: guard('openUserData', () => api.openUserData()),
    copyJournal: guard('copyJournal', (input) => api.copyJournal(input)),
    testAlertNote: guard('testAlertNote', (input) => api.testAlertNote(input)),
    onAlert: (listener) => api.onAlert(listener),
    readLoginStart: guard('readLoginStart', () => api.readLoginStart()),
    quit: guard('quit', () => api.quit()),
  }
}
