import * as v from 'valibot'
import { commandMaxLength } from '../commands/command.ts'
import { rosterColumns } from '../domain/roster.ts'
import { languages } from '../i18n/languages.ts'
import { skillIdSchema } from '../ipc/inputs.ts'

/*
 * What people may set about the window and its surroundings, one schema per key: a bad value of one costs only that one.
 * What the session needs (gateway, agent, wishes) is no preference; it lives in the settings beside them.
 */

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export const textSizes = [100, 125, 150, 200] as const
export const windowModes = ['full', 'mini'] as const
/** Which gateway a start goes to: nobody has said yet, the built-in demo, or the one of the settings. */
export const gatewayChoices = ['undecided', 'demo', 'own'] as const

/** Moments worth a sound or a note of the system while the agent looks elsewhere. */
export const alertKinds = [
  'call-arriving',
  'call-missed',
  'state-forced',
  'waiting-long',
  'session-trouble',
  'transfer-result',
  'rest-over',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** Busy reasons a configuration may name (cec_07_1211). */
export const busyReasonRange = { min: 200, max: 250 } as const

const name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60))
const clockTime = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400))

const alertSchema = v.strictObject({ note: v.boolean(), sound: v.boolean() })

/** From `amber` on a queue calls for attention, from `red` on for help. Null = never. */
const thresholdSchema = v.strictObject({
  waitingAmber: v.nullable(count),
  waitingRed: v.nullable(count),
  waitAmberSeconds: v.nullable(seconds),
  waitRedSeconds: v.nullable(seconds),
})

export const preferenceSchemas = {
  language: v.picklist(['system', ...languages]),
  theme: v.picklist(themes),
  /** Per cent of the usual size of text. */
  textSize: v.picklist(textSizes),
  gatewayChoice: v.picklist(gatewayChoices),
  windowMode: v.picklist(windowModes),
  isAlwaysOnTop: v.boolean(),
  startsHidden: v.boolean(),
  startsAtLogin: v.boolean(),
  /** "Still running in the tray" was told; it is told once. */
  isTrayExplained: v.boolean(),
  /** A command in its text form (`auto-idle=toggle`) by the keys that run it; an empty text takes a default away. */
  shortcuts: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(commandMaxLength))),
    v.check((shortcuts) => Object.keys(shortcuts).length <= 50),
  ),
  alerts: v.strictObject({
    'call-arriving': alertSchema,
    'call-missed': alertSchema,
    'state-forced': alertSchema,
    'waiting-long': alertSchema,
    'session-trouble': alertSchema,
    'transfer-result': alertSchema,
    'rest-over': alertSchema,
  } satisfies Record<AlertKind, typeof alertSchema>),
  /** 0 to 100. */
  soundVolume: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  /** Times of the day by the local clock; `from` after `to` goes over midnight. */
  quietHours: v.strictObject({ isOn: v.boolean(), from: clockTime, to: clockTime }),
  thresholds: v.strictObject({
    usual: thresholdSchema,
    /** By skill queue ID. */
    byQueue: v.record(v.pipe(v.string(), v.regex(/^\d{1,9}$/)), thresholdSchema),
  }),
  skillSets: v.pipe(
    v.array(v.strictObject({ name, skillIds: v.array(skillIdSchema) })),
    v.maxLength(50),
    v.check((sets) => new Set(sets.map((set) => set.name)).size === sets.length),
  ),
  rosterColumns: v.pipe(v.array(v.picklist(rosterColumns)), v.minLength(1)),
  isRosterByQueue: v.boolean(),
  busyReasons: v.pipe(
    v.array(
      v.strictObject({
        code: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(busyReasonRange.min),
          v.maxValue(busyReasonRange.max),
        ),
        name,
      }),
    ),
    v.maxLength(busyReasonRange.max - busyReasonRange.min + 1),
    v.check((reasons) => new Set(reasons.map((reason) => reason.code)).size === reasons.length),
  ),
  /** How long keys that end or change something are not obeyed after the agent's state has changed by itself. */
  guardMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_000)),
} as const

export type PreferenceKey = keyof typeof preferenceSchemas
export type Preferences = {
  readonly [K in PreferenceKey]: v.InferOutput<(typeof preferenceSchemas)[K]>
}
export type QueueThreshold = Preferences['thresholds']['usual']

export const preferenceKeys = Object.keys(preferenceSchemas) as PreferenceKey[]

/** Some preferences, each by the rules of its own; for the bridge. Unknown keys are refused. */
export const preferenceChangesSchema = v.partial(v.strictObject(preferenceSchemas))
export type PreferenceChanges = v.InferOutput<typeof preferenceChangesSchema>

export const preferenceKeySchema = v.picklist(preferenceKeys)
