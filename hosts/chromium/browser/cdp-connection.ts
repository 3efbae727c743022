import type { Readable, Writable } from 'node:stream'
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events
/** Every DevTools command the typed protocol knows. */
export type CdpMethod = keyof Commands
/** Every DevTools event the typed protocol knows. */
export type CdpEvent = keyof Events
type Params<M extends CdpMethod> = Commands[M]['paramsType']
type Result<M extends CdpMethod> = Commands[M]['returnType']
type Payload<E extends CdpEvent> = Events[E] extends [infer P] ? P : undefined
type Listener = (payload: never) => void

interface Pending {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
  readonly method: string
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
  readonly sessionId?: string
}

/** A DevTools command was refused by the browser, or its target went away before the answer. */
export class CdpError extends Error {
  override readonly name = 'CdpError'
}

/** One DevTools session: the browser itself, or one target attached with `flatten`. */
export class CdpSession {
  readonly #connection: CdpConnection
  readonly #listeners = new Map<string, Listener[]>()
  /** `undefined` for the browser's own session. */
  readonly id: string | undefined

  constructor(connection: CdpConnection, id: string | undefined) {
    this.#connection = connection
    this.id = id
  }

  /** Sends a command; rejects with {@link CdpError} when it is refused or the session ends first. */
  send<M extends CdpMethod>(method: M, ...params: Params<M>): Promise<Result<M>> {
    return this.#connection.send(this.id, method, params[0])
  }

  /** Listens until {@link detach}; listeners run in the order the browser sent the events. */
  on<E extends CdpEvent>(event: E, listener: (payload: Payload<E>) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  /** For the connection only: hands an event to its listeners. */
  dispatch(event: string, payload: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never)
  }

  /** Forgets every listener: events of a gone target must not reach its successor. */
  detach(): void {
    this.#listeners.clear()
  }
}

/**
 * DevTools protocol over `--remote-debugging-pipe`: JSON messages, each ended by a NUL byte. The pipe, not a port, so
 * that no other program can drive the browser and the browser ends when this process does.
 */
export class CdpConnection {
  readonly #output: Writable
  readonly #pending = new Map<number, Pending & { readonly sessionId: string | undefined }>()
  readonly #sessions = new Map<string, CdpSession>()
  #chunks: Buffer[] = []
  #lastId = 0
  #closed = false
  /** Commands to the browser as a whole (`Target.*`, `Browser.*`). */
  readonly browser: CdpSession
  /** Called once when the pipe ends, for whatever reason. */
  onClose: () => void = () => undefined

  constructor(input: Readable, output: Writable) {
    this.#output = output
    this.browser = new CdpSession(this, undefined)
    input.on('data', (chunk: Buffer) => this.#receive(chunk))
    for (const stream of [input, output]) {
      stream.on('error', () => this.#end())
      stream.on('close', () => this.#end())
    }
  }

  /** The session of an attached target; the same object for the same id. */
  session(id: string): CdpSession {
    const known = this.#sessions.get(id)
    if (known !== undefined) return known
    const session = new CdpSession(this, id)
    this.#sessions.set(id, session)
    return session
  }

  /** Rejects what still waits for a session that is gone. */
  forget(sessionId: string): void {
    this.#sessions.get(sessionId)?.detach()
    this.#sessions.delete(sessionId)
    for (const [id, waiting] of this.#pending) {
      if (waiting.sessionId !== sessionId) continue
      this.#pending.delete(id)
      waiting.reject(new CdpError(`${waiting.method}: the target is gone`))
    }
  }

  send<M extends CdpMethod>(sessionId: string | undefined, method: M, params: unknown): Promise<Result<M>> {
    if (this.#closed) return Promise.reject(new CdpError(`${method}: the browser is gone`))
    const id = ++this.#lastId
    return new Promise<Result<M>>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method, sessionId })
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #receive(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#chunks.push(chunk.subarray(start, end))
      const text = Buffer.concat(this.#chunks).toString('utf8')
      this.#chunks = []
      start = end + 1
      this.#handle(JSON.parse(text) as Message)
    }
    if (start < chunk.length) this.#chunks.push(chunk.subarray(start))
  }

  #handle(message: Message): void {
    if (message.id === undefined) {
      if (message.method === undefined) return
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId)
      session.dispatch(message.method, message.params)
      return
    }
    const waiting = this.#pending.get(message.id)
    if (waiting === undefined) return
    this.#pending.delete(message.id)
    if (message.error === undefined) waiting.resolve(message.result as never)
    else waiting.reject(new CdpError(`${waiting.method}: ${message.error.message}`))
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    for (const waiting of this.#pending.values()) {
      waiting.reject(new CdpError(`${waiting.method}: the browser is gone`))
    }
    this.#pending.clear()
    this.onClose()
  }
}
