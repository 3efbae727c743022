import * as v from 'valibot'
import type { AppError } from '../app-error.ts'
import type { AlertSound } from '../domain/alert-sound.ts'
import { commandMaxLength } from '../commands/command.ts'
import type { CommandsSnapshot, ShortcutTest } from '../commands/commands-snapshot.ts'
import type { ConnectionReport } from '../domain/connection-check.ts'
import type { DeskSnapshot } from '../domain/desk-snapshot.ts'
import type { Diagnostics } from '../domain/diagnostics.ts'
import { journalDoors } from '../domain/journal-door.ts'
import { journalKinds, type JournalEntry } from '../domain/journal.ts'
import type { QueuesSnapshot } from '../domain/queues.ts'
import type { RosterSnapshot } from '../domain/roster.ts'
import type { QueueBindings, UnbindReceipt, UnbindReport } from '../domain/supervisor.ts'
import type { TransferReceipt } from '../domain/waiting.ts'
import { wishNames } from '../domain/wishes.ts'
import { preferenceChangesSchema, preferenceKeySchema } from '../preferences/preference-schemas.ts'
import type { PreferencesSnapshot } from '../preferences/preferences-snapshot.ts'
import type { Result } from '../result.ts'
import type { CommandChannel, EventChannel } from './channels.ts'
import { alertContract, type AlertOutputs } from './alert-contract.ts'
import { helpContract, type HelpOutputs } from './help-contract.ts'
import {
  accountsSchema,
  addressSchema,
  appKeySchema,
  appSecretSchema,
  callActionSchema,
  rosterExportSchema,
  signInSchema,
  skillChoiceSchema,
  skillIdSchema,
  stateRequestSchema,
  transferSchema,
} from './inputs.ts'
import {
  bindingsSchema,
  commandsSnapshotSchema,
  deskSnapshotSchema,
  diagnosticsSchema,
  journalEntriesSchema,
  nothingSchema,
  preferencesSnapshotSchema,
  queuesSnapshotSchema,
  rosterSnapshotSchema,
  savedRosterSchema,
  textOrNullSchema,
  transferReceiptSchema,
  unbindReceiptSchema,
  unbindReportSchema,
} from './outputs.ts'

/** Views a window can show that cost gateway queries; nothing is polled that no window watches. */
export const watchableViews = ['waiting', 'queues', 'roster', 'skills'] as const
export type WatchableView = (typeof watchableViews)[number]

/** A part of the window that another door wants to be seen. */
export const shownParts = [
  'desk',
  'waiting',
  'roster',
  'supervisor',
  'activity',
  'settings',
  'about',
  'palette',
] as const
export type ShownPart = (typeof shownParts)[number]

const none = v.strictObject({})
const acceleratorSchema = v.pipe(v.string(), v.nonEmpty('required'), v.maxLength(100, 'too-long'))
const receiptIdSchema = v.strictObject({ receiptId: v.pipe(v.string(), v.maxLength(64)) })
const idSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * What every command takes and gives. One object in, one `Result` out. A channel without an entry does not compile
 * (`satisfies`), nor does an entry without a handler (`CommandHandlers`).
 */
export const contract = {
  'desk:get-snapshot': { input: none, output: deskSnapshotSchema },
  'desk:watch': {
    input: v.strictObject({
      views: v.pipe(v.array(v.picklist(watchableViews)), v.maxLength(watchableViews.length)),
    }),
    output: nothingSchema,
  },
  'session:sign-in': { input: signInSchema, output: nothingSchema },
  'session:return': { input: v.strictObject({ takeOver: v.boolean() }), output: nothingSchema },
  'session:sign-out': { input: v.strictObject({ force: v.boolean() }), output: nothingSchema },
  'wishes:cancel': { input: v.strictObject({ wish: v.picklist(wishNames) }), output: nothingSchema },
  'absence:dismiss': { input: v.strictObject({ id: idSchema }), output: nothingSchema },
  'agent:set-state': { input: stateRequestSchema, output: nothingSchema },
  'call:control': { input: v.strictObject({ action: callActionSchema }), output: nothingSchema },
  'agent:set-after-call': { input: v.strictObject({ autoIdle: v.boolean() }), output: nothingSchema },
  'agent:set-linkage': { input: v.strictObject({ linked: v.boolean() }), output: nothingSchema },
  'skills:sign-in': { input: v.strictObject({ choice: skillChoiceSchema }), output: nothingSchema },
  'skills:refresh': { input: none, output: nothingSchema },
  'waiting:refresh': { input: none, output: nothingSchema },
  'waiting:transfer': { input: transferSchema, output: transferReceiptSchema },
  'queues:get-snapshot': { input: none, output: queuesSnapshotSchema },
  'queues:refresh': { input: none, output: nothingSchema },
  'roster:get-snapshot': { input: none, output: rosterSnapshotSchema },
  'roster:refresh': { input: none, output: nothingSchema },
  'roster:export': { input: rosterExportSchema, output: savedRosterSchema },
  'supervisor:connect': {
    input: v.strictObject({
      managementAddress: addressSchema,
      appKey: appKeySchema,
      appSecret: appSecretSchema,
    }),
    output: nothingSchema,
  },
  'supervisor:read-bindings': { input: v.strictObject({ skillId: skillIdSchema }), output: bindingsSchema },
  'supervisor:unbind': {
    input: v.strictObject({
      skillId: skillIdSchema,
      accounts: accountsSchema,
      /** The queue's name as typed; needed when the named accounts are the last ones bound to it. */
      typedName: v.optional(v.pipe(v.string(), v.maxLength(200, 'too-long'))),
    }),
    output: unbindReceiptSchema,
  },
  'supervisor:unbind-all': {
    input: v.strictObject({
      skillId: skillIdSchema,
      typedName: v.pipe(v.string(), v.maxLength(200, 'too-long')),
    }),
    output: unbindReceiptSchema,
  },
  'supervisor:undo': { input: receiptIdSchema, output: unbindReceiptSchema },
  'supervisor:stop': { input: receiptIdSchema, output: nothingSchema },
  'supervisor:read-report': { input: receiptIdSchema, output: unbindReportSchema },
  'notices:dismiss': {
    input: v.strictObject({ id: idSchema }),
    output: nothingSchema,
  },
  'journal:read': {
    input: v.strictObject({
      kinds: v.pipe(v.array(v.picklist(journalKinds)), v.maxLength(journalKinds.length)),
      /** Where they began; left out = anywhere, and what began nowhere here. */
      door: v.optional(v.picklist(journalDoors)),
      /** Only what is in memory, for readings that are repeated; left out = also what is only on the disk. */
      isRecentOnly: v.optional(v.boolean()),
      /** Only entries older than this one. */
      before: v.nullable(idSchema),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    output: journalEntriesSchema,
  },
  'journal:save': { input: none, output: textOrNullSchema },
  'diagnostics:read': { input: none, output: diagnosticsSchema },
  'settings:choose-ca-file': { input: none, output: textOrNullSchema },
  'preferences:get-snapshot': { input: none, output: preferencesSnapshotSchema },
  'preferences:change': { input: preferenceChangesSchema, output: nothingSchema },
  'preferences:reset': {
    input: v.strictObject({ keys: v.pipe(v.array(preferenceKeySchema), v.maxLength(100)) }),
    output: nothingSchema,
  },
  /** A command of the table in its text form, asked for in the palette. */
  'commands:run': {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(commandMaxLength, 'too-long')) }),
    output: nothingSchema,
  },
  'commands:get-snapshot': { input: none, output: commandsSnapshotSchema },
  /** Waits until these keys arrive; their command does not run. */
  'shortcuts:test': {
    input: v.strictObject({ accelerator: acceleratorSchema }),
    output: v.picklist(['heard', 'silent', 'stopped']),
  },
  /** While keys are recorded, those in force reach the window instead of running their commands. */
  'shortcuts:record': { input: v.strictObject({ isRecording: v.boolean() }), output: nothingSchema },
  ...helpContract,
  ...alertContract,
  'app:quit': { input: none, output: nothingSchema },
} as const satisfies Record<CommandChannel, { input: v.GenericSchema; output: v.GenericSchema }>

export type Contract = typeof contract

/** What the window may send: before trimming and defaults. */
export type CommandInput<C extends CommandChannel> = v.InferInput<Contract[C]['input']>
/** What a handler receives: parsed. */
export type ParsedInput<C extends CommandChannel> = v.InferOutput<Contract[C]['input']>

/** Result types by channel, written out so that the window sees the domain's readonly types. */
export interface CommandOutputs extends HelpOutputs, AlertOutputs {
  'desk:get-snapshot': DeskSnapshot
  'desk:watch': null
  'session:sign-in': null
  'session:return': null
  'session:sign-out': null
  'wishes:cancel': null
  'absence:dismiss': null
  'agent:set-state': null
  'call:control': null
  'agent:set-after-call': null
  'agent:set-linkage': null
  'skills:sign-in': null
  'skills:refresh': null
  'waiting:refresh': null
  'waiting:transfer': TransferReceipt
  'queues:get-snapshot': QueuesSnapshot
  'queues:refresh': null
  'roster:get-snapshot': RosterSnapshot
  'roster:refresh': null
  'roster:export': { readonly path: string; readonly agentCount: number } | null
  'supervisor:connect': null
  'supervisor:read-bindings': QueueBindings
  'supervisor:unbind': UnbindReceipt
  'supervisor:unbind-all': UnbindReceipt
  'supervisor:undo': UnbindReceipt
  'supervisor:stop': null
  'supervisor:read-report': UnbindReport
  'notices:dismiss': null
  'journal:read': readonly JournalEntry[]
  'journal:save': string | null
  'diagnostics:read': Diagnostics
  'settings:choose-ca-file': string | null
  'preferences:get-snapshot': PreferencesSnapshot
  'preferences:change': null
  'preferences:reset': null
  'commands:run': null
  'commands:get-snapshot': CommandsSnapshot
  'shortcuts:test': ShortcutTest
  'shortcuts:record': null
  'app:quit': null
}

export type CommandOutput<C extends CommandChannel> = CommandOutputs[C]
export type CommandResult<C extends CommandChannel> = Result<CommandOutput<C>, AppError>

export interface EventPayloads {
  'desk:changed': DeskSnapshot
  'roster:changed': RosterSnapshot
  'queues:changed': QueuesSnapshot
  'preferences:changed': PreferencesSnapshot
  'commands:changed': CommandsSnapshot
  /** After every change of a connection check. */
  'connection:progress': ConnectionReport
  /** To be heard now, by the window that was opened first. */
  'alert:play': AlertSound
  'window:show': ShownPart
}
export type EventPayload<E extends EventChannel> = EventPayloads[E]
