import type { AgentEvent } from './events.ts'

/**
 * The events one session has not fetched yet, oldest first. An event whose answer could not be written is put
 * back in front, so nothing is lost between world and client.
 */
export class Mailbox {
  readonly #events: AgentEvent[] = []
  readonly #waiting = new Set<() => void>()

  get size(): number {
    return this.#events.length
  }

  push(event: AgentEvent): void {
    this.#events.push(event)
    this.wake()
  }

  /** Takes the oldest event. */
  take(): AgentEvent | undefined {
    return this.#events.shift()
  }

  putBack(event: AgentEvent): void {
    this.#events.unshift(event)
    this.wake()
  }

  clear(): void {
    this.#events.length = 0
  }

  /** Calls every waiting poll once; used for a new event and for the end of the session. */
  wake(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const resume of waiting) resume()
  }

  /** Asks to be called at the next `wake`; the returned function takes the request back. */
  onWake(resume: () => void): () => void {
    this.#waiting.add(resume)
    return () => {
      this.#waiting.delete(resume)
    }
  }
}
