import { formatCommand } from '../../../shared/commands/format-command.ts'
import { emptyLine, type TruthLine } from '../../../shared/domain/truth-line.ts'
import { tray as texts } from '../../../shared/i18n/en/tray.ts'
import { defaultPreferences } from '../../../shared/preferences/default-preferences.ts'
import { neverRead, type DeskState } from '../../agent/desk-state.ts'
import { snapshotOf } from '../../ipc/testing/fake-desk.ts'
import type { SessionState } from '../../session/session-state.ts'
import { buildTrayTemplate } from '../build-tray-template.ts'
import type { TrayItem } from '../tray-item.ts'

export const signedIn = {
  agentId: '101',
  since: 1,
  isAlwaysOffHook: true,
  loginTime: null,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
  attempt: 0,
}
export const online: SessionState = { phase: 'online', ...signedIn }
const doubt = { doubtSince: 1, gapCause: 'no-answer', failures: 1 } as const
export const doubtful: SessionState = {
  phase: 'doubtful',
  ...signedIn,
  ...doubt,
  error: { kind: 'timed-out' },
}
export const signingIn: SessionState = {
  phase: 'signing-in',
  agentId: '101',
  since: 1,
  before: { phase: 'signed-out', ended: null },
}
export const recovering: SessionState = { phase: 'recovering', ...signedIn, ...doubt, step: 'reading' }
/** What is known of a session that somebody else ended. */
export const over = { agentId: '101', ended: { cause: 'shut-down', at: 1 } } as const
/** The same, when somebody is signed in elsewhere. */
export const held = { agentId: '101', ended: { cause: 'held-elsewhere', at: 1 } } as const
export const seen = <T>(value: T): TruthLine<T> => ({
  ...emptyLine<T>(),
  seen: { value, at: 1, by: 'event' },
})
export const queues = [
  { id: 1, name: 'Billing', mediaType: 5 },
  { id: 2, name: 'Technical support', mediaType: 5 },
]
export const configuredSkills = {
  choices: emptyLine<never>(),
  seen: null,
  configured: queues,
  configuredRead: { ...neverRead, readAt: 1 },
}

/** The menu of such a desk, the commands its clicks stood for, and an item by its path of labels. */
export interface BuiltTray {
  readonly items: readonly TrayItem[]
  readonly calls: readonly string[]
  readonly find: (...path: readonly string[]) => TrayItem
}

/** `hasChosenQueues`: the agent chose queues before, so that they can be chosen again. */
export function buildTray(changes: Partial<DeskState> = {}, hasChosenQueues = false): BuiltTray {
  const calls: string[] = []
  const context = { snapshot: snapshotOf(changes), preferences: defaultPreferences, hasChosenQueues }
  const items = buildTrayTemplate(context, (command) => calls.push(formatCommand(command)), texts)
  return { items, calls, find: (...path) => find(items, path) }
}

function find(items: readonly TrayItem[], [label, ...rest]: readonly string[]): TrayItem {
  const item = items.find((other) => other.label === label)
  if (item === undefined) throw new Error(`No item ${label ?? ''}`)
  return rest.length === 0 ? item : find(item.submenu ?? [], rest)
}
