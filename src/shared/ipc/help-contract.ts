import * as v from 'valibot'
import type { AboutView } from '../domain/about.ts'
import {
  checkFactNames,
  checkOutcomes,
  checkProblems,
  checkSkips,
  checkStatuses,
  checkStepIds,
  type ConnectionReport,
} from '../domain/connection-check.ts'
import { gatewaySources, type GatewayView } from '../domain/gateway-view.ts'
import { gatewayChoices } from '../preferences/preference-schemas.ts'
import { addressSchema, agentIdSchema, caFileSchema, passwordSchema, phoneSchema } from './inputs.ts'

/*
 * Commands of first run, connection check, settings, About and the journal view: a part of the contract in a file of its own.
 */

const none = v.strictObject({})
const nothing = v.null()
const nullableNumber = v.nullable(v.number())
const nullableText = v.nullable(v.string())

/** As typed: the first step of the check says what is wrong with it. */
const typedAddressSchema = v.pipe(v.string('malformed'), v.maxLength(2048, 'too-long'))

const reportSchema = v.strictObject({
  id: v.number(),
  startedAt: v.number(),
  outcome: v.picklist(checkOutcomes),
  steps: v.array(
    v.strictObject({
      id: v.picklist(checkStepIds),
      status: v.picklist(checkStatuses),
      tookMs: nullableNumber,
      problem: v.nullable(v.picklist(checkProblems)),
      error: v.nullable(v.looseObject({ code: v.string() })),
      skipped: v.nullable(v.picklist(checkSkips)),
      facts: v.array(
        v.strictObject({ name: v.picklist(checkFactNames), value: v.union([v.string(), v.number()]) }),
      ),
    }),
  ),
})

const gatewayViewSchema = v.strictObject({
  address: v.string(),
  caFile: v.string(),
  source: v.picklist(gatewaySources),
  choice: v.picklist(gatewayChoices),
})

export const helpContract = {
  'connection:check': {
    input: v.strictObject({
      gatewayAddress: typedAddressSchema,
      caFile: caFileSchema,
      /** For the steps behind the gateway; null leaves them out. Used once and forgotten. */
      credentials: v.nullable(
        v.strictObject({
          agentId: agentIdSchema,
          password: passwordSchema,
          phone: phoneSchema,
          isAlwaysOffHook: v.boolean('malformed'),
        }),
      ),
    }),
    output: reportSchema,
  },
  'connection:cancel': { input: none, output: nothing },
  /** Puts the newest report on the clipboard, as text for support. */
  'connection:copy': { input: none, output: nothing },
  'gateway:get-view': { input: none, output: gatewayViewSchema },
  'gateway:choose': {
    input: v.variant('choice', [
      v.strictObject({ choice: v.literal('demo') }),
      v.strictObject({ choice: v.literal('own'), gatewayAddress: addressSchema, caFile: caFileSchema }),
    ]),
    output: gatewayViewSchema,
  },
  'program:read-about': {
    input: none,
    output: v.strictObject({
      version: v.string(),
      host: v.picklist(['electron', 'chromium']),
      electron: nullableText,
      chromium: nullableText,
      node: v.string(),
      system: v.string(),
      userData: v.string(),
    }),
  },
  /** Puts version, system and figures on the clipboard, without any name or number of a person. */
  'program:copy-diagnostics': { input: none, output: nothing },
  /** Opens the folder of the program's data in the system's file manager. */
  'program:open-user-data': { input: none, output: nothing },
  /** Puts these entries on the clipboard, masked and in the given order; those that are gone are left out. */
  'journal:copy': {
    input: v.strictObject({
      ids: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(2000, 'too-long')),
    }),
    output: v.number(),
  },
} as const

/** Results of these commands, written out as in `CommandOutputs`. */
export interface HelpOutputs {
  'connection:check': ConnectionReport
  'connection:cancel': null
  'connection:copy': null
  'gateway:get-view': GatewayView
  'gateway:choose': GatewayView
  'program:read-about': AboutView
  'program:copy-diagnostics': null
  'program:open-user-data': null
  'journal:copy': number
}
