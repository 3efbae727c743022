import { err, type Result } from '../../shared/result.ts'
import type { DemoGateway } from './demo-gateway.ts'
import type { DemoReady } from './demo-messages.ts'

type StartedDemo = Pick<DemoGateway, 'ready' | 'ended' | 'dispose'>

/**
 * Starts the demo at most once, whoever wants it first and however late; one that failed, or ended by itself, is started anew
 * when it is wanted again.
 */
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
    const started = this.#start()
    this.#started = started
    const forget = (): void => {
      this.#ready = null
    }
    const ready = await started.ready()
    if (ready.ok) void started.ended.then(forget)
    else forget()
    return ready
  }
}
