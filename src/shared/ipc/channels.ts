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
  'queues:get-snapshot',
  'queues:refresh',
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
  'connection:check',
  'connection:cancel',
  'connection:copy',
  'gateway:get-view',
  'gateway:choose',
  'program:read-about',
  'program:copy-diagnostics',
  'program:open-user-data',
  'journal:copy',
  'app:quit',
] as const

export type CommandChannel = (typeof commandChannels)[number]

/** Events: main to window. */
export const eventChannels = [
  'desk:changed',
  'roster:changed',
  'queues:changed',
  'preferences:changed',
  'commands:changed',
  'connection:progress',
  'window:show',
] as const

export type EventChannel = (typeof eventChannels)[number]
