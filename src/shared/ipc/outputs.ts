import * as v from 'valibot'
import { shortcutStates } from '../commands/commands-snapshot.ts'
import { callActions } from '../domain/call-control.ts'
import { journalKinds } from '../domain/journal.ts'
import type { RosterAgent } from '../domain/roster.ts'
import { accountResults, unbindOutcomes } from '../domain/supervisor.ts'
import { preferenceSchemas } from '../preferences/preference-schemas.ts'

/**
 * Schemas of what main sends. They check shape where a wrong value would mislead the window (revisions, lists, receipts)
 * in development and tests; the exact types are the domain's own.
 */

const nullableNumber = v.nullable(v.number())

/** Values are checked by the rules of each when they are set; here only that all are there. */
export const preferencesSnapshotSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  values: v.strictObject(preferenceSchemas),
  sources: v.record(v.string(), v.picklist(['default', 'yours', 'command-line'])),
})

export const commandsSnapshotSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hasChosenQueues: v.boolean(),
  changedByItselfAt: nullableNumber,
  shortcuts: v.array(
    v.strictObject({
      accelerator: v.string(),
      command: v.string(),
      source: v.picklist(['default', 'yours']),
      state: v.picklist(shortcutStates),
    }),
  ),
  isWayland: v.boolean(),
})

export const nothingSchema = v.null()
export const textOrNullSchema = v.nullable(v.string())

const readSchema = v.object({
  isLoading: v.boolean(),
  readAt: nullableNumber,
  error: v.nullable(v.looseObject({ code: v.string() })),
})

const stampedSchema = v.nullable(v.looseObject({ value: v.unknown(), at: v.number() }))
const lineSchema = v.strictObject({
  wished: stampedSchema,
  accepted: stampedSchema,
  seen: stampedSchema,
  isPending: v.boolean(),
  failure: stampedSchema,
})
const switchSchema = v.looseObject({
  line: lineSchema,
  verdict: v.string(),
  effective: v.unknown(),
  unavailable: textOrNullSchema,
  isKept: v.boolean(),
})

export const transferReceiptSchema = v.strictObject({
  callId: v.string(),
  fromSkillId: v.number(),
  toSkillId: v.number(),
  outcome: v.picklist(['in-progress', 'moved', 'taken', 'gone', 'refused', 'unknown']),
  answer: v.nullable(v.picklist(['accepted', 'refused', 'none'])),
  askedAt: v.number(),
  at: v.number(),
  error: v.nullable(v.looseObject({ code: v.string() })),
})

const sessionPhases = [
  'signed-out',
  'signing-in',
  'online',
  'doubtful',
  'recovering',
  'signing-out',
  'taken-over',
  'ended',
] as const

const levelSchema = v.picklist(['calm', 'amber', 'red'])

const absenceSchema = v.looseObject({
  id: v.number(),
  from: v.number(),
  until: v.number(),
  cause: v.picklist(['sleep', 'clock-jump', 'no-answer']),
  hasSessionEnded: v.boolean(),
  changes: v.array(v.looseObject({ kind: v.string() })),
  unread: v.array(v.string()),
})

export const deskSnapshotSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  app: v.strictObject({
    version: v.string(),
    host: v.picklist(['electron', 'chromium']),
    locale: v.string(),
  }),
  session: v.looseObject({ phase: v.picklist(sessionPhases) }),
  signIn: v.strictObject({
    gatewayAddress: v.string(),
    caFile: v.string(),
    agentId: v.string(),
    phone: v.string(),
    isAlwaysOffHook: v.boolean(),
    demoPassword: textOrNullSchema,
  }),
  agentState: switchSchema,
  call: v.nullable(
    v.looseObject({
      phase: v.string(),
      since: v.number(),
      actions: v.record(v.picklist(callActions), textOrNullSchema),
    }),
  ),
  afterCall: switchSchema,
  linkage: switchSchema,
  phone: v.strictObject({
    status: stampedSchema,
    answer: v.nullable(v.strictObject({ result: v.number(), at: v.number() })),
  }),
  skills: switchSchema,
  queues: v.array(v.strictObject({ id: v.number(), name: v.string(), mediaType: nullableNumber })),
  waiting: v.strictObject({
    read: readSchema,
    calls: v.array(v.looseObject({ callId: v.string(), skillId: v.number() })),
    queued: v.nullable(v.strictObject({ count: v.number(), level: levelSchema, readAt: v.number() })),
    isHiddenWhileIdle: v.boolean(),
    receipts: v.array(transferReceiptSchema),
    unavailable: textOrNullSchema,
  }),
  supervisor: v.looseObject({ hasCredentials: v.boolean() }),
  notices: v.array(v.looseObject({ id: v.number(), at: v.number(), severity: v.string() })),
  absence: v.nullable(absenceSchema),
})

const rosterAgentSchema = v.looseObject({
  agentId: v.string(),
  state: v.string(),
  skillIds: v.array(v.number()),
})

/**
 * First and last row only. All rows come from one loop, so that a mistake shows in each of them; checking 25,000 took
 * 6 to 23 ms of the main process, a good part of the 50 ms that nothing there may last.
 */
const rosterAgentsSchema = v.custom<readonly RosterAgent[]>(
  (rows) =>
    Array.isArray(rows) &&
    (rows.length === 0 || [rows[0], rows.at(-1)].every((row) => v.is(rosterAgentSchema, row))),
)

/** Null when no file was chosen. */
export const savedRosterSchema = v.nullable(v.strictObject({ path: v.string(), agentCount: v.number() }))

export const rosterSnapshotSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  read: readSchema,
  agents: rosterAgentsSchema,
  queues: v.array(v.strictObject({ skillId: v.number(), mediaType: nullableNumber, agentCount: v.number() })),
})

/** The samples of the history are numbers made here, 180 per queue: they are not looked at one by one. */
export const queuesSnapshotSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  read: readSchema,
  figures: v.array(
    v.strictObject({
      skillId: v.number(),
      waitingCalls: v.number(),
      longestWaitSeconds: v.number(),
      agentsOn: v.number(),
      agentsFree: v.number(),
    }),
  ),
  levels: v.record(v.string(), levelSchema),
  history: v.strictObject({
    at: v.array(v.number()),
    waiting: v.record(v.string(), v.custom(Array.isArray)),
  }),
})

const bindingSchema = v.strictObject({
  account: v.string(),
  agentId: textOrNullSchema,
  name: textOrNullSchema,
  agentWeight: v.number(),
  skillWeight: v.number(),
})

export const bindingsSchema = v.strictObject({
  skillId: v.number(),
  bindings: v.array(bindingSchema),
  readAt: v.number(),
})

const errorOrNullSchema = v.nullable(v.looseObject({ code: v.string() }))
const resultEntries = { result: v.picklist(accountResults), error: errorOrNullSchema }

export const unbindReceiptSchema = v.strictObject({
  id: v.string(),
  skillId: v.number(),
  scope: v.picklist(['selected', 'all']),
  at: v.number(),
  outcome: v.picklist(unbindOutcomes),
  isStopping: v.boolean(),
  count: v.number(),
  progress: v.strictObject({ done: v.number(), of: v.number() }),
  tally: v.partial(v.strictObject(v.entriesFromList(accountResults, v.number()))),
  exceptions: v.array(v.strictObject({ account: v.string(), ...resultEntries })),
  undoable: v.number(),
  error: errorOrNullSchema,
  heads: v.strictObject({
    bound: v.number(),
    chosen: v.number(),
    online: nullableNumber,
    chosenOnline: nullableNumber,
    chosenInCall: nullableNumber,
  }),
})

export const unbindReportSchema = v.strictObject({
  receiptId: v.string(),
  lines: v.array(v.strictObject({ ...bindingSchema.entries, ...resultEntries })),
})

export const journalEntriesSchema = v.array(
  v.strictObject({
    id: v.number(),
    at: v.number(),
    kind: v.picklist(journalKinds),
    name: v.string(),
    cause: textOrNullSchema,
    details: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
  }),
)

export const diagnosticsSchema = v.strictObject({
  startedAt: v.number(),
  requests: v.array(
    v.strictObject({
      name: v.string(),
      lastHour: v.number(),
      failedLastHour: v.number(),
      sinceStart: v.number(),
    }),
  ),
  requestsLastHour: v.number(),
  queueQueryPeak: v.number(),
  answerMedianMs: nullableNumber,
  answerSlowestMs: nullableNumber,
  isJournalKept: v.boolean(),
})
