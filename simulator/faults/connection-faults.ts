import * as v from 'valibot'
import { defineFault, durationMs, moment, pause, strike, untilGone } from './fault-action.ts'

/** Answers later. */
export const delay = defineFault('delay', v.object({ ms: durationMs }), async ({ ms }, context) => {
  await pause(context, ms)
  return context.next()
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
