/** Channel names only: the one file of the contract that the preload carries at run time. */

/** Commands: window to main, answered with a `Result`. */
export const commandChannels = [
  'desk:get-snapshot',
  'desk:watch',
  'session:sign-in',
  'session:return',
  'session:sign-out',
  'wishes:cancel',
  'absence:dismiss',
  'agent:set-state',
  'call:control',
  'agent:set-after-call',
  'agent:set-linkage',
  'skills:sign-in',
  'skills:refresh',
  'waiting:refresh',
  'waiting:transfer',
  'roster:get-snapshot',
  'roster:refresh',
  'roster:export',
  'supervisor:connect',
  'supervisor:read-bindings',
  'supervisor:unbind',
  'supervisor:unbind-all',
  'supervisor:undo',
  'supervisor:stop',
  'supervisor:read-report',
  'notices:dismiss',
  'journal:read',
  'journal:save',
  'diagnostics:read',
  'settings:choose-ca-file',
  'preferences:get-snapshot',
  'preferences:change',
  'preferences:reset',
  'commands:run',
  'commands:get-snapshot',
  'shortcuts:test',
  'shortcuts:record',
  'app:quit',
] as const

export type CommandChannel = (typeof commandChannels)[number]

/** Events: main to window. */
export const eventChannels = [
  'desk:changed',
  'roster:changed',
  'preferences:changed',
  'commands:changed',
  'window:show',
] as const

export type EventChannel = (typeof eventChannels)[number]
