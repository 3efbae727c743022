import { contextBridge, ipcRenderer } from 'electron'
import type { DesksideApi, Unsubscribe } from '../shared/ipc/api.ts'
import type { CommandChannel, EventChannel } from '../shared/ipc/channels.ts'
import type { CommandInput, CommandResult, EventPayload } from '../shared/ipc/contract.ts'

/*
 * The only file that stands between the untrusted page and the main process. It exposes named functions: no channel
 * parameter, no event object, no `ipcRenderer` (SEC-20). It must stay free of schemas: the main process checks.
 */

function command<C extends CommandChannel>(channel: C, input: CommandInput<C>): Promise<CommandResult<C>> {
  return ipcRenderer.invoke(channel, input) as Promise<CommandResult<C>>
}

function subscribe<E extends EventChannel>(
  channel: E,
  listener: (payload: EventPayload<E>) => void,
): Unsubscribe {
  // Electron hands the event object first; the page must never see it. The wrapper is kept so that it can be removed.
  const forward = (_event: unknown, payload: EventPayload<E>): void => listener(payload)
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.removeListener(channel, forward)
  }
}

const api: DesksideApi = {
  getSnapshot: () => command('desk:get-snapshot', {}),
  onSnapshot: (listener) => subscribe('desk:changed', listener),
  watch: (input) => command('desk:watch', input),
  signIn: (input) => command('session:sign-in', input),
  returnToSession: (input) => command('session:return', input),
  signOut: (input) => command('session:sign-out', input),
  cancelWish: (input) => command('wishes:cancel', input),
  dismissAbsence: (input) => command('absence:dismiss', input),
  setAgentState: (input) => command('agent:set-state', input),
  controlCall: (input) => command('call:control', input),
  setAfterCall: (input) => command('agent:set-after-call', input),
  setLinkage: (input) => command('agent:set-linkage', input),
  signInToSkills: (input) => command('skills:sign-in', input),
  refreshSkills: () => command('skills:refresh', {}),
  refreshWaiting: () => command('waiting:refresh', {}),
  transferWaitingCall: (input) => command('waiting:transfer', input),
  getQueues: () => command('queues:get-snapshot', {}),
  onQueues: (listener) => subscribe('queues:changed', listener),
  refreshQueues: () => command('queues:refresh', {}),
  getRoster: () => command('roster:get-snapshot', {}),
  onRoster: (listener) => subscribe('roster:changed', listener),
  exportRoster: (input) => command('roster:export', input),
  refreshRoster: () => command('roster:refresh', {}),
  connectManagement: (input) => command('supervisor:connect', input),
  readBindings: (input) => command('supervisor:read-bindings', input),
  unbindAgents: (input) => command('supervisor:unbind', input),
  unbindAll: (input) => command('supervisor:unbind-all', input),
  undoUnbinding: (input) => command('supervisor:undo', input),
  stopUnbinding: (input) => command('supervisor:stop', input),
  readUnbindReport: (input) => command('supervisor:read-report', input),
  dismissNotice: (input) => command('notices:dismiss', input),
  readJournal: (input) => command('journal:read', input),
  saveJournal: () => command('journal:save', {}),
  readDiagnostics: () => command('diagnostics:read', {}),
  chooseCaFile: () => command('settings:choose-ca-file', {}),
  getPreferences: () => command('preferences:get-snapshot', {}),
  onPreferences: (listener) => subscribe('preferences:changed', listener),
  changePreferences: (input) => command('preferences:change', input),
  resetPreferences: (input) => command('preferences:reset', input),
  onShow: (listener) => subscribe('window:show', listener),
  getCommands: () => command('commands:get-snapshot', {}),
  onCommands: (listener) => subscribe('commands:changed', listener),
  testShortcut: (input) => command('shortcuts:test', input),
  recordShortcut: (input) => command('shortcuts:record', input),
  runCommand: (input) => command('commands:run', input),
  checkConnection: (input) => command('connection:check', input),
  onCheckProgress: (listener) => subscribe('connection:progress', listener),
  cancelCheck: () => command('connection:cancel', {}),
  copyCheck: () => command('connection:copy', {}),
  getGateway: () => command('gateway:get-view', {}),
  chooseGateway: (input) => command('gateway:choose', input),
  readAbout: () => command('program:read-about', {}),
  copyDiagnostics: () => command('program:copy-diagnostics', {}),
  openUserData: () => command('program:open-user-data', {}),
  copyJournal: (input) => command('journal:copy', input),
  testAlertNote: (input) => command('alerts:test-note', input),
  onAlert: (listener) => subscribe('alert:play', listener),
  readLoginStart: () => command('login:read', {}),
  quit: () => command('app:quit', {}),
}

contextBridge.exposeInMainWorld('deskside', api)
