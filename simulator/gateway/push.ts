import type { Clock } from '../world/clock.ts'
import type { AgentEvent } from '../world/events.ts'
import type { Session } from '../world/session.ts'

/** Sends one push; the only way out of the gateway. */
export interface PushPort {
  /** Resolves to true when the receiver has acknowledged with retcode "0"; never rejects. */
  readonly post: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<boolean>
}

/** Pause before events that were not acknowledged are sent again. */
const RETRY_MS = 1000

/** A session that has ended is told its last events for so many tries. */
const LAST_TRIES = 3

/**
 * Delivers the events of push sessions: all that wait in one request, oldest first, again and again until they
 * are acknowledged. The session lives by its heartbeats meanwhile (protocol 4.4).
 */
export class PushDelivery {
  readonly #port: PushPort
  readonly #clock: Clock

  #isDisposed = false

  constructor(port: PushPort, clock: Clock) {
    this.#port = port
    this.#clock = clock
  }

  /**
   * Delivers until the session has ended and everything was told or given up.
   *
   * @param isHeld while true nothing is sent: the gateway is being switched over
   */
  async deliver(session: Session, isHeld: () => boolean): Promise<void> {
    let failures = 0
    for (;;) {
      if (session.mailbox.size === 0) {
        if (session.isEnded || this.#isDisposed) return
        await new Promise<void>((resolve) => session.mailbox.onWake(resolve))
        continue
      }
      if (!isHeld() && (await this.#send(session))) {
        failures = 0
        continue
      }
      failures += 1
      if (this.#isDisposed || (session.isEnded && failures >= LAST_TRIES)) return
      await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, RETRY_MS))
    }
  }

  /** No further tries; the one under way ends by itself. */
  dispose(): void {
    this.#isDisposed = true
  }

  async #send(session: Session): Promise<boolean> {
    const { push, mailbox, guid, agentId } = session
    if (push === null) return true
    const eventList: AgentEvent[] = []
    for (let event = mailbox.take(); event !== undefined; event = mailbox.take()) eventList.push(event)
    const headers = {
      'Content-Type': 'application/json; charset=UTF-8',
      Guid: guid,
      service_token: push.token,
    }
    const isTaken = await this.#port.post(push.url, headers, JSON.stringify({ workNo: agentId, eventList }))
    // What was not acknowledged goes back in front of what has come meanwhile.
    if (!isTaken) for (const event of eventList.reverse()) mailbox.putBack(event)
    return isTaken
  }
}
