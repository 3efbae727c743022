/** How often one interface of the gateway was used. */
export interface RequestCount {
  /** The interface's log name, such as `resetSkill`. */
  readonly name: string
  readonly lastHour: number
  readonly failedLastHour: number
  readonly sinceStart: number
}

/** What Deskside asks of the gateway, for the agent and for support. */
export interface Diagnostics {
  readonly startedAt: number
  readonly requests: readonly RequestCount[]
  readonly requestsLastHour: number
  /** Most queue queries in any two seconds of the last hour; the courtesy limit is five. */
  readonly queueQueryPeak: number
  /** Median and slowest of the last answers to commands and queries, milliseconds; null = none yet. */
  readonly answerMedianMs: number | null
  readonly answerSlowestMs: number | null
  /** False when the journal cannot be written to disk; it goes on in memory. */
  readonly isJournalKept: boolean
}
