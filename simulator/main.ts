import { onNpmEnd } from '../scripts/start/npm-end.ts'
import { readCommandLine, USAGE } from './command-line.ts'
import type { SimulatorOptions } from './options.ts'
import { startSimulator, type Simulator } from './start-simulator.ts'

const EXIT_USAGE = 2

async function run(options: SimulatorOptions): Promise<void> {
  let simulator: Simulator | null = null
  const closing = new AbortController()
  const close = (): void => {
    if (closing.signal.aborted) return
    closing.abort()
    stopWatching()
    void simulator?.close()
  }
  // Before the start: whoever reads the ready line may end us at once.
  const stopWatching = onNpmEnd(close)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
  try {
    simulator = await startSimulator(options)
  } catch (error) {
    stopWatching()
    throw error
  }
  if (closing.signal.aborted) {
    await simulator.close()
    return
  }
  const ready = {
    ready: true,
    gateway: simulator.gatewayUrl,
    control: simulator.controlUrl,
    ca: simulator.caPath,
    agents: simulator.demoAgents,
  }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

const command = readCommandLine(process.argv.slice(2))
switch (command.kind) {
  case 'help':
    process.stdout.write(USAGE)
    break
  case 'error':
    process.stderr.write(`${command.problem}\n\n${USAGE}`)
    process.exitCode = EXIT_USAGE
    break
  case 'run':
    try {
      await run(command.options)
    } catch (error) {
      process.stderr.write(
        `The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      )
      process.exitCode = 1
    }
    break
}
