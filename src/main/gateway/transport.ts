import type { Result } from '../../shared/result.ts'

/** Polls hang for seconds; they have connections of their own so that a command never queues behind one. */
export type Lane = 'command' | 'poll'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface TransportRequest {
  readonly method: HttpMethod
  /** Path with query, already percent-encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Null sends no body. */
  readonly body: string | null
  readonly lane: Lane
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

export interface TransportAnswer {
  readonly status: number
  /** Header names in lower case, each with all its values in the order they came. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/**
 * Why there is no whole answer. The line that matters is whether the request may have reached the server:
 * `unreachable`, `untrusted-certificate`: it did not. `timed-out`, `cut`, `too-large`: it may have.
 * `aborted`: the caller's signal, or the transport was disposed of; `wasSent` tells the same for it. `detail` is a code, never an address or a header.
 */
export type TransportError =
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'untrusted-certificate'; readonly detail: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted'; readonly wasSent: boolean }

/** Sends one request to one origin and brings one answer, once. Never throws, never repeats, never follows a redirect. */
export interface Transport {
  send(request: TransportRequest): Promise<Result<TransportAnswer, TransportError>>
  /** Closes all connections at once; requests under way fail. The next request opens new ones. */
  dropConnections(): Promise<void>
  /** Closes all connections for good; requests under way and later ones answer `aborted`. */
  dispose(): Promise<void>
}
