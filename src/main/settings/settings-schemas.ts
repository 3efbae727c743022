import * as v from 'valibot'
import { agentIdRange, phoneMaxLength } from '../../shared/domain/agent.ts'
import { addressSchema, caFileSchema, skillChoiceSchema } from '../../shared/ipc/inputs.ts'

/*
 * One schema per version of the settings file. `v.object` drops keys it does not know. A published version is never
 * changed: a change is a new version and one more step in `migrations.ts`.
 */

/** An address that passes the same rules as one typed in the window, or empty: a file can be edited by anyone. */
const addressOrEmpty = v.union([v.literal(''), addressSchema])
const agentIdOrEmpty = v.pipe(
  v.string(),
  v.regex(/^\d*$/),
  v.check((text) => text === '' || (Number(text) >= agentIdRange.min && Number(text) <= agentIdRange.max)),
)
const phoneOrEmpty = v.pipe(v.string(), v.maxLength(phoneMaxLength), v.regex(/^[\d*#+]*$/))

const wishesSchema = v.object({ autoIdle: v.boolean(), isLinked: v.boolean(), skills: skillChoiceSchema })

export const settingsV1Schema = v.object({
  version: v.literal(1),
  gatewayAddress: addressOrEmpty,
  caFile: caFileSchema,
  agentId: agentIdOrEmpty,
  phone: phoneOrEmpty,
  isAlwaysOffHook: v.boolean(),
  wishes: wishesSchema,
})
export type SettingsV1 = v.InferOutput<typeof settingsV1Schema>

export const settingsV2Schema = v.object({
  version: v.literal(2),
  gatewayAddress: addressOrEmpty,
  managementAddress: addressOrEmpty,
  caFile: caFileSchema,
  agentId: agentIdOrEmpty,
  phone: phoneOrEmpty,
  isAlwaysOffHook: v.boolean(),
  wishes: wishesSchema,
})
export type SettingsV2 = v.InferOutput<typeof settingsV2Schema>

/** Preferences are read one by one by rules of their own: a bad one must not cost the agent his gateway. */
export const settingsV3Schema = v.object({
  ...settingsV2Schema.entries,
  version: v.literal(3),
  preferences: v.record(v.string(), v.unknown()),
})
export type SettingsV3 = v.InferOutput<typeof settingsV3Schema>

const whole = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000))
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
const placeEntries = { x: whole, y: whole, width: length, height: length }

/**
 * Where the window was, by the set of screens it was on (`screenSetKey`), the latest last. Bad ones cost only themselves: a
 * window that opens in the middle is no reason to ask anybody anything.
 */
const windowPlacesSchema = v.fallback(
  v.pipe(
    v.record(
      v.string(),
      v.object({
        full: v.nullable(v.object({ ...placeEntries, isMaximized: v.boolean() })),
        mini: v.nullable(v.object(placeEntries)),
      }),
    ),
    v.check((places) => Object.keys(places).length <= 100),
  ),
  {},
)

export const settingsV4Schema = v.object({
  ...settingsV3Schema.entries,
  version: v.literal(4),
  windowPlaces: windowPlacesSchema,
})
export type SettingsV4 = v.InferOutput<typeof settingsV4Schema>

export const currentVersion = 4
