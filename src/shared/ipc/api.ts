import type { CommandInput, CommandResult, EventPayload } from './contract.ts'

/** Undoes a subscription; calling it twice is harmless. */
export type Unsubscribe = () => void

/**
 * What the preload puts on `window.deskside`: named functions and nothing else (SEC-20). Every command resolves to a
 * `Result` and never rejects for a reason of the program's own.
 */
export interface DesksideApi {
  getSnapshot(): Promise<CommandResult<'desk:get-snapshot'>>
  onSnapshot(listener: (snapshot: EventPayload<'desk:changed'>) => void): Unsubscribe
  /** Says which costly views this window shows now; replaces what it said before. */
  watch(input: CommandInput<'desk:watch'>): Promise<CommandResult<'desk:watch'>>

  signIn(input: CommandInput<'session:sign-in'>): Promise<CommandResult<'session:sign-in'>>
  /** Signs in again as the agent whose session ended, without asking for the password again. */
  returnToSession(input: CommandInput<'session:return'>): Promise<CommandResult<'session:return'>>
  signOut(input: CommandInput<'session:sign-out'>): Promise<CommandResult<'session:sign-out'>>

  /** Takes back a wish that was kept for later or only noted. */
  cancelWish(input: CommandInput<'wishes:cancel'>): Promise<CommandResult<'wishes:cancel'>>
  dismissAbsence(input: CommandInput<'absence:dismiss'>): Promise<CommandResult<'absence:dismiss'>>

  setAgentState(input: CommandInput<'agent:set-state'>): Promise<CommandResult<'agent:set-state'>>
  controlCall(input: CommandInput<'call:control'>): Promise<CommandResult<'call:control'>>
  setAfterCall(input: CommandInput<'agent:set-after-call'>): Promise<CommandResult<'agent:set-after-call'>>
  setLinkage(input: CommandInput<'agent:set-linkage'>): Promise<CommandResult<'agent:set-linkage'>>
  signInToSkills(input: CommandInput<'skills:sign-in'>): Promise<CommandResult<'skills:sign-in'>>
  refreshSkills(): Promise<CommandResult<'skills:refresh'>>

  refreshWaiting(): Promise<CommandResult<'waiting:refresh'>>
  transferWaitingCall(input: CommandInput<'waiting:transfer'>): Promise<CommandResult<'waiting:transfer'>>

  getQueues(): Promise<CommandResult<'queues:get-snapshot'>>
  onQueues(listener: (queues: EventPayload<'queues:changed'>) => void): Unsubscribe
  refreshQueues(): Promise<CommandResult<'queues:refresh'>>

  getRoster(): Promise<CommandResult<'roster:get-snapshot'>>
  onRoster(listener: (roster: EventPayload<'roster:changed'>) => void): Unsubscribe
  refreshRoster(): Promise<CommandResult<'roster:refresh'>>
  /** Asks in the system's save dialog where to; null when no file was chosen. */
  exportRoster(input: CommandInput<'roster:export'>): Promise<CommandResult<'roster:export'>>

  connectManagement(input: CommandInput<'supervisor:connect'>): Promise<CommandResult<'supervisor:connect'>>
  readBindings(
    input: CommandInput<'supervisor:read-bindings'>,
  ): Promise<CommandResult<'supervisor:read-bindings'>>
  unbindAgents(input: CommandInput<'supervisor:unbind'>): Promise<CommandResult<'supervisor:unbind'>>
  /** Unbinds everyone; refused unless `typedName` is the queue's name. */
  unbindAll(input: CommandInput<'supervisor:unbind-all'>): Promise<CommandResult<'supervisor:unbind-all'>>
  undoUnbinding(input: CommandInput<'supervisor:undo'>): Promise<CommandResult<'supervisor:undo'>>
  /** Stops an unbinding, or the undo of one, before what has not been sent yet. */
  stopUnbinding(input: CommandInput<'supervisor:stop'>): Promise<CommandResult<'supervisor:stop'>>
  /** What became of every account of an unbinding. */
  readUnbindReport(
    input: CommandInput<'supervisor:read-report'>,
  ): Promise<CommandResult<'supervisor:read-report'>>

  dismissNotice(input: CommandInput<'notices:dismiss'>): Promise<CommandResult<'notices:dismiss'>>
  /** Newest first. */
  readJournal(input: CommandInput<'journal:read'>): Promise<CommandResult<'journal:read'>>
  /** Asks in the system's save dialog where to, and writes everything kept there as text; the path, or null. */
  saveJournal(): Promise<CommandResult<'journal:save'>>
  readDiagnostics(): Promise<CommandResult<'diagnostics:read'>>
  /** Opens the system's file dialog; null when the agent chose none. */
  chooseCaFile(): Promise<CommandResult<'settings:choose-ca-file'>>
  getPreferences(): Promise<CommandResult<'preferences:get-snapshot'>>
  onPreferences(listener: (preferences: EventPayload<'preferences:changed'>) => void): Unsubscribe
  /** Sets the given preferences, all or none. */
  changePreferences(input: CommandInput<'preferences:change'>): Promise<CommandResult<'preferences:change'>>
  /** Gives preferences back to the program's defaults. */
  resetPreferences(input: CommandInput<'preferences:reset'>): Promise<CommandResult<'preferences:reset'>>
  /** Another door (tray, shortcut, command line) wants this part of the window to be seen. */
  onShow(listener: (part: EventPayload<'window:show'>) => void): Unsubscribe
  getCommands(): Promise<CommandResult<'commands:get-snapshot'>>
  onCommands(listener: (commands: EventPayload<'commands:changed'>) => void): Unsubscribe
  /** Answers when these keys have arrived, or after ten seconds. */
  testShortcut(input: CommandInput<'shortcuts:test'>): Promise<CommandResult<'shortcuts:test'>>
  recordShortcut(input: CommandInput<'shortcuts:record'>): Promise<CommandResult<'shortcuts:record'>>
  /** Runs a command of the table in its text form, `name=value`, as the palette asks for it. */
  runCommand(input: CommandInput<'commands:run'>): Promise<CommandResult<'commands:run'>>
  /** Goes from the address to the phone; the report of the end. Its progress comes by `onCheckProgress`. */
  checkConnection(input: CommandInput<'connection:check'>): Promise<CommandResult<'connection:check'>>
  onCheckProgress(listener: (report: EventPayload<'connection:progress'>) => void): Unsubscribe
  cancelCheck(): Promise<CommandResult<'connection:cancel'>>
  copyCheck(): Promise<CommandResult<'connection:copy'>>
  getGateway(): Promise<CommandResult<'gateway:get-view'>>
  /** The demo or a gateway of one's own, from the next sign-in on and at later starts. */
  chooseGateway(input: CommandInput<'gateway:choose'>): Promise<CommandResult<'gateway:choose'>>
  readAbout(): Promise<CommandResult<'program:read-about'>>
  copyDiagnostics(): Promise<CommandResult<'program:copy-diagnostics'>>
  openUserData(): Promise<CommandResult<'program:open-user-data'>>
  /** How many of the entries were still there to be copied. */
  copyJournal(input: CommandInput<'journal:copy'>): Promise<CommandResult<'journal:copy'>>
  /** Shows a note of that kind, whatever the preferences say; false where the system shows no notes. */
  testAlertNote(input: CommandInput<'alerts:test-note'>): Promise<CommandResult<'alerts:test-note'>>
  /** A sound that this window is to play now. */
  onAlert(listener: (sound: EventPayload<'alert:play'>) => void): Unsubscribe
  /** What the system says about starting Deskside with the computer. */
  readLoginStart(): Promise<CommandResult<'login:read'>>
  quit(): Promise<CommandResult<'app:quit'>>
}
