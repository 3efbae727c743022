import * as v from 'valibot'

/*
 * What the demo process and the main process tell each other. Both sides check: a process of our own can still be of
 * another version after an update.
 */

export const demoReadySchema = v.object({
  type: v.literal('ready'),
  gatewayUrl: v.string(),
  /** Null without a control interface. */
  controlUrl: v.nullable(v.string()),
  caPath: v.string(),
  agent: v.object({ id: v.string(), password: v.string(), phone: v.string() }),
})
const demoFailedSchema = v.object({ type: v.literal('failed'), reason: v.string() })
export const demoMessageSchema = v.variant('type', [demoReadySchema, demoFailedSchema])
export type DemoMessage = v.InferOutput<typeof demoMessageSchema>
export type DemoReady = v.InferOutput<typeof demoReadySchema>

/** Second argument of the demo's process, after the folder for certificates. */
export type DemoControl = 'with-control' | 'without-control'

export const demoStopSchema = v.object({ type: v.literal('stop') })
export type DemoStop = v.InferOutput<typeof demoStopSchema>
