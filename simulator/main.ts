import { onNpmEnd } from '../scripts/start/npm-end.ts'
import { readCommandLine, USAGE } from './command-line.ts'
import type { SimulatorOptions } from './options.ts'
import { startSimulator } from './start-simulator.ts'

const EXIT_USAGE = 2

async function run(options: SimulatorOptions): Promise<void> {
  const simulator = await startSimulator(options)
  const ready = {
    ready: true,
    gateway: simulator.gatewayUrl,
    control: simulator.controlUrl,
    ca: simulator.caPath,
    agents: simulator.demoAgents,
  }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  let isClosing = false
  const close = (): void => {
    if (isClosing) return
    isClosing = true
    stopWatching()
    void simulator.close()
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  process.on('SIGHUP', close)
  const stopWatching = onNpmEnd(close)
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
