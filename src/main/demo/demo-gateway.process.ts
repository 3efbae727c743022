import * as v from 'valibot'
import { startSimulator, type Simulator } from '../../../simulator/start-simulator.ts'
import { demoStopSchema, type DemoControl, type DemoMessage } from './demo-messages.ts'

/*
 * Entry of the utility process that runs the built-in demo gateway. Its arguments are the folder for certificates and
 * whether there is a control interface. A process of its own, because the simulated call centre must not share the event loop with the desk.
 */

/** A quiet centre: something to see within a minute, nothing to hurry after. */
const callsPerMinute = 6

const port = process.parentPort
const tell = (message: DemoMessage): void => port.postMessage(message)

async function start(): Promise<Simulator | null> {
  try {
    const [certDir, control] = process.argv.slice(-2)
    const hasControl = control === ('with-control' satisfies DemoControl)
    const simulator = await startSimulator({ callsPerMinute, certDir, hasControl })
    const [agent] = simulator.demoAgents
    if (agent === undefined) throw new Error('The simulator has no demo agent')
    tell({
      type: 'ready',
      gatewayUrl: simulator.gatewayUrl,
      controlUrl: hasControl ? simulator.controlUrl : null,
      caPath: simulator.caPath,
      agent: { id: agent.id, password: agent.password, phone: agent.phone },
    })
    return simulator
  } catch (error) {
    tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
    return null
  }
}

const starting = start()

port.on('message', ({ data }) => {
  if (!v.is(demoStopSchema, data)) return
  void starting.then(async (simulator) => {
    await simulator?.close()
    process.exit(0)
  })
})

// Where utility processes are ordinary child processes, this is how the end of the main process shows. Electron's own
// end with it.
process.on('disconnect', () => process.exit(0))
