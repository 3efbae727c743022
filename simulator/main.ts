import { onNpmEnd } from '../scripts/start/npm-end.ts'
import { readCommandLine, USAGE } from './command-line.ts'
import type { SimulatorOptions } from './options.ts'
import { describeLibrary, loadScenario } from './scenarios/load-scenario.ts'
import { optionsOf } from './scenarios/scenario.ts'
import { startSimulator, type ScenarioToPlay, type Simulator } from './start-simulator.ts'

const EXIT_USAGE = 2

async function run(options: SimulatorOptions, play: ScenarioToPlay | null): Promise<void> {
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
    simulator = await startSimulator(options, play)
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

function refuse(problem: string): void {
  process.stderr.write(`${problem}\n`)
  process.exitCode = EXIT_USAGE
}

/** Reads the command line, a second time where a scenario has a world of its own. */
async function start(args: readonly string[]): Promise<void> {
  const command = readCommandLine(args)
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE)
      return
    case 'error':
      refuse(`${command.problem}\n\n${USAGE.trimEnd()}`)
      return
    case 'list-scenarios':
      process.stdout.write(await describeLibrary())
      return
    case 'run': {
      if (command.scenario === null) {
        await run(command.options, null)
        return
      }
      const loaded = await loadScenario(command.scenario)
      if ('problem' in loaded) {
        refuse(loaded.problem)
        return
      }
      const { scenario } = loaded
      const played = readCommandLine(args, optionsOf(scenario))
      if (played.kind !== 'run') return
      await run(played.options, { scenario, tell: (line) => process.stderr.write(`${line}\n`) })
    }
  }
}

try {
  await start(process.argv.slice(2))
} catch (error) {
  process.stderr.write(
    `The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
