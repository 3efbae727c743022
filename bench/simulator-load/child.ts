import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order, Reply } from './protocol.ts'

/** A thousand connections are closed well within it. */
const patienceMs = 10_000

/** A process of the bench, as the one that gives the orders sees it. */
export class Child {
  readonly #process: ChildProcess

  /** @param file beside this one */
  constructor(file: 'serve.ts' | 'play.ts') {
    this.#process = fork(fileURLToPath(new URL(`./${file}`, import.meta.url)), {
      // Event times go from process to process by the hundred thousand.
      serialization: 'advanced',
    })
  }

  order(order: Order): void {
    this.#process.send(order)
  }

  /** The next reply, which must be of this type; fails when the process ends instead. */
  async reply<T extends Reply['type']>(type: T): Promise<Extract<Reply, { readonly type: T }>> {
    const settled = new AbortController()
    const { signal } = settled
    try {
      const [message] = (await Promise.race([
        once(this.#process, 'message', { signal }),
        once(this.#process, 'exit', { signal }).then(([code]) => {
          throw new Error(`A process of the bench has ended with ${String(code)}`)
        }),
      ])) as [Reply]
      if (message.type !== type) throw new Error(`${message.type} came instead of ${type}`)
      return message as Extract<Reply, { readonly type: T }>
    } finally {
      settled.abort()
    }
  }

  /** Has the process close what it has and end; one that does not is ended. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = once(this.#process, 'exit')
    if (this.#process.connected) this.order({ type: 'stop' })
    const patience = setTimeout(() => this.#process.kill(), patienceMs)
    await gone
    clearTimeout(patience)
  }
}
