import type { Random } from '../world/random.ts'
import type { Range } from '../world/world.ts'

/**
 * `up`: requests and answers arrive. `down`: nobody listens; connections are refused, open ones are cut. `black-hole`:
 * nothing arrives and nobody is told, as when a cable is pulled.
 */
export type NetworkState = 'up' | 'down' | 'black-hole'

/** The way between one client and the gateway: whether anything arrives, and how long it takes. */
export class Network {
  #state: NetworkState = 'up'
  readonly #random: Random
  readonly #listeners = new Set<(state: NetworkState) => void>()
  #latencyMs: Range

  constructor(random: Random, latencyMs: Range) {
    this.#random = random
    this.#latencyMs = latencyMs
  }

  get state(): NetworkState {
    return this.#state
  }

  /** Changes what happens from now on; what is under way is cut by `down` and lost in a `black-hole`. */
  set(state: NetworkState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }

  /** Milliseconds one way; each way of each request draws its own, so that an answer can be overtaken. */
  setLatency(latencyMs: Range): void {
    this.#latencyMs = latencyMs
  }

  drawLatency(): number {
    const [minMs, maxMs] = this.#latencyMs
    return maxMs === 0 ? 0 : this.#random.between(minMs, maxMs)
  }

  subscribe(listener: (state: NetworkState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
