import type { Result } from '../../shared/result.ts'
import type { DemoGateway } from './demo-gateway.ts'
import type { DemoReady } from './demo-messages.ts'

/** Starts the demo at most once, whoever wants it first; one that failed may be tried again. */
export class DemoStarter {
  readonly #start: () => Pick<DemoGateway, 'ready'>
  #ready: Promise<Result<DemoReady, string>> | null = null

  constructor(start: () => Pick<DemoGateway, 'ready'>) {
    this.#start = start
  }

  ready(): Promise<Result<DemoReady, string>> {
    this.#ready ??= this.#run()
    return this.#ready
  }

  async #run(): Promise<Result<DemoReady, string>> {
    const ready = await this.#start().ready()
    if (!ready.ok) this.#ready = null
    return ready
  }
}
