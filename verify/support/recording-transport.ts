import type { Transport, TransportAnswer, TransportRequest } from '../../src/main/gateway/transport.ts'
import type { Clock } from '../../src/main/time/clock.ts'

/** One request as the client sent it, and what it learned of it. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  readonly body: string | null
  readonly lane: TransportRequest['lane']
  readonly sentAtMs: number
  /** When the client knew the outcome; null while it waits. */
  endedAtMs: number | null
  /** `answered`, or why there was no answer. */
  outcome: string | null
  /** The code in the answer to a command; null without one, and for queries and polls, which nobody asks for it. */
  retcode: string | null
}

/** The code of a whole answer, as a client has to read it: a text or a number. */
function readRetcode({ status, body }: TransportAnswer): string | null {
  if (status !== 200) return null
  try {
    const { retcode } = JSON.parse(body) as { readonly retcode?: unknown }
    return typeof retcode === 'string' || typeof retcode === 'number' ? String(retcode) : null
  } catch {
    return null
  }
}

/** Passes everything on and takes down what was sent, when, and what came of it. */
export class RecordingTransport implements Transport {
  readonly #inner: Transport
  readonly #clock: Pick<Clock, 'now'>
  readonly #sent: SentRequest[]

  constructor(inner: Transport, clock: Pick<Clock, 'now'>, sent: SentRequest[]) {
    this.#inner = inner
    this.#clock = clock
    this.#sent = sent
  }

  async send(request: TransportRequest): ReturnType<Transport['send']> {
    const { method, path, body, lane } = request
    const note: SentRequest = {
      method,
      path,
      body,
      lane,
      sentAtMs: this.#clock.now(),
      endedAtMs: null,
      outcome: null,
      retcode: null,
    }
    this.#sent.push(note)
    const answer = await this.#inner.send(request)
    note.endedAtMs = this.#clock.now()
    note.outcome = answer.ok ? 'answered' : answer.error.kind
    if (answer.ok && method !== 'GET') note.retcode = readRetcode(answer.value)
    return answer
  }

  dropConnections(): Promise<void> {
    return this.#inner.dropConnections()
  }

  dispose(): Promise<void> {
    return this.#inner.dispose()
  }
}
