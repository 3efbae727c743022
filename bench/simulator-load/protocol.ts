/** What the processes of the load bench say to each other. Times are milliseconds since 1970 with fractions. */

/** How the simulator is to be started. */
export interface ServeOrder {
  readonly agents: number
  readonly callsPerMinute: number
}

/** The simulator is there. */
export interface Serving {
  readonly gatewayUrl: string
  readonly caPem: string
}

/** What the simulator's process did between `begin` and `report`. */
export interface ServeReport {
  /** When each event was made, by agent, in the order in which the agent must get them. */
  readonly made: Readonly<Record<string, readonly number[]>>
  readonly cpuMs: number
  readonly residentMb: number
  readonly heapMb: number
  /** Longest time and 99th percentile by which a turn of the event loop came late. */
  readonly loopDelayMs: { readonly p99: number; readonly max: number }
  /** Agents whose client is signed in at the end. */
  readonly signedIn: number
  /** Sessions that the two-minute rule has ended. */
  readonly endedBySilence: number
  readonly internalErrors: number
}

/** Which agents a process plays. */
export interface PlayOrder {
  readonly gatewayUrl: string
  readonly caPem: string
  readonly firstAgent: number
  readonly agents: number
  /** Mean time between two state changes of one agent. */
  readonly changeEveryMs: number
  readonly seed: number
}

/** What a process of agents saw. */
export interface PlayReport {
  /** When the answer with each event was there, by agent, in the order of their coming. */
  readonly received: Readonly<Record<string, readonly number[]>>
  readonly pollAnswers: number
  readonly commands: number
  readonly commandMs: readonly number[]
  readonly cpuMs: number
  /** Failures by what was asked and why, such as `poll timed-out`. */
  readonly errors: Readonly<Record<string, number>>
}

/** Orders to either kind of process. */
export type Order =
  | { readonly type: 'serve'; readonly order: ServeOrder }
  | { readonly type: 'play'; readonly order: PlayOrder }
  /** All are signed in: count from here. */
  | { readonly type: 'begin' }
  /** Tell what was seen so far, and go on. */
  | { readonly type: 'report' }
  /** Close everything and end. */
  | { readonly type: 'stop' }

/** Answers of either kind of process. */
export type Reply =
  | { readonly type: 'serving'; readonly serving: Serving }
  | { readonly type: 'signed-in' }
  | { readonly type: 'served'; readonly report: ServeReport }
  | { readonly type: 'played'; readonly report: PlayReport }

/** The same clock in every process of the machine, finer than milliseconds. */
export const preciseNow = (): number => performance.timeOrigin + performance.now()

/** Sends a reply to the process that gave the order. */
export function reply(message: Reply): void {
  process.send?.(message)
}

/** Calls back for each order; the process ends when the one that gives them is gone. */
export function onOrder(handle: (order: Order) => void): void {
  process.on('message', (message) => handle(message as Order))
  process.on('disconnect', () => process.exit())
}
