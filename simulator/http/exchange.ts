import type { FaultEngine } from '../faults/fault-engine.ts'
import type { Wire } from '../faults/wire.ts'
import type { Simulation } from '../world/simulation.ts'
import { failed, type Answer } from './answer.ts'
import type { LoggedRequest } from './request-log.ts'

/** One request on its way through the server, after the tolerances of `server.ts`. */
export interface Exchange {
  readonly method: string
  /** Without query, double slashes and trailing slash. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bodyText: string
  /** The agent in the path, if the path names one. */
  readonly agentId: string | null
  /** Fires when the client has gone away before the answer. */
  readonly clientGone: AbortSignal
}

/** What answers an exchange. */
export interface Responder {
  readonly answer: (exchange: Exchange) => Promise<Answer> | Answer
  /**
   * Called at arrival, before any fault. Answers at once, or returns what to call when the exchange is over:
   * this is how a sign-in that takes long is known to be under way.
   */
  readonly begin?: (exchange: Exchange) => Answer | (() => void)
}

export interface ExchangeDependencies {
  readonly simulation: Simulation
  readonly faults: FaultEngine
  readonly onInternalError: (error: unknown) => void
}

/** Runs one exchange from arrival to the last byte: fault, answer, log, and what an unwritten answer carried. */
export async function runExchange(
  dependencies: ExchangeDependencies,
  responder: Responder,
  arrived: { readonly exchange: Exchange; readonly wire: Wire; readonly entry: LoggedRequest },
): Promise<void> {
  const { exchange, wire, entry } = arrived
  const record = ({ status, retcode }: Answer): void => {
    entry.status = status
    entry.retcode = retcode
  }
  const begun = responder.begin?.(exchange)
  if (begun !== undefined && typeof begun !== 'function') {
    record(begun)
    await wire.send(begun)
    return
  }
  try {
    const next = async (): Promise<Answer> => responder.answer(exchange)
    const answer = await dependencies.faults.apply({ exchange, wire, entry, next })
    if (answer === null) return
    record(answer)
    const isWritten = await wire.send(answer)
    if (!isWritten) dependencies.simulation.run(() => answer.onLost?.())
  } catch (error) {
    dependencies.onInternalError(error)
    const answer = failed(500, 'The simulator failed: see its output', '000-000')
    record(answer)
    await wire.send(answer)
  } finally {
    begun?.()
  }
}
