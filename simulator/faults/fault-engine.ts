import * as v from 'valibot'
import type { Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { describeIssues } from '../http/tolerance.ts'
import { malformed, ignore, retcode, status } from './answer-faults.ts'
import { delay, halfOpen, hang, hold, reset, slowDrip } from './connection-faults.ts'
import type { ApplyFault, FaultAction, FaultContext } from './fault-action.ts'
import { matchesGlob } from './glob.ts'
import { dropEvents, duplicate, expireGuidFault } from './session-faults.ts'

/** Every fault there is; a new one is one entry here (README, "Faults"). */
export const FAULT_ACTIONS: readonly FaultAction[] = [
  delay,
  hold,
  hang,
  reset,
  halfOpen,
  slowDrip,
  status,
  retcode,
  malformed,
  ignore,
  duplicate,
  expireGuidFault,
  dropEvents,
]

const count = v.pipe(v.number(), v.integer(), v.minValue(1))

const FaultInput = v.strictObject({
  match: v.optional(
    v.strictObject({
      method: v.optional(v.string()),
      path: v.optional(v.string()),
      agent: v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
      nth: v.optional(count),
    }),
    {},
  ),
  action: v.looseObject({ type: v.string() }),
  times: v.optional(count),
})

interface ActiveFault {
  readonly id: number
  readonly match: v.InferOutput<typeof FaultInput>['match']
  readonly action: Readonly<Record<string, unknown>> & { readonly type: string }
  readonly apply: ApplyFault
  /** Requests that matched so far. */
  seen: number
  /** Null strikes until it is removed. */
  timesLeft: number | null
  readonly removal: AbortController
}

/** A fault as `POST /faults` and `GET /faults` show it. */
export interface FaultView {
  readonly id: number
  readonly match: unknown
  readonly action: unknown
  readonly seen: number
  readonly timesLeft: number | null
}

const view = ({ id, match, action, seen, timesLeft }: ActiveFault): FaultView => ({
  id,
  match,
  action,
  seen,
  timesLeft,
})

type FaultTools = Pick<FaultContext, 'clock' | 'simulation'>

/** Keeps the faults that were ordered and applies them to the exchanges they match. */
export class FaultEngine {
  readonly #tools: FaultTools
  #faults: ActiveFault[] = []
  #lastId = 0

  constructor(tools: FaultTools) {
    this.#tools = tools
  }

  /** Orders a fault; an error text when the order makes no sense. */
  add(input: unknown): { readonly fault: FaultView } | { readonly error: string } {
    const parsed = v.safeParse(FaultInput, input)
    if (!parsed.success) return { error: describeIssues(parsed.issues) }
    const { match, action, times } = parsed.output
    const known = FAULT_ACTIONS.find(({ type }) => type === action.type)
    if (known === undefined) {
      const valid = FAULT_ACTIONS.map(({ type }) => type).join(', ')
      return { error: `unknown fault type "${action.type}"; valid types: ${valid}` }
    }
    const read = known.read(action)
    if ('error' in read) return { error: `action ${action.type}: ${read.error}` }
    this.#lastId += 1
    // "The nth request" means that one; without a number a fault stays until it is removed.
    const timesLeft = times ?? (match.nth === undefined ? null : 1)
    const fault: ActiveFault = {
      id: this.#lastId,
      match,
      action,
      apply: read.apply,
      seen: 0,
      timesLeft,
      removal: new AbortController(),
    }
    this.#faults.push(fault)
    return { fault: view(fault) }
  }

  list(): readonly FaultView[] {
    return this.#faults.map(view)
  }

  /** Removes one fault, or all of them, and lets go of what they held. Returns how many. */
  remove(id?: number): number {
    const removed = this.#faults.filter((fault) => id === undefined || fault.id === id)
    this.#faults = this.#faults.filter((fault) => !removed.includes(fault))
    for (const { removal } of removed) removal.abort()
    return removed.length
  }

  /** Answers an exchange, through the first fault that strikes it. */
  async apply(context: Omit<FaultContext, keyof FaultTools | 'removed'>): Promise<Answer | null> {
    const fault = this.#take(context.exchange)
    if (fault === undefined) return context.next()
    context.entry.fault = fault.action.type
    return fault.apply({ ...context, ...this.#tools, removed: fault.removal.signal })
  }

  #take(exchange: Exchange): ActiveFault | undefined {
    for (const fault of this.#faults) {
      if (!matches(fault, exchange)) continue
      fault.seen += 1
      if (fault.seen < (fault.match.nth ?? 1) || fault.timesLeft === 0) continue
      if (fault.timesLeft !== null) fault.timesLeft -= 1
      return fault
    }
    return undefined
  }
}

function matches({ match }: ActiveFault, exchange: Exchange): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== exchange.method) return false
  if (match.agent !== undefined && match.agent !== exchange.agentId) return false
  return match.path === undefined || matchesGlob(match.path, exchange.path)
}
