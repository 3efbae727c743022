import { setImmediate as nextTurn } from 'node:timers/promises'
import { Agent } from 'undici'
import { err, type Result } from '../../shared/result.ts'
import { Exchange } from './exchange.ts'
import { keepAliveMaxMs, keepAliveMs, maxBodyBytes } from './timeouts.ts'
import { describeFailure } from './transport-failure.ts'
import type { Lane, Transport, TransportAnswer, TransportError, TransportRequest } from './transport.ts'
import { createTrust } from './trust.ts'

export interface UndiciTransportOptions {
  /** `https://host:port`. */
  readonly origin: string
  /** Certificates trusted in addition to the system's; null = the system's alone. */
  readonly caPem: string | null
  readonly connectMs: number
  readonly maxBodyBytes?: number
}

/** Commands go one after another, queries beside them; four connections let a slow roster not hold up a click. */
const connectionsPerLane: Readonly<Record<Lane, number>> = { command: 4, poll: 1 }

/**
 * Gives exchanges up, but first lets answers be read that have arrived already: after sleep, timers and power events run
 * before the sockets are looked at, and the event in an answer is told only once. What has not left is given up at once.
 */
async function giveUpUnread(
  exchanges: readonly Exchange[],
  sentError: TransportError,
  unsentError: TransportError,
): Promise<void> {
  const sent = exchanges.filter(({ wasSent }) => wasSent)
  for (const exchange of exchanges) if (!exchange.wasSent) exchange.giveUp(unsentError)
  if (sent.length === 0) return
  // The first turn may begin behind the reading of sockets; by the second one each has been read.
  await nextTurn()
  await nextTurn()
  for (const exchange of sent) exchange.giveUp(sentError)
}

/**
 * `Transport` on undici: HTTP/1.1 with keep-alive and one pool per lane. The certificate is always checked; there is no
 * option to switch that off.
 */
export class UndiciTransport implements Transport {
  readonly #options: UndiciTransportOptions
  readonly #underWay = new Set<Exchange>()
  #agents: Readonly<Record<Lane, Agent>> | null = null
  #isDisposed = false

  constructor(options: UndiciTransportOptions) {
    this.#options = options
  }

  async send(request: TransportRequest): Promise<Result<TransportAnswer, TransportError>> {
    const { signal } = request
    if (this.#isDisposed || signal?.aborted === true) return err({ kind: 'aborted', wasSent: false })

    const exchange = new Exchange(this.#options.maxBodyBytes ?? maxBodyBytes)
    const abort = (): void => {
      const { wasSent } = exchange
      void giveUpUnread([exchange], { kind: 'aborted', wasSent }, { kind: 'aborted', wasSent })
    }
    // One deadline over connect, headers and body: undici's own limits start anew with each byte of a slow drip.
    const deadline = setTimeout(
      () =>
        void giveUpUnread(
          [exchange],
          { kind: 'timed-out' },
          { kind: 'unreachable', detail: 'CONNECT_TIMED_OUT' },
        ),
      request.timeoutMs,
    )
    signal?.addEventListener('abort', abort, { once: true })
    this.#underWay.add(exchange)
    try {
      // undici frees the connection of a finished request one turn later; a request that follows at once, as in a
      // sign-in, would open another one.
      await nextTurn()
      this.#dispatch(request, exchange)
      return await exchange.outcome
    } finally {
      clearTimeout(deadline)
      signal?.removeEventListener('abort', abort)
      this.#underWay.delete(exchange)
    }
  }

  async dropConnections(): Promise<void> {
    const agents = this.#agents
    this.#agents = null
    await giveUpUnread(
      [...this.#underWay],
      { kind: 'cut' },
      { kind: 'unreachable', detail: 'CONNECTIONS_DROPPED' },
    )
    if (agents !== null) await Promise.all([agents.command.destroy(), agents.poll.destroy()])
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true
    for (const exchange of this.#underWay) {
      exchange.giveUp({ kind: 'aborted', wasSent: exchange.wasSent })
    }
    await this.dropConnections()
  }

  #dispatch(request: TransportRequest, exchange: Exchange): void {
    if (exchange.isGivenUp) return
    try {
      this.#agents ??= this.#createAgents()
      this.#agents[request.lane].dispatch(
        {
          origin: this.#options.origin,
          path: request.path,
          method: request.method,
          headers: { ...request.headers },
          body: request.body,
          // The deadline in `send` is the only one.
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        exchange,
      )
    } catch (error) {
      // undici throws for what it refuses to send, such as a header with a line break in it.
      exchange.giveUp(describeFailure(error, false))
    }
  }

  #createAgents(): Readonly<Record<Lane, Agent>> {
    const { origin, caPem, connectMs } = this.#options
    const trust = origin.startsWith('https:') ? createTrust(caPem) : {}
    const create = (lane: Lane): Agent =>
      new Agent({
        connections: connectionsPerLane[lane],
        pipelining: 1,
        // Gateways and their balancers speak HTTP/1.1; HTTP/2 would put polls and commands on one connection.
        allowH2: false,
        keepAliveTimeout: keepAliveMs,
        keepAliveMaxTimeout: keepAliveMaxMs,
        connect: { ...trust, timeout: connectMs },
      })
    return { command: create('command'), poll: create('poll') }
  }
}
