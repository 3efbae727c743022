import { startScript, stopProgram, type StartedProgram } from './child-process.ts'
import { World } from './world.ts'

/** A simulator of its own for one test. */
export class Gateway extends World {
  readonly url: string
  readonly caPath: string
  readonly #program: StartedProgram

  private constructor(program: StartedProgram, ready: { gateway: string; control: string; ca: string }) {
    super(ready.control)
    this.#program = program
    this.url = ready.gateway
    this.caPath = ready.ca
  }

  static async start(...options: readonly string[]): Promise<Gateway> {
    const program = startScript(
      'simulator/main.ts',
      ...['--port', '0', '--control-port', '0', '--calls-per-minute', '0', '--seed', '1'],
      ...options,
    )
    return new Gateway(program, (await program.ready) as { gateway: string; control: string; ca: string })
  }

  async stop(): Promise<void> {
    await stopProgram(this.#program)
  }
}
