import { err, ok, type Result } from '../../../shared/result.ts'
import type { Transport, TransportAnswer, TransportError, TransportRequest } from '../transport.ts'

export type Script = (
  request: TransportRequest,
) => Result<TransportAnswer, TransportError> | Promise<Result<TransportAnswer, TransportError>>

/** A step of a script: a fixed outcome or a function that makes one. */
export type ScriptEntry = Script | Result<TransportAnswer, TransportError>

/** An HTTP answer as a server would give it; objects become JSON. */
export function answer(
  body: unknown,
  options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Result<TransportAnswer, TransportError> {
  return ok({
    status: options.status ?? 200,
    headers: new Map(
      Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), [value]]),
    ),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A transport that records what is sent and answers what the spec says, one script entry after another, the last for ever. */
export class ScriptedTransport implements Transport {
  readonly requests: TransportRequest[] = []
  drops = 0
  isDisposed = false
  readonly #scripts: readonly Script[]

  constructor(...scripts: readonly ScriptEntry[]) {
    this.#scripts = scripts.map((script) => (typeof script === 'function' ? script : () => script))
  }

  async send(request: TransportRequest): Promise<Result<TransportAnswer, TransportError>> {
    const script = this.#scripts[Math.min(this.requests.length, this.#scripts.length - 1)]
    this.requests.push(request)
    return script === undefined ? err({ kind: 'unreachable', detail: 'NO_SCRIPT' }) : script(request)
  }

  async dropConnections(): Promise<void> {
    this.drops += 1
  }

  async dispose(): Promise<void> {
    this.isDisposed = true
  }
}
