import { err, type Result } from '../../shared/result.ts'
import type { DemoGateway } from './demo-gateway.ts'
import type { DemoReady } from './demo-messages.ts'

type StartedDemo = Pick<DemoGateway, 'ready' | 'dispose'>

/** Starts the demo at most once, whoever wants it first and however late; one that failed may be tried again. */
export class DemoStarter {
  readonly #start: () => StartedDemo
  #started: StartedDemo | null = null
  #ready: Promise<Result<DemoReady, string>> | null = null
  #isOver = false

  constructor(start: () => StartedDemo) {
    this.#start = start
  }

  ready(): Promise<Result<DemoReady, string>> {
    this.#ready ??= this.#run()
    return this.#ready
  }

  /** Ends the demo, if there is one; none is started any more. */
  async dispose(): Promise<void> {
    this.#isOver = true
    await this.#started?.dispose()
  }

  async #run(): Promise<Result<DemoReady, string>> {
    if (this.#isOver) return err('the program ends')
    this.#started = this.#start()
    const ready = await this.#started.ready()
    if (!ready.ok) this.#ready = null
    return ready
  }
}
