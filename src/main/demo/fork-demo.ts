import { utilityProcess } from 'electron'
import type { Clock } from '../time/clock.ts'
import { DemoGateway } from './demo-gateway.ts'

/** Starts the demo's process. `certificates` is the folder that keeps its certificate authority from start to start. */
export function forkDemo(program: string, certificates: string, clock: Clock): DemoGateway {
  const child = utilityProcess.fork(program, [certificates], {
    serviceName: 'Deskside demo gateway',
    // Standard output belongs to the ready line.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new DemoGateway(child, clock)
}
