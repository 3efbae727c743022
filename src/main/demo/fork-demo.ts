import { utilityProcess } from 'electron'
import type { Clock } from '../time/clock.ts'
import type { DemoControl } from './demo-messages.ts'
import { DemoGateway } from './demo-gateway.ts'

/**
 * Starts the demo's process. `certificates` is the folder that keeps its certificate authority from start to start.
 * `control` opens the simulator's control interface, to whoever reaches loopback: for development and tests.
 */
export function forkDemo(
  program: string,
  certificates: string,
  control: DemoControl,
  clock: Clock,
): DemoGateway {
  const child = utilityProcess.fork(program, [certificates, control], {
    serviceName: 'Deskside demo gateway',
    // Standard output belongs to the ready line.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new DemoGateway(child, clock)
}
