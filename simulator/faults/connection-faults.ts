import * as v from 'valibot'
import { defineFault, durationMs, moment, pause, strike, untilGone, untilRemoved } from './fault-action.ts'

/** Answers later. */
export const delay = defineFault('delay', v.object({ ms: durationMs }), async ({ ms }, context) => {
  await pause(context, ms)
  return context.next()
})

/**
 * Keeps the request, or with `after` its answer, until the fault is removed: what happens meanwhile is up to whoever holds
 * it, on a slow machine as on a fast one. A client that gave up gets nothing, and a request that was kept is never carried out.
 */
export const hold = defineFault('hold', v.object({ when: moment }), async ({ when }, context) => {
  const early = when === 'after' ? await context.next() : null
  await untilRemoved(context)
  if (!context.exchange.clientGone.aborted) return early ?? context.next()
  if (early !== null) context.simulation.run(() => early.onLost?.())
  return null
})

/** Cuts the connection without an answer (TCP reset where the system can). */
export const reset = defineFault('reset', v.object({ when: moment }), async ({ when }, context) => {
  await strike(context, when)
  context.wire.cut()
  return null
})

/** Never answers; the connection stays open until the client gives up. */
export const hang = defineFault('hang', v.object({ when: moment }), async ({ when }, context) => {
  await strike(context, when)
  await untilGone(context)
  return null
})

/** Sends the headers and half of the body, then nothing more. */
export const halfOpen = defineFault('half-open', v.object({}), async (_options, context) => {
  const answer = await context.next()
  context.entry.status = answer.status
  context.entry.retcode = answer.retcode
  const body = Buffer.from(answer.body)
  context.wire.begin(answer)
  context.wire.write(body.subarray(0, Math.ceil(body.length / 2)))
  context.simulation.run(() => answer.onLost?.())
  await untilGone(context)
  return null
})

const SlowDrip = v.object({
  ms: v.optional(durationMs, 200),
  bytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 8),
})

/** Sends the body in small pieces with pauses. */
export const slowDrip = defineFault('slow-drip', SlowDrip, async ({ ms, bytes }, context) => {
  const answer = await context.next()
  const { wire, exchange } = context
  context.entry.status = answer.status
  context.entry.retcode = answer.retcode
  const body = Buffer.from(answer.body)
  wire.begin(answer)
  for (let sent = 0; sent < body.length && !exchange.clientGone.aborted; sent += bytes) {
    wire.write(body.subarray(sent, sent + bytes))
    await pause(context, ms)
  }
  if (exchange.clientGone.aborted) context.simulation.run(() => answer.onLost?.())
  else wire.end()
  return null
})
