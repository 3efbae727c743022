import * as v from 'valibot'
import type { Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import type { LoggedRequest } from '../http/request-log.ts'
import { describeIssues } from '../http/tolerance.ts'
import type { Clock } from '../world/clock.ts'
import type { Simulation } from '../world/simulation.ts'
import type { Wire } from './wire.ts'

/** What a fault may touch. */
export interface FaultContext {
  readonly exchange: Exchange
  readonly wire: Wire
  readonly entry: LoggedRequest
  /** Does what was asked for and gives the honest answer. Not calling it means: nothing was done. */
  readonly next: () => Promise<Answer>
  readonly clock: Clock
  readonly simulation: Simulation
  /** Aborted when the fault is removed. */
  readonly removed: AbortSignal
}

/** Bends one exchange. Null: the fault has dealt with the connection itself. */
export type ApplyFault = (context: FaultContext) => Promise<Answer | null>

/** One row of the table of faults. */
export interface FaultAction {
  readonly type: string
  /** Reads the options of the action; an error text when they are wrong. */
  readonly read: (input: unknown) => { readonly apply: ApplyFault } | { readonly error: string }
}

/** Declares a fault: its type, the schema of its options, and what it does with them. */
export function defineFault<S extends v.GenericSchema<unknown, unknown>>(
  type: string,
  options: S,
  apply: (options: v.InferOutput<S>, context: FaultContext) => Promise<Answer | null>,
): FaultAction {
  return {
    type,
    read: (input) => {
      const parsed = v.safeParse(options, input)
      if (!parsed.success) return { error: describeIssues(parsed.issues) }
      return { apply: (context) => apply(parsed.output, context) }
    },
  }
}

/** Milliseconds a fault may take; an hour is longer than any client waits. */
export const durationMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000))

/** Whether the fault strikes `before` the request took effect (nothing is done) or `after` it. */
export const moment = v.optional(v.picklist(['before', 'after']), 'before')

/** Waits on the simulator's clock; ends early when the client has gone. */
export function pause({ clock, exchange }: FaultContext, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      cancel()
      exchange.clientGone.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = clock.setTimeout(finish, ms)
    exchange.clientGone.addEventListener('abort', finish)
  })
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Resolves when the client has given up: an exchange that is never answered is over only then. */
export function untilGone({ exchange: { clientGone } }: FaultContext): Promise<void> {
  return aborted(clientGone)
}

/** Resolves when the fault is removed, or the client has given up. */
export function untilRemoved({ exchange: { clientGone }, removed }: FaultContext): Promise<void> {
  return Promise.race([aborted(removed), aborted(clientGone)])
}

/** Lets the request take effect when the fault is to strike after it; its answer is lost. */
export async function strike(context: FaultContext, when: 'before' | 'after'): Promise<void> {
  if (when === 'before') return
  const answer = await context.next()
  context.simulation.run(() => answer.onLost?.())
}
